import { rebuildFrom } from '../../server/maintenance/rebuild.ts'
import { settingsOrExit } from '../../server/settings.ts'
import type { LocalCall } from '../commands.ts'
import { type ExitCode, exitCodes, UsageError } from '../exit-codes.ts'
import { print, printJson, said } from '../terminal.ts'
import { sayIn } from './open.ts'

/** Rebuilds the holdings from a storage root alone. */
export async function rebuild({ terminal, flags }: LocalCall): Promise<ExitCode> {
  const from = flags['from']
  if (typeof from !== 'string') throw new UsageError('请用 --from 指出存储库。', 'Name the storage root with --from.')
  const rebuilt = await rebuildFrom(settingsOrExit(), from, {
    say: sayIn(terminal),
    withoutTrail: flags['without-trail'] === true,
  })
  if (terminal.json) printJson(rebuilt)
  else {
    const { items, files, entries } = rebuilt
    print(
      said(terminal, {
        zh: `已重建 ${items} 件、${files} 个电子文件、${entries} 条审计记录。账号不在存储库中：请用 lantai setup 重新设置管理员。`,
        en: `Rebuilt ${items} items, ${files} files and ${entries} entries of the trail. Accounts are not in the storage root: make an administrator with lantai setup.`,
      }),
    )
  }
  return exitCodes.done
}
