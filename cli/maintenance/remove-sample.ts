import { removeSample as putAside } from '../../server/maintenance/remove-sample.ts'
import { settingsOrExit } from '../../server/settings.ts'
import type { LocalCall } from '../commands.ts'
import { type ExitCode, exitCodes } from '../exit-codes.ts'
import { print, printJson, said } from '../terminal.ts'

/** Takes the sample farm away: everything is put aside, and the next start is a first run. */
export async function removeSample({ terminal, flags }: LocalCall): Promise<ExitCode> {
  const aside = await putAside(settingsOrExit(), { at: new Date(), despiteWork: flags['despite-work'] === true })
  if (terminal.json) printJson({ aside })
  else
    print(
      said(terminal, {
        zh: `示范奶牛场已移开，下次启动重新做初始设置。确认不再需要后，可以删除：\n${aside.join('\n')}`,
        en: `The sample farm is put aside; the next start is a first run. Delete these once they are not needed:\n${aside.join('\n')}`,
      }),
    )
  return exitCodes.done
}
