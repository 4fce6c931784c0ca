import { sql } from 'kysely'
import { z } from 'zod'
import { isRole } from '../../domain/access/grants.ts'
import { roles } from '../../domain/access/roles.ts'
import { secrecyCodes, secrecyOf } from '../../domain/access/secrecy.ts'
import { After, Limit } from '../../domain/shared/ids.ts'
import { textArray } from '../platform/db.ts'
import { query } from '../platform/operation.ts'

const postRow = z.object({
  id: z.string(),
  role: z.string(),
  roleTitle: z.string(),
  roleTitleEn: z.string(),
  unitId: z.string(),
  unitName: z.string(),
})

/** People 人员 with their posts and clearance, paged by key; found by name, login or initials. */
export const listPeople = query({
  name: 'person.list',
  title: '人员列表',
  titleEn: 'People',
  permission: 'person.list',
  rules: ['S17.4'],
  input: z.strictObject({ text: z.string().trim().max(60).default(''), after: After, limit: Limit }),
  output: z.object({
    people: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        login: z.string().nullable(),
        clearance: z.enum(secrecyCodes),
        dutyGroup: z.string().nullable(),
        disabledAt: z.string().nullable(),
        posts: z.array(postRow),
      }),
    ),
    next: z.string().nullable(),
  }),
  async run({ tx }, { text, after, limit }) {
    let people = tx
      .selectFrom('person')
      .select(['id', 'name', 'login', 'clearance', 'duty_group', 'disabled_at'])
      .orderBy('id')
      .limit(limit + 1)
    if (after) people = people.where('id', '>', after)
    if (text) {
      people = people.where(({ or, eb }) =>
        or([
          eb(sql`strpos(name, ${text})`, '>', 0),
          eb(sql`strpos(login, ${text.toLowerCase()})`, '>', 0),
          eb(sql`strpos(initials, ${text.toLowerCase()})`, '>', 0),
        ]),
      )
    }
    const rows = await people.execute()
    const page = rows.slice(0, limit)
    const posts = await tx
      .selectFrom('post')
      .innerJoin('unit', 'unit.id', 'post.unit_id')
      .select(['post.id', 'post.person_id', 'post.role', 'post.unit_id', 'unit.name as unit_name'])
      .where('post.revoked_at', 'is', null)
      .where('post.person_id', '=', sql<string>`any(${textArray(page.map(row => row.id))})`)
      .orderBy('post.id')
      .execute()
    const held = Map.groupBy(posts, post => post.person_id)
    return {
      people: page.map(row => ({
        id: row.id,
        name: row.name,
        login: row.login,
        clearance: secrecyOf(row.clearance),
        dutyGroup: row.duty_group,
        disabledAt: row.disabled_at,
        posts: (held.get(row.id) ?? []).map(post => ({
          id: post.id,
          role: post.role,
          ...titlesOf(post.role),
          unitId: post.unit_id,
          unitName: post.unit_name,
        })),
      })),
      next: rows.length > limit ? (page.at(-1)?.id ?? null) : null,
    }
  },
})

function titlesOf(role: string) {
  return isRole(role)
    ? { roleTitle: roles[role].title, roleTitleEn: roles[role].titleEn }
    : { roleTitle: role, roleTitleEn: role }
}

/** Names of people 人名 for choosing one in a form: no rights, no clearance. */
export const listNames = query({
  name: 'person.names',
  title: '人名',
  titleEn: 'Names of people',
  permission: 'person.names',
  rules: [],
  input: z.strictObject({ text: z.string().trim().max(60).default('') }),
  output: z.object({ people: z.array(z.object({ id: z.string(), name: z.string() })) }),
  async run({ tx }, { text }) {
    const rows = await tx
      .selectFrom('person')
      .select(['id', 'name'])
      .where('disabled_at', 'is', null)
      .where(({ or, eb }) =>
        or([eb(sql`strpos(name, ${text})`, '>', 0), eb(sql`strpos(initials, ${text.toLowerCase()})`, '>', 0)]),
      )
      .orderBy('id')
      .limit(20)
      .execute()
    return { people: rows }
  },
})
