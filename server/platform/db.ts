import { Kysely, PostgresDialect, sql, type Transaction } from 'kysely'
import pg from 'pg'
import type { Database } from '../database-types.generated.ts'

export type Db = Kysely<Database>
export type Tx = Transaction<Database>

/** Either way to run a read: inside a command's transaction or straight on the pool. */
export type Reads = Db | Tx

const readers = new Map<number, (text: string) => unknown>([
  [20, Number], // bigint: our counts and sizes stay far below 2^53
  [1082, text => text], // date: a calendar day is text, never an instant
  [1184, text => new Date(text).toISOString()],
])

/** Opens the pool; instants come back as ISO text in UTC, calendar days as `YYYY-MM-DD`, bigint as number. */
export function openPool(config: pg.PoolConfig): pg.Pool {
  const pool = new pg.Pool({
    max: 16,
    ...config,
    types: {
      getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
        readers.get(oid) ?? pg.types.getTypeParser(oid, format as 'text')) as typeof pg.types.getTypeParser,
    },
  })
  // A connection that breaks while idle must not end the process; the next query gets a new one.
  pool.on('error', () => undefined)
  pool.on('connect', client => client.on('error', () => undefined))
  return pool
}

export const openDb = (pool: pg.Pool): Db => new Kysely<Database>({ dialect: new PostgresDialect({ pool }) })

/** Name of the constraint a database error speaks of, so that the matching refusal can be given. */
export function brokenConstraint(error: unknown): string | undefined {
  return error instanceof pg.DatabaseError ? error.constraint : undefined
}

/** A text array parameter: `where id = any(${textArray(ids)})`, one plan for any number of ids. */
export const textArray = (values: readonly string[]) => sql<string[]>`${[...values]}::text[]`
