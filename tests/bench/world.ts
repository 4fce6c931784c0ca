import { join } from 'node:path'
import { Kysely, PostgresDialect } from 'kysely'
import type pg from 'pg'
import type { Actor } from '../../domain/access/actor.ts'
import { stranger } from '../../domain/access/actor.ts'
import { insertPerson, insertPost } from '../../server/access/access.sql.ts'
import { actorOfPerson } from '../../server/access/authenticate.ts'
import { constraintRefusals } from '../../server/constraints.ts'
import type { Database } from '../../server/database-types.generated.ts'
import { storeBuiltInKinds } from '../../server/holdings/kinds.sql.ts'
import { operationList } from '../../server/operations.ts'
import { openDb, openPool } from '../../server/platform/db.ts'
import { execute } from '../../server/platform/execute.ts'
import { fromText } from '../../server/platform/from-text.ts'
import { newSecret, sha256 } from '../../server/platform/ids.ts'
import { migrate } from '../../server/platform/migrate.ts'
import type { Runtime } from '../../server/platform/runtime.ts'
import { completeSetup } from '../../server/setup/complete-setup.ts'
import { newSetupToken } from '../../server/setup/first-run.ts'
import { openRoot } from '../../server/store/ocfl/root.ts'
import type { Statement } from './measure.ts'

/** Somebody who asks: the token for HTTP, and the statements that an operation of theirs comes to. */
export interface Caller {
  readonly token: string
  statementsOf(operation: string, query: Record<string, string>): Promise<Statement[]>
}

/** Sets an empty database up and makes the two who ask: one who sees everything, and a clerk cleared for internal papers. */
export async function prepare(pool: pg.Pool, config: pg.PoolConfig, data: string) {
  await migrate(pool)
  const runtime: Runtime = {
    db: openDb(pool),
    reads: openDb(pool),
    clock: () => new Date(),
    files: { staging: join(data, 'staging'), store: await openRoot(join(data, 'store')) },
    constraints: constraintRefusals,
  }
  await storeBuiltInKinds(runtime.db)
  await execute(runtime, completeSetup, {
    actor: stranger('local'),
    requestId: 'bench',
    input: {
      token: await newSetupToken(runtime),
      organisation: { name: '测量场', fondsCode: 'A001', fondsName: '测量场' },
      template: 'dairy',
      administrator: { login: 'measurer', name: '测量员', password: 'Ce-Liang-2026' },
      separation: 'simplified',
    },
  })
  const spy = spyOn(config)
  return {
    administrator: await caller(runtime, pool, spy, 30),
    ordinary: await caller(runtime, pool, spy, 10),
    close: () => spy.close(),
  }
}

/** A connection that remembers what is said on it. */
function spyOn(config: pg.PoolConfig) {
  const heard: Statement[] = []
  let pool: pg.Pool | undefined
  const reads = new Kysely<Database>({
    dialect: new PostgresDialect({ pool: async () => (pool ??= openPool({ ...config, max: 2 })) }),
    log: event => void heard.push({ text: event.query.sql, values: event.query.parameters }),
  })
  return { reads, take: () => heard.splice(0), close: () => reads.destroy() }
}

async function caller(
  runtime: Runtime,
  pool: pg.Pool,
  spy: ReturnType<typeof spyOn>,
  clearance: number,
): Promise<Caller> {
  const token = newSecret()
  const personId = await runtime.db.transaction().execute(async tx => {
    const id = await insertPerson(tx, {
      name: `检索员${clearance}`,
      login: null,
      passwordHash: null,
      mustChange: false,
      clearance,
    })
    const unit = await tx.selectFrom('unit').select('id').orderBy('id').limit(1).executeTakeFirstOrThrow()
    await insertPost(tx, { personId: id, unitId: unit.id, role: 'archivist', dutyGroup: 'business', grantedBy: null })
    const year = new Date(Date.now() + 365 * 86_400_000)
    await tx
      .insertInto('api_token')
      .values({
        id: `token_${clearance}`,
        person_id: id,
        name: 'bench',
        secret_digest: sha256(token),
        created_at: new Date(),
        expires_at: year,
      })
      .execute()
    return id
  })
  const actor: Actor = await actorOfPerson(pool, personId)
  return {
    token,
    async statementsOf(name, query) {
      const operation = operationList.find(one => one.name === name)
      if (!operation) throw new Error(`no operation ${name}`)
      await execute({ ...runtime, reads: spy.reads }, operation, {
        actor,
        input: fromText(operation.input, query),
        requestId: 'bench',
      })
      return spy.take()
    },
  }
}
