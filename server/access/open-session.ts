import { z } from 'zod'
import { accessRefusals } from '../../domain/access/refusals.ts'
import { delaySeconds, sessionLife } from '../../domain/access/sign-in.ts'
import { Refusal } from '../../domain/shared/refusal.ts'
import type { Tx } from '../platform/db.ts'
import { newId, newSecret, sha256 } from '../platform/ids.ts'
import { command } from '../platform/operation.ts'
import { passwordMatches } from './passwords.ts'

/** Sign in 登录 with login and password; each failure makes the next try wait longer, and both ends leave a trace. */
export const openSession = command({
  name: 'session.open',
  title: '登录',
  titleEn: 'Sign in',
  permission: 'anyone',
  rules: ['S17.4'],
  limit: { per: 'address', max: 60, seconds: 60 },
  input: z.strictObject({
    login: z.string().trim().min(1).max(64).toLowerCase().meta({ title: '登录名', titleEn: 'Login' }),
    password: z.string().min(1).max(200).meta({ title: '口令', titleEn: 'Password' }),
    /** What the person signs in with, as shown in the list of sessions. */
    agent: z.string().max(300).default('').meta({ title: '设备', titleEn: 'Device' }),
  }),
  output: z.object({ personId: z.string(), mustChangePassword: z.boolean() }),
  async run({ tx, actor, now }, { login, password, agent }) {
    const waitSeconds = await lockFailures(tx, login, now)
    if (waitSeconds > 0)
      return refusedSignIn(
        login,
        'too many',
        new Refusal('session.too-many', accessRefusals['session.too-many'], { params: { seconds: waitSeconds } }),
      )
    const person = await tx
      .selectFrom('person')
      .select(['id', 'name', 'password_hash', 'disabled_at', 'must_change_password'])
      .where('login', '=', login)
      .executeTakeFirst()
    const matches = await passwordMatches(person?.disabled_at ? null : (person?.password_hash ?? null), password)
    if (!person || !matches) {
      await countFailure(tx, login, now)
      return refusedSignIn(
        login,
        person ? 'wrong password' : 'unknown login',
        new Refusal('session.wrong', accessRefusals['session.wrong']),
      )
    }
    await tx.deleteFrom('sign_in_failure').where('key', '=', login).execute()
    const secret = newSecret()
    const expiresAt = new Date(now.getTime() + sessionLife.wholeMs)
    const id = newId('session')
    await tx
      .insertInto('session')
      .values({
        id,
        person_id: person.id,
        secret_digest: sha256(secret),
        created_at: now,
        seen_at: now,
        expires_at: expiresAt,
        address: actor.address,
        agent,
      })
      .execute()
    return {
      output: { personId: person.id, mustChangePassword: person.must_change_password },
      events: [{ name: 'session.opened', subject: person.id, data: { agent } }],
      session: { open: { secret, expiresAt, personId: person.id, name: person.name } },
    }
  },
})

function refusedSignIn(login: string, reason: string, refused: Refusal) {
  return { refused, events: [{ name: 'session.refused', subject: login, data: { login, reason } }] } as const
}

/** Seconds this login still has to wait; the row's lock makes guesses at one login queue up. */
async function lockFailures(tx: Tx, login: string, now: Date): Promise<number> {
  await tx
    .insertInto('sign_in_failure')
    .values({ key: login, count: 0, blocked_until: now, last_at: now })
    .onConflict(conflict => conflict.doNothing())
    .execute()
  const row = await tx
    .selectFrom('sign_in_failure')
    .select('blocked_until')
    .where('key', '=', login)
    .forUpdate()
    .executeTakeFirstOrThrow()
  return Math.ceil((Date.parse(row.blocked_until) - now.getTime()) / 1000)
}

async function countFailure(tx: Tx, login: string, now: Date): Promise<void> {
  const { count } = await tx
    .updateTable('sign_in_failure')
    .set(row => ({ count: row('count', '+', 1), last_at: now }))
    .where('key', '=', login)
    .returning('count')
    .executeTakeFirstOrThrow()
  await tx
    .updateTable('sign_in_failure')
    .set({ blocked_until: new Date(now.getTime() + delaySeconds(count) * 1000) })
    .where('key', '=', login)
    .execute()
}
