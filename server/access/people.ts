import { z } from 'zod'
import { personLogin, personName } from '../../domain/access/person-input.ts'
import { refuseAccess } from '../../domain/access/refusals.ts'
import { roles } from '../../domain/access/roles.ts'
import { PersonId } from '../../domain/shared/ids.ts'
import { command } from '../platform/operation.ts'
import { initialsOfName } from '../text/pinyin.ts'
import { assertOfficerLeft, insertPerson, lockPerson, postsOf } from './access.sql.ts'
import { firstPassword } from './first-password.ts'
import { hashPassword } from './passwords.ts'

const because = z.string().trim().min(2).max(300).meta({ title: '原因', titleEn: 'Reason' })

/** Create a person 新建人员, with or without a login; it grants no rights: that is the security officer's to do. */
export const createPerson = command({
  name: 'person.create',
  title: '新建人员',
  titleEn: 'Create a person',
  permission: 'person.create',
  rules: ['S17.4'],
  input: z.strictObject({ name: personName, login: personLogin.nullable().default(null) }),
  output: z.object({ personId: z.string(), firstPassword: z.string().nullable() }),
  async run({ tx }, { name, login }) {
    const password = login ? firstPassword() : null
    const personId = await insertPerson(tx, {
      name,
      login,
      passwordHash: password && (await hashPassword(password)),
      mustChange: true,
    })
    return {
      output: { personId, firstPassword: password },
      events: [{ name: 'person.created', subject: personId, data: { name, login } }],
    }
  },
})

/** Edit a person's name or login 修改人员; the old values stay in the trail. */
export const editPerson = command({
  name: 'person.edit',
  title: '修改人员',
  titleEn: 'Edit a person',
  permission: 'person.edit',
  rules: ['S17.4'],
  input: z.strictObject({ personId: PersonId, name: personName, login: personLogin.nullable() }),
  output: z.object({ personId: z.string() }),
  async run({ tx }, { personId, name, login }) {
    const before = await lockPerson(tx, personId)
    await tx
      .updateTable('person')
      .set({ name, login, initials: initialsOfName(name) })
      .where('id', '=', personId)
      .execute()
    const data = { before: { name: before.name, login: before.login ?? '' }, after: { name, login: login ?? '' } }
    return { output: { personId }, events: [{ name: 'person.edited', subject: personId, data }] }
  },
})

/** Disable an account 停用账号 at once: its sessions and tokens end with it. */
export const disablePerson = command({
  name: 'person.disable',
  title: '停用账号',
  titleEn: 'Disable an account',
  permission: 'person.disable',
  rules: ['S17.4'],
  input: z.strictObject({ personId: PersonId, reason: because }),
  output: z.object({ personId: z.string() }),
  async run({ tx, actor, now }, { personId, reason }) {
    if (personId === actor.personId) refuseAccess('person.oneself')
    const person = await lockPerson(tx, personId)
    for (const { role } of await postsOf(tx, personId)) {
      if (roles[role].group === 'admin') await assertOfficerLeft(tx, role, personId)
    }
    await tx.updateTable('person').set({ disabled_at: now }).where('id', '=', personId).execute()
    await tx.deleteFrom('session').where('person_id', '=', personId).execute()
    return {
      output: { personId },
      events: [{ name: 'person.disabled', subject: personId, data: { name: person.name, reason } }],
    }
  },
})

/** Enable an account again 启用账号, with the posts it had. */
export const enablePerson = command({
  name: 'person.enable',
  title: '启用账号',
  titleEn: 'Enable an account',
  permission: 'person.enable',
  rules: ['S17.4'],
  input: z.strictObject({ personId: PersonId }),
  output: z.object({ personId: z.string() }),
  async run({ tx }, { personId }) {
    const person = await lockPerson(tx, personId)
    await tx.updateTable('person').set({ disabled_at: null }).where('id', '=', personId).execute()
    return {
      output: { personId },
      events: [{ name: 'person.enabled', subject: personId, data: { name: person.name } }],
    }
  },
})
