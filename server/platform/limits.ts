import { sql } from 'kysely'
import type { Actor } from '../../domain/access/actor.ts'
import { refusePlatform } from './refusals.ts'
import type { Runtime } from './runtime.ts'

/** Counts a call in the database, so that every server sees the same count; refuses the one that is too many. */
export async function countCall(
  runtime: Runtime,
  name: string,
  limit: { readonly per: 'address' | 'person'; readonly max: number; readonly seconds: number },
  actor: Actor,
): Promise<void> {
  const now = runtime.clock().getTime()
  const windowMs = limit.seconds * 1000
  const start = new Date(Math.floor(now / windowMs) * windowMs)
  const key = `${name}:${limit.per === 'person' ? (actor.personId ?? actor.address) : actor.address}`
  const { count } = await runtime.db
    .insertInto('rate_limit')
    .values({ key, window_start: start, count: 1 })
    .onConflict(conflict => conflict.columns(['key', 'window_start']).doUpdateSet({ count: sql`rate_limit.count + 1` }))
    .returning('count')
    .executeTakeFirstOrThrow()
  if (count > limit.max)
    refusePlatform('request.too-many', { seconds: Math.ceil((start.getTime() + windowMs - now) / 1000) })
}
