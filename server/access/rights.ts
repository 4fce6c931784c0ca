import { z } from 'zod'
import { refuseAccess } from '../../domain/access/refusals.ts'
import { type RoleCode, roleCodes, roles } from '../../domain/access/roles.ts'
import { rankOf, secrecyCodes, secrecyOf } from '../../domain/access/secrecy.ts'
import { type DutyGroup, groupAfter, groupOf } from '../../domain/access/separation.ts'
import { PersonId, PostId, UnitId } from '../../domain/shared/ids.ts'
import { command } from '../platform/operation.ts'
import { assertOfficerLeft, insertPost, lockPerson, postsOf, separationMode, writeSetting } from './access.sql.ts'

/** Grant a post 授予岗位: a role in a unit; refused where it would join what 三员 must keep apart (S17.4). */
export const grantPost = command({
  name: 'post.grant',
  title: '授予岗位',
  titleEn: 'Grant a post',
  permission: 'post.grant',
  rules: ['S17.4'],
  input: z.strictObject({
    personId: PersonId,
    unitId: UnitId,
    role: z.enum(roleCodes).meta({ title: '角色', titleEn: 'Role' }),
  }),
  output: z.object({ postId: z.string() }),
  async run({ tx, actor }, { personId, unitId, role }) {
    if (personId === actor.personId) refuseAccess('post.oneself')
    const person = await lockPerson(tx, personId)
    const unit = await tx.selectFrom('unit').select('id').where('id', '=', unitId).executeTakeFirst()
    if (!unit) refuseAccess('unit.unknown')
    const held = await postsOf(tx, personId)
    const mode = await separationMode(tx)
    const dutyGroup = groupAfter(held.length === 0 ? null : (person.duty_group as DutyGroup | null), role, mode)
    if (dutyGroup === null)
      return refuseAccess('post.separated', {
        name: person.name,
        role: { zh: roles[role].title, en: roles[role].titleEn },
      })
    const postId = await insertPost(tx, { personId, unitId, role, dutyGroup, grantedBy: actor.personId })
    return {
      output: { postId },
      events: [{ name: 'post.granted', subject: personId, data: { personId, name: person.name, role, unitId } }],
    }
  },
})

/** Revoke a post 撤销岗位; the last system administrator and the last security officer stay. */
export const revokePost = command({
  name: 'post.revoke',
  title: '撤销岗位',
  titleEn: 'Revoke a post',
  permission: 'post.revoke',
  rules: ['S17.4'],
  input: z.strictObject({ postId: PostId }),
  output: z.object({ postId: z.string() }),
  async run({ tx, now }, { postId }) {
    const post = await tx
      .selectFrom('post')
      .selectAll()
      .where('id', '=', postId)
      .where('revoked_at', 'is', null)
      .forUpdate()
      .executeTakeFirst()
    if (!post) return refuseAccess('post.unknown')
    const role = post.role as RoleCode
    const person = await lockPerson(tx, post.person_id)
    if (roles[role].group === 'admin') await assertOfficerLeft(tx, role, person.id)
    await tx.updateTable('post').set({ revoked_at: now }).where('id', '=', postId).execute()
    const left = groupOf((await postsOf(tx, person.id)).map(held => held.role))
    if (left !== null && left !== person.duty_group)
      await tx.updateTable('person').set({ duty_group: left }).where('id', '=', person.id).execute()
    return {
      output: { postId },
      events: [
        {
          name: 'post.revoked',
          subject: person.id,
          data: { personId: person.id, name: person.name, role, unitId: post.unit_id },
        },
      ],
    }
  },
})

/** Set how secret a thing a person may read 设定知悉范围. */
export const setClearance = command({
  name: 'clearance.set',
  title: '设定知悉范围',
  titleEn: 'Set clearance',
  permission: 'clearance.set',
  rules: ['S17.4'],
  input: z.strictObject({
    personId: PersonId,
    clearance: z.enum(secrecyCodes).meta({ title: '知悉范围', titleEn: 'Clearance' }),
  }),
  output: z.object({ personId: z.string() }),
  async run({ tx, actor }, { personId, clearance }) {
    if (personId === actor.personId) refuseAccess('post.oneself')
    const person = await lockPerson(tx, personId)
    await tx
      .updateTable('person')
      .set({ clearance: rankOf(clearance) })
      .where('id', '=', personId)
      .execute()
    const data = { name: person.name, before: secrecyOf(person.clearance), after: clearance }
    return { output: { personId }, events: [{ name: 'clearance.set', subject: personId, data }] }
  },
})

/** Declare how the three administrators are kept apart 声明三员模式; the simplified mode of a small firm stands in the trail. */
export const declareSeparation = command({
  name: 'separation.declare',
  title: '声明三员模式',
  titleEn: 'Declare the separation of duties',
  permission: 'separation.declare',
  rules: ['S17.4'],
  input: z.strictObject({
    mode: z.enum(['strict', 'simplified']).meta({ title: '三员模式', titleEn: 'Mode' }),
    reason: z.string().trim().min(2).max(300).meta({ title: '原因', titleEn: 'Reason' }),
  }),
  output: z.object({ mode: z.enum(['strict', 'simplified']) }),
  async run({ tx }, { mode, reason }) {
    if (mode === 'strict') {
      const mixed = await tx
        .selectFrom('person')
        .select('name')
        .where('duty_group', '=', 'mixed')
        .orderBy('id')
        .limit(20)
        .execute()
      if (mixed.length > 0) refuseAccess('separation.mixed', { names: mixed.map(person => person.name).join('、') })
    }
    await writeSetting(tx, 'separation', mode)
    return {
      output: { mode },
      events: [{ name: 'separation.declared', subject: 'separation', data: { mode, reason } }],
    }
  },
})
