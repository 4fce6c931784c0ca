import type { Actor } from '../../domain/access/actor.ts'
import { readInput } from '../../domain/shared/issues.ts'
import { Refusal } from '../../domain/shared/refusal.ts'
import { canonical, record } from './audit.ts'
import { brokenConstraint, type Tx } from './db.ts'
import { sha256 } from './ids.ts'
import { countCall } from './limits.ts'
import type { Operation, Outcome, SessionChange } from './operation.ts'
import { refusePlatform } from './refusals.ts'
import type { Runtime } from './runtime.ts'

/** One call of an operation. */
export interface Call {
  readonly actor: Actor
  readonly input: unknown
  readonly requestId: string
  readonly idempotencyKey?: string
  /** Runs, shows the events, and rolls back. */
  readonly dryRun?: boolean
}

export interface Done {
  readonly output: unknown
  readonly session?: SessionChange
  readonly events?: readonly unknown[]
}

/** Runs one operation for one caller: permission, limit, parse, then the use case; the one road that HTTP, CLI, jobs and tests share. */
export async function execute(runtime: Runtime, operation: Operation, call: Call): Promise<Done> {
  await assertPermitted(runtime, operation, call)
  if (operation.limit) await countCall(runtime, operation.name, operation.limit, call.actor)
  const read = readInput(operation.input, call.input)
  if (!('value' in read)) return refusePlatform('input.invalid', { count: read.issues.length }, read.issues)
  if (operation.type === 'command') return runCommand(runtime, operation, { ...call, input: read.value })
  const ctx = { tx: runtime.reads, actor: call.actor, now: runtime.clock() }
  if (operation.type === 'file') return { output: await operation.run(ctx, read.value) }
  // What leaves is what the description of the operation says, and nothing a row happens to carry besides.
  return { output: operation.output.parse(await operation.run(ctx, read.value)) }
}

/** Asks whether the caller may use the operation at all; a refusal of somebody known goes into the trail. */
async function assertPermitted(runtime: Runtime, operation: Operation, call: Call): Promise<void> {
  const { permission, title, titleEn, name } = operation
  if (permission === 'anyone') return
  if (call.actor.personId === null) refusePlatform('session.required')
  if (permission === 'signed-in' || call.actor.permissions.has(permission)) return
  const origin = { actor: call.actor, operation: name, requestId: call.requestId, now: runtime.clock() }
  await runtime.db
    .transaction()
    .execute(tx => record(tx, origin, [{ name: 'access.denied', subject: name, data: { permission } }]))
  refusePlatform('permission.required', { title: { zh: title, en: titleEn } })
}

class DryRun extends Error {
  readonly done: Done
  constructor(done: Done) {
    super('dry run')
    this.done = done
  }
}

async function runCommand(
  runtime: Runtime,
  operation: Extract<Operation, { type: 'command' }>,
  call: Call,
): Promise<Done> {
  const now = runtime.clock()
  try {
    const ended = await runtime.db.transaction().execute(async (tx): Promise<{ done: Done } | { refused: Refusal }> => {
      const earlier = await answerGivenBefore(tx, operation.name, call)
      if (earlier !== undefined) return { done: { output: earlier } }
      const outcome = (await operation.run({ tx, actor: call.actor, now }, call.input)) as Outcome<unknown>
      await record(
        tx,
        { actor: whoActed(call.actor, outcome), operation: operation.name, requestId: call.requestId, now },
        outcome.events,
      )
      if ('refused' in outcome) {
        await forgetKey(tx, call)
        return { refused: outcome.refused }
      }
      const output = operation.output.parse(outcome.output)
      await keepAnswer(tx, call, output)
      const done: Done = { output, ...(outcome.session && { session: outcome.session }) }
      if (call.dryRun) throw new DryRun({ ...done, events: outcome.events })
      return { done }
    })
    if ('refused' in ended) throw ended.refused
    return ended.done
  } catch (error) {
    if (error instanceof DryRun) return error.done
    const pair = runtime.constraints[brokenConstraint(error) ?? '']
    throw pair ? new Refusal(pair.code, pair.text) : error
  }
}

/** Somebody who signs in comes as a stranger and is known from then on: the trail names the person. */
function whoActed(actor: Actor, outcome: Outcome<unknown>): Actor {
  if (!('session' in outcome) || !outcome.session || !('open' in outcome.session)) return actor
  const { personId, name } = outcome.session.open
  return { ...actor, personId, name }
}

/** Who a key belongs to and which it is; strangers have none, their commands guard themselves. */
function keyOf({ actor, idempotencyKey, dryRun }: Call): { owner: string; key: string } | undefined {
  return actor.personId && idempotencyKey && !dryRun ? { owner: actor.personId, key: idempotencyKey } : undefined
}

/** Claims the idempotency key; a second caller with it waits for the first, then gets its answer. */
async function answerGivenBefore(tx: Tx, operation: string, call: Call): Promise<unknown> {
  const key = keyOf(call)
  if (!key) return undefined
  const requestDigest = sha256(`${operation}\n${canonical(call.input)}`)
  const claimed = await tx
    .insertInto('idempotency')
    .values({ ...key, operation, request_digest: requestDigest })
    .onConflict(conflict => conflict.doNothing())
    .executeTakeFirst()
  if (claimed.numInsertedOrUpdatedRows) return undefined
  const { request_digest, answer } = await tx
    .selectFrom('idempotency')
    .select(['request_digest', 'answer'])
    .where('owner', '=', key.owner)
    .where('key', '=', key.key)
    .executeTakeFirstOrThrow()
  return request_digest === requestDigest ? answer : refusePlatform('idempotency.mismatch')
}

async function keepAnswer(tx: Tx, call: Call, output: unknown): Promise<void> {
  const key = keyOf(call)
  if (!key) return
  const answer = JSON.stringify(output ?? null)
  await tx
    .updateTable('idempotency')
    .set({ answer })
    .where('owner', '=', key.owner)
    .where('key', '=', key.key)
    .execute()
}

async function forgetKey(tx: Tx, call: Call): Promise<void> {
  const key = keyOf(call)
  if (key) await tx.deleteFrom('idempotency').where('owner', '=', key.owner).where('key', '=', key.key).execute()
}
