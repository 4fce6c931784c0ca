import { z } from 'zod'
import { refuseAccess } from '../../domain/access/refusals.ts'
import { roles } from '../../domain/access/roles.ts'
import { secrecyOf } from '../../domain/access/secrecy.ts'
import { SessionId } from '../../domain/shared/ids.ts'
import { command, query } from '../platform/operation.ts'
import { postsOf, readSetting, separationMode } from './access.sql.ts'

/** Sign out 退出: ends this session, or another of one's own. */
export const closeSession = command({
  name: 'session.close',
  title: '退出登录',
  titleEn: 'Sign out',
  permission: 'signed-in',
  rules: [],
  input: z.strictObject({ sessionId: SessionId.optional() }),
  output: z.object({ sessionId: z.string().nullable() }),
  async run({ tx, actor }, input) {
    const sessionId = input.sessionId ?? actor.sessionId
    if (sessionId === null)
      return {
        output: { sessionId },
        events: [{ name: 'session.closed', subject: actor.personId ?? '', data: { sessionId: '' } }],
      }
    const { numDeletedRows } = await tx
      .deleteFrom('session')
      .where('id', '=', sessionId)
      .where('person_id', '=', actor.personId)
      .executeTakeFirst()
    if (numDeletedRows === 0n) refuseAccess('session.not-yours')
    return {
      output: { sessionId },
      events: [{ name: 'session.closed', subject: actor.personId ?? '', data: { sessionId } }],
      ...(sessionId === actor.sessionId && { session: { close: true as const } }),
    }
  },
})

/** My sessions 登录会话: where I am signed in, newest first. */
export const listSessions = query({
  name: 'session.list',
  title: '登录会话',
  titleEn: 'My sessions',
  permission: 'signed-in',
  rules: [],
  input: z.strictObject({}),
  output: z.object({
    sessions: z.array(
      z.object({
        id: z.string(),
        createdAt: z.string(),
        seenAt: z.string(),
        address: z.string(),
        agent: z.string(),
        current: z.boolean(),
      }),
    ),
  }),
  async run({ tx, actor, now }) {
    const rows = await tx
      .selectFrom('session')
      .selectAll()
      .where('person_id', '=', actor.personId)
      .where('expires_at', '>', now.toISOString())
      .orderBy('id', 'desc')
      .limit(100)
      .execute()
    return {
      sessions: rows.map(row => ({
        id: row.id,
        createdAt: row.created_at,
        seenAt: row.seen_at,
        address: row.address,
        agent: row.agent,
        current: row.id === actor.sessionId,
      })),
    }
  },
})

/** Who I am: name, posts, permissions and clearance; the page shows only what these allow. */
export const showMe = query({
  name: 'session.me',
  title: '我是谁',
  titleEn: 'Who I am',
  permission: 'signed-in',
  rules: ['S17.4'],
  input: z.strictObject({}),
  output: z.object({
    personId: z.string(),
    name: z.string(),
    login: z.string().nullable(),
    language: z.enum(['zh', 'en']),
    clearance: z.string(),
    mustChangePassword: z.boolean(),
    permissions: z.array(z.string()),
    posts: z.array(
      z.object({
        role: z.string(),
        roleTitle: z.string(),
        roleTitleEn: z.string(),
        unitId: z.string(),
        unitName: z.string(),
      }),
    ),
    organisation: z.string(),
    separation: z.enum(['strict', 'simplified']),
  }),
  async run({ tx, actor }) {
    const person = await tx
      .selectFrom('person')
      .select(['login', 'must_change_password'])
      .where('id', '=', actor.personId)
      .executeTakeFirstOrThrow()
    const posts = await postsOf(tx, actor.personId ?? '')
    const units = await tx.selectFrom('unit').select(['id', 'name']).execute()
    const nameOf = new Map(units.map(unit => [unit.id, unit.name]))
    return {
      personId: actor.personId ?? '',
      name: actor.name,
      login: person.login,
      language: actor.language,
      clearance: secrecyOf(actor.clearance),
      mustChangePassword: person.must_change_password,
      permissions: [...actor.permissions].sort(),
      posts: posts.map(post => ({
        role: post.role,
        roleTitle: roles[post.role].title,
        roleTitleEn: roles[post.role].titleEn,
        unitId: post.unitId,
        unitName: nameOf.get(post.unitId) ?? '',
      })),
      organisation: String((await readSetting(tx, 'organisation')) ?? ''),
      separation: await separationMode(tx),
    }
  },
})

/** Choose the language 语言 of the interface; it follows the person to every device. */
export const chooseLanguage = command({
  name: 'language.choose',
  title: '选择语言',
  titleEn: 'Choose language',
  permission: 'signed-in',
  rules: [],
  input: z.strictObject({ language: z.enum(['zh', 'en']).meta({ title: '语言', titleEn: 'Language' }) }),
  output: z.object({ language: z.enum(['zh', 'en']) }),
  async run({ tx, actor }, { language }) {
    await tx.updateTable('person').set({ language }).where('id', '=', actor.personId).execute()
    return {
      output: { language },
      events: [{ name: 'language.chosen', subject: actor.personId ?? '', data: { language } }],
    }
  },
})
