import { backUp } from '../../server/maintenance/backup.ts'
import { assertOwnSchema } from '../../server/maintenance/open-runtime.ts'
import type { LocalCall } from '../commands.ts'
import { type ExitCode, exitCodes } from '../exit-codes.ts'
import { print, printJson, remark, said } from '../terminal.ts'
import { sayIn, withRuntime } from './open.ts'

/** Backs up beside a running server; what the archive itself has lost is named, and ends with code 1. */
export async function backup({ terminal, names: [folder = ''] }: LocalCall): Promise<ExitCode> {
  return withRuntime(async ({ runtime, pool }) => {
    await assertOwnSchema(pool)
    const { tables, jobs, staged, store, missing, createdAt, audit } = await backUp(runtime, folder, sayIn(terminal))
    const rows = tables.reduce((sum, table) => sum + table.rows, 0)
    if (terminal.json)
      printJson({ createdAt, rows, jobs: jobs.rows, staged: staged.files, objects: store.objects, audit, missing })
    else {
      print(
        said(terminal, {
          zh: `已备份到 ${folder}：数据 ${rows} 行，待归档文件 ${staged.files} 个，存储对象 ${store.objects} 个。`,
          en: `Backed up to ${folder}: ${rows} rows, ${staged.files} files that wait, ${store.objects} stored objects.`,
        }),
      )
    }
    for (const lost of missing)
      remark(said(terminal, { zh: `备份之前已经丢失：${lost}`, en: `Lost before this backup: ${lost}` }))
    return missing.length > 0 ? exitCodes.other : exitCodes.done
  })
}
