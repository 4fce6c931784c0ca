import { restoreBackup } from '../../server/maintenance/restore.ts'
import { settingsOrExit } from '../../server/settings.ts'
import type { LocalCall } from '../commands.ts'
import { type ExitCode, exitCodes } from '../exit-codes.ts'
import { print, printJson, remark, said } from '../terminal.ts'
import { sayIn } from './open.ts'

/** Restores a backup into an empty data folder. */
export async function restore({ terminal, flags, names: [folder = ''] }: LocalCall): Promise<ExitCode> {
  const options = { say: sayIn(terminal), despiteDamage: flags['despite-damage'] === true }
  const { createdAt, tables, store, missing } = await restoreBackup(settingsOrExit(), folder, options)
  const rows = tables.reduce((sum, table) => sum + table.rows, 0)
  if (terminal.json) printJson({ createdAt, rows, objects: store.objects, missing })
  else
    print(
      said(terminal, {
        zh: `已恢复 ${createdAt} 的备份：数据 ${rows} 行，存储对象 ${store.objects} 个。可以启动服务器了。`,
        en: `Restored the backup of ${createdAt}: ${rows} rows, ${store.objects} stored objects. The server can be started.`,
      }),
    )
  for (const lost of missing)
    remark(said(terminal, { zh: `备份之前已经丢失：${lost}`, en: `Lost before that backup: ${lost}` }))
  return exitCodes.done
}
