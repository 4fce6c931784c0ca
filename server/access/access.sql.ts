import { isRole, type Post } from '../../domain/access/grants.ts'
import { refuseAccess } from '../../domain/access/refusals.ts'
import { type RoleCode, roles } from '../../domain/access/roles.ts'
import type { SeparationMode } from '../../domain/access/separation.ts'
import type { Reads, Tx } from '../platform/db.ts'
import { newId } from '../platform/ids.ts'
import { initialsOfName } from '../text/pinyin.ts'

export const unitColumns = ['id', 'parent_id', 'name', 'code', 'closed_at'] as const

export async function lockPerson(tx: Tx, personId: string) {
  const row = await tx.selectFrom('person').selectAll().where('id', '=', personId).forUpdate().executeTakeFirst()
  return row ?? refuseAccess('person.unknown')
}

export async function insertPerson(
  tx: Tx,
  person: {
    readonly name: string
    readonly login: string | null
    readonly passwordHash: string | null
    readonly mustChange: boolean
    readonly clearance?: number
  },
): Promise<string> {
  const id = newId('person')
  await tx
    .insertInto('person')
    .values({
      id,
      name: person.name,
      login: person.login,
      initials: initialsOfName(person.name),
      clearance: person.clearance ?? 0,
      password_hash: person.passwordHash,
      password_set_at: person.passwordHash ? new Date() : null,
      must_change_password: person.mustChange,
    })
    .execute()
  return id
}

/** A person's current posts with their ids, oldest first. */
export async function postsOf(reads: Reads, personId: string): Promise<(Post & { id: string })[]> {
  const rows = await reads
    .selectFrom('post')
    .select(['id', 'role', 'unit_id'])
    .where('person_id', '=', personId)
    .where('revoked_at', 'is', null)
    .orderBy('id')
    .execute()
  return rows.flatMap(row => (isRole(row.role) ? [{ id: row.id, role: row.role, unitId: row.unit_id }] : []))
}

/** Puts a post down and moves the person into the duty group it asks for; the group is a foreign key, so no two groups ever meet. */
export async function insertPost(
  tx: Tx,
  post: {
    readonly personId: string
    readonly unitId: string
    readonly role: RoleCode
    readonly dutyGroup: string
    readonly grantedBy: string | null
  },
): Promise<string> {
  const id = newId('post')
  await tx.updateTable('person').set({ duty_group: post.dutyGroup }).where('id', '=', post.personId).execute()
  await tx
    .insertInto('post')
    .values({
      id,
      person_id: post.personId,
      duty_group: post.dutyGroup,
      unit_id: post.unitId,
      role: post.role,
      granted_by: post.grantedBy,
    })
    .execute()
  return id
}

export async function insertUnit(
  tx: Tx,
  unit: { readonly name: string; readonly code: string; readonly parentId: string | null },
): Promise<string> {
  const id = newId('unit')
  await tx.insertInto('unit').values({ id, name: unit.name, code: unit.code, parent_id: unit.parentId }).execute()
  return id
}

export async function readSetting(reads: Reads, key: string): Promise<unknown> {
  const row = await reads.selectFrom('setting').select('value').where('key', '=', key).executeTakeFirst()
  return row?.value
}

export async function writeSetting(tx: Tx, key: string, value: unknown): Promise<void> {
  const text = JSON.stringify(value)
  await tx
    .insertInto('setting')
    .values({ key, value: text })
    .onConflict(conflict => conflict.column('key').doUpdateSet({ value: text }))
    .execute()
}

/** How this firm separates its administrators; strict until it has declared otherwise. */
export async function separationMode(reads: Reads): Promise<SeparationMode> {
  return (await readSetting(reads, 'separation')) === 'simplified' ? 'simplified' : 'strict'
}

/** Refuses to take away the last person who holds an administrator's role and can sign in; the locks make two who try it queue up. */
export async function assertOfficerLeft(tx: Tx, role: RoleCode, without: string): Promise<void> {
  const others = await tx
    .selectFrom('post')
    .innerJoin('person', 'person.id', 'post.person_id')
    .select('post.id')
    .where('role', '=', role)
    .where('revoked_at', 'is', null)
    .where('person.id', '!=', without)
    .where('disabled_at', 'is', null)
    .where('password_hash', 'is not', null)
    .forUpdate()
    .execute()
  if (others.length === 0)
    refuseAccess('post.last-officer', { role: { zh: roles[role].title, en: roles[role].titleEn } })
}
