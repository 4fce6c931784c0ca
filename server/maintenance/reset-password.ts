import { type Actor, stranger } from '../../domain/access/actor.ts'
import { refuseAccess } from '../../domain/access/refusals.ts'
import { resetPassword } from '../access/change-password.ts'
import { execute } from '../platform/execute.ts'
import type { Runtime } from '../platform/runtime.ts'

/**
 * The way back for the last administrator who forgot the password: whoever commands this machine resets it by the same command as
 * another administrator would, and the trail says that it happened here. Answers the one-time password.
 */
export async function resetPasswordHere(runtime: Runtime, login: string): Promise<string> {
  const person = await runtime.db.selectFrom('person').select('id').where('login', '=', login).executeTakeFirst()
  if (!person) return refuseAccess('person.unknown')
  const actor: Actor = { ...stranger('local'), permissions: new Set([resetPassword.permission]) }
  const call = { actor, input: { personId: person.id }, requestId: 'reset-password' }
  return resetPassword.output.parse((await execute(runtime, resetPassword, call)).output).firstPassword
}
