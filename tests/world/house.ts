import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runOnce } from 'graphile-worker'
import type pg from 'pg'
import type { z } from 'zod'
import { type Actor, stranger } from '../../domain/access/actor.ts'
import type { RoleCode } from '../../domain/access/roles.ts'
import { rankOf, type Secrecy } from '../../domain/access/secrecy.ts'
import { groupOf } from '../../domain/access/separation.ts'
import type { Refusal } from '../../domain/shared/refusal.ts'
import { insertPerson, insertPost, insertUnit } from '../../server/access/access.sql.ts'
import { actorOfPerson } from '../../server/access/authenticate.ts'
import { constraintRefusals } from '../../server/constraints.ts'
import { storeBuiltInKinds } from '../../server/holdings/kinds.sql.ts'
import { jobs } from '../../server/jobs.ts'
import { openDb, openPool } from '../../server/platform/db.ts'
import { type Call, type Done, execute } from '../../server/platform/execute.ts'
import { newId } from '../../server/platform/ids.ts'
import { taskListOf, workerLog } from '../../server/platform/jobs.ts'
import type { Operation } from '../../server/platform/operation.ts'
import type { Runtime } from '../../server/platform/runtime.ts'
import { openRoot } from '../../server/store/ocfl/root.ts'
import { stageStream } from '../../server/store/staging.ts'
import { sniffFile } from '../../server/text/sniff.ts'
import { cloneDatabase } from './database.ts'

type Answer<O extends Operation> = O extends { output: infer S extends z.ZodType }
  ? z.output<S>
  : Awaited<ReturnType<O['run']>>

/** A whole Lantai on a database and folders of its own, without HTTP: where commands are called as somebody and looked at afterwards. */
export interface House extends AsyncDisposable {
  readonly runtime: Runtime
  readonly pool: pg.Pool
  readonly folder: string
  /** The clock every command sees; set it to move time. */
  now: Date
  call<O extends Operation>(
    operation: O,
    actor: Actor,
    input: z.input<O['input']>,
    options?: Partial<Call>,
  ): Promise<Answer<O>>
  /** The refusal an operation ends with; fails when it is not refused. */
  refusal(operation: Operation, actor: Actor, input: unknown): Promise<Refusal>
  readonly given: Given
  /** Runs all waiting jobs to their end. */
  runJobs(): Promise<void>
}

/** Things that are there before a test begins. */
export interface Given {
  unit(name?: string, code?: string): Promise<string>
  person(options?: {
    roles?: readonly RoleCode[]
    unitId?: string
    clearance?: Secrecy
    login?: string
    password?: string
    name?: string
  }): Promise<Actor>
  fonds(code?: string, codeTemplates?: Readonly<Record<string, string>>): Promise<string>
  /** A finished upload of one's own, ready to be attached. */
  upload(actor: Actor, name: string, bytes: Uint8Array): Promise<string>
}

/** Opens a house; `await using house = await openHouse()` closes it, or call its `[Symbol.asyncDispose]`. */
export async function openHouse(): Promise<House> {
  const database = await cloneDatabase()
  const folder = await mkdtemp(join(tmpdir(), 'lantai-house-'))
  const pool = openPool({ ...database.config, max: 50 })
  const readPool = openPool({ ...database.config, max: 20, options: '-c default_transaction_read_only=on' })
  const house = { now: new Date('2026-11-24T02:00:00.000Z') }
  const runtime: Runtime = {
    db: openDb(pool),
    reads: openDb(readPool),
    clock: () => house.now,
    files: { staging: join(folder, 'staging'), store: await openRoot(join(folder, 'store')) },
    constraints: constraintRefusals,
  }
  await storeBuiltInKinds(runtime.db)
  const log = { info: () => undefined, warn: () => undefined, error: (facts: object) => console.error(facts) }
  const run = (operation: Operation, actor: Actor, input: unknown, options: Partial<Call> = {}): Promise<Done> =>
    execute(runtime, operation, { actor, input, requestId: 'test', ...options })
  return Object.assign(house, {
    runtime,
    pool,
    folder,
    call: async <O extends Operation>(
      operation: O,
      actor: Actor,
      input: z.input<O['input']>,
      options?: Partial<Call>,
    ) => (await run(operation, actor, input, options)).output as Answer<O>,
    refusal: async (operation: Operation, actor: Actor, input: unknown): Promise<Refusal> => {
      const answered = await run(operation, actor, input).catch((error: unknown) => ({ error }))
      if ('error' in answered && answered.error instanceof Error && answered.error.name === 'Refusal')
        return answered.error as Refusal
      throw 'error' in answered
        ? answered.error
        : new Error(`${operation.name} was not refused: ${JSON.stringify(answered.output)}`)
    },
    given: givenIn(runtime, pool),
    async runJobs() {
      const taskList = taskListOf({ runtime, log, jobs })
      // A job of a lane waits until the one before it is marked as done, which a single run does not wait for.
      do await runOnce({ pgPool: pool, taskList, noHandleSignals: true, logger: workerLog(log) })
      while (await waitsInLane(pool))
    },
    async [Symbol.asyncDispose]() {
      await runtime.db.destroy()
      await runtime.reads.destroy()
      await database.drop()
      await rm(folder, { recursive: true, force: true })
    },
  })
}

