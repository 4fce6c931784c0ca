import type { z } from 'zod'
import type { Actor } from '../../domain/access/actor.ts'
import { execute } from '../platform/execute.ts'
import type { Command, Query } from '../platform/operation.ts'
import type { Runtime } from '../platform/runtime.ts'

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
