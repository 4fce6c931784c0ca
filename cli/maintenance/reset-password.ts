import { assertOwnSchema } from '../../server/maintenance/open-runtime.ts'
import { resetPasswordHere } from '../../server/maintenance/reset-password.ts'
import type { LocalCall } from '../commands.ts'
import { type ExitCode, exitCodes } from '../exit-codes.ts'
import { print, printJson, said } from '../terminal.ts'
import { withRuntime } from './open.ts'

/** Resets the password of an account on this machine, when no administrator can sign in any more; the trail says so. */
export async function resetPassword({ terminal, names }: LocalCall): Promise<ExitCode> {
  const [login = ''] = names
  return withRuntime(async ({ runtime, pool }) => {
    await assertOwnSchema(pool)
    const firstPassword = await resetPasswordHere(runtime, login)
    if (terminal.json) printJson({ login, firstPassword })
    else
      print(
        said(terminal, {
          zh: `${login} 的首次登录口令是 ${firstPassword}，登录后必须换成自己的。`,
          en: `The one-time password of ${login} is ${firstPassword}; it must be changed after signing in.`,
        }),
      )
    return exitCodes.done
  })
}
