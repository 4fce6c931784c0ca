import type { z } from 'zod'
import { type Actor, stranger } from '../../domain/access/actor.ts'
import { permissionsOf, readsOf, worksForAllUnits } from '../../domain/access/grants.ts'
import { postsOf } from '../access/access.sql.ts'
import type { Db } from '../platform/db.ts'
import { execute } from '../platform/execute.ts'
import type { Command, Query } from '../platform/operation.ts'
import type { Runtime } from '../platform/runtime.ts'

/** Somebody of the sample as an actor, with exactly the rights that their posts and clearance give. */
export async function actorOf(db: Db, personId: string): Promise<Actor> {
  const { name, clearance } = await db
    .selectFrom('person')
    .select(['name', 'clearance'])
    .where('id', '=', personId)
    .executeTakeFirstOrThrow()
  const posts = await postsOf(db, personId)
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

/** Runs an operation as somebody; a command with a key that ran before answers what it answered then and does nothing more. */
export async function actAs<I extends z.ZodType, O extends z.ZodType>(
  { runtime, actor, key }: { readonly runtime: Runtime; readonly actor: Actor; readonly key?: string },
  operation: Command<I, O> | Query<I, O>,
  input: z.input<I>,
): Promise<z.output<O>> {
  const { output } = await execute(runtime, operation, {
    actor,
    input,
    requestId: 'sample',
    ...(key && { idempotencyKey: key }),
  })
  return output as z.output<O>
}
