import { z } from 'zod'
import { passwordProblems } from '../../domain/access/password.ts'
import { accessRefusals, refuseAccess } from '../../domain/access/refusals.ts'
import { PersonId } from '../../domain/shared/ids.ts'
import { Refusal } from '../../domain/shared/refusal.ts'
import { command } from '../platform/operation.ts'
import { lockPerson } from './access.sql.ts'
import { firstPassword } from './first-password.ts'
import { hashPassword, passwordMatches } from './passwords.ts'

/** Refuses a password that breaks the policy, with all that is wrong at once. */
export function assertPassword(password: string, owner: { readonly login: string; readonly name: string }): void {
  const problems = passwordProblems(password, owner)
  if (problems.length > 0) refuseAccess('password.weak', {}, problems)
}

/** Change one's own password 修改口令: asks for the present one, and ends every other session. */
export const changePassword = command({
  name: 'password.change',
  title: '修改口令',
  titleEn: 'Change password',
  permission: 'signed-in',
  rules: [],
  limit: { per: 'person', max: 10, seconds: 300 },
  input: z.strictObject({
    current: z.string().max(200).meta({ title: '当前口令', titleEn: 'Current password' }),
    password: z.string().max(200).meta({ title: '新口令', titleEn: 'New password' }),
  }),
  output: z.object({ personId: z.string() }),
  async run({ tx, actor, now }, { current, password }) {
    const person = await lockPerson(tx, actor.personId ?? '')
    if (!(await passwordMatches(person.password_hash, current))) {
      return {
        refused: new Refusal('password.wrong', accessRefusals['password.wrong']),
        events: [{ name: 'password.refused', subject: person.id, data: {} }],
      }
    }
    assertPassword(password, { login: person.login ?? '', name: person.name })
    await tx
      .updateTable('person')
      .set({ password_hash: await hashPassword(password), password_set_at: now, must_change_password: false })
      .where('id', '=', person.id)
      .execute()
    await tx
      .deleteFrom('session')
      .where('person_id', '=', person.id)
      .where('id', '!=', actor.sessionId ?? '')
      .execute()
    return { output: { personId: person.id }, events: [{ name: 'password.changed', subject: person.id, data: {} }] }
  },
})

/** Reset a password 重置口令: gives a one-time password, shown once, that must be changed at the next sign-in. */
export const resetPassword = command({
  name: 'password.reset',
  title: '重置口令',
  titleEn: 'Reset password',
  permission: 'password.reset',
  rules: [],
  input: z.strictObject({ personId: PersonId }),
  output: z.object({ personId: z.string(), firstPassword: z.string() }),
  async run({ tx, now }, { personId }) {
    const person = await lockPerson(tx, personId)
    if (!person.login) refuseAccess('person.no-login')
    const password = firstPassword()
    await tx
      .updateTable('person')
      .set({ password_hash: await hashPassword(password), password_set_at: now, must_change_password: true })
      .where('id', '=', personId)
      .execute()
    await tx.deleteFrom('session').where('person_id', '=', personId).execute()
    return {
      output: { personId, firstPassword: password },
      events: [{ name: 'password.reset', subject: personId, data: {} }],
    }
  },
})