const waitsInLane = async (pool: pg.Pool): Promise<boolean> =>
  (
    await pool.query(
      'select from graphile_worker.jobs where queue_name is not null and attempts < max_attempts limit 1',
    )
  ).rowCount === 1

let counter = 0

function givenIn(runtime: Runtime, pool: pg.Pool): Given {
  const { db } = runtime
  const unit: Given['unit'] = (name = `部门${++counter}`, code = `D${counter}`) =>
    db.transaction().execute(tx => insertUnit(tx, { name, code, parentId: null }))
  return {
    unit,
    async person({ roles = [], unitId, clearance = 'internal', login, password, name = `人员${++counter}` } = {}) {
      const { hashPassword } = await import('../../server/access/passwords.ts')
      const passwordHash = password ? await hashPassword(password) : null
      const inUnit = unitId ?? (await unit())
      const personId = await db.transaction().execute(async tx => {
        const id = await insertPerson(tx, {
          name,
          login: login ?? null,
          passwordHash,
          mustChange: false,
          clearance: rankOf(clearance),
        })
        for (const role of roles)
          await insertPost(tx, {
            personId: id,
            unitId: inUnit,
            role,
            dutyGroup: groupOf(roles) ?? 'business',
            grantedBy: null,
          })
        return id
      })
      return actorOfPerson(pool, personId)
    },
    async fonds(code = `F${String(++counter).padStart(3, '0')}`, codeTemplates = {}) {
      const id = newId('fonds')
      await db
        .insertInto('fonds')
        .values({ id, code, name: `全宗${code}`, code_templates: JSON.stringify(codeTemplates) })
        .execute()
      return id
    },
    async upload(actor, name, bytes) {
      const staged = await stageStream(
        runtime.files.staging,
        (async function* () {
          yield bytes
        })(),
      )
      const { mime, extension } = await sniffFile(staged.path, name)
      const { sha256, sha512, size } = staged
      await db
        .insertInto('blob')
        .values({ sha256, sha512, size, mime, extension })
        .onConflict(conflict => conflict.doNothing())
        .execute()
      const id = newId('upload')
      const at = runtime.clock()
      await db
        .insertInto('upload')
        .values({ id, person_id: actor.personId ?? '', name, size, sha256, created_at: at, finished_at: at })
        .execute()
      return id
    },
  }
}

/** Somebody who has not signed in. */
export const nobody: Actor = stranger('127.0.0.1')

/** A plain description that may be registered as it is; what a test is about it says itself. */
export const someDocument = (place: { fondsId: string; unitId: string }) => ({
  ...place,
  kind: 'document',
  year: 2026,
  title: '关于做好奶牛春季防疫工作的通知',
  documentNo: '牧发〔2026〕3号',
  creator: '办公室',
  date: '2026-03-01',
  pages: 4,
  retention: 'D30' as const,
  secrecy: 'internal' as const,
})
