import { type Actor, stranger } from '../../domain/access/actor.ts'
import { permissionsOf, readsOf, worksForAllUnits } from '../../domain/access/grants.ts'
import type { Reads } from '../platform/db.ts'
import { postsOf } from './access.sql.ts'

/** Somebody as an actor outside a request, with exactly the rights that posts and clearance give now; none once the account is disabled. */
export async function actorOf(reads: Reads, personId: string): Promise<Actor> {
  const { name, clearance, disabled_at } = await reads
    .selectFrom('person')
    .select(['name', 'clearance', 'disabled_at'])
    .where('id', '=', personId)
    .executeTakeFirstOrThrow()
  if (disabled_at !== null) return { ...stranger('local'), name }
  const posts = await postsOf(reads, personId)
  return {
    ...stranger('local'),
    personId,
    name,
    clearance,
    permissions: permissionsOf(posts),
    reads: readsOf(posts),
    unitIds: [...new Set(posts.map(({ unitId }) => unitId))],
    worksForAllUnits: worksForAllUnits(posts),
  }
}
