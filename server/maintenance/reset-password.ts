import { stranger } from '../../domain/access/actor.ts'
import { refuseAccess } from '../../domain/access/refusals.ts'
import { resetPassword } from '../access/change-password.ts'
import { record } from '../platform/audit.ts'
import type { Runtime } from '../platform/runtime.ts'

/**
 * The way back for the last administrator who forgot the password: whoever commands this machine resets it as another administrator
 * would, without being anybody who could sign in, and the trail says that it happened here. Answers the one-time password.
 */
export async function resetPasswordHere(runtime: Runtime, login: string): Promise<string> {
  const [actor, now] = [stranger('local'), runtime.clock()]
  return runtime.db.transaction().execute(async tx => {
    const person = await tx.selectFrom('person').select('id').where('login', '=', login).executeTakeFirst()
    if (!person) return refuseAccess('person.unknown')
    const done = await resetPassword.run({ tx, actor, now }, { personId: person.id })
    if (!('output' in done)) throw done.refused
    await record(tx, { actor, operation: resetPassword.name, requestId: 'reset-password', now }, done.events)
    return done.output.firstPassword
  })
}
