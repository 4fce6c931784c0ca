import { sql } from 'kysely'
import type { Tx } from '../platform/db.ts'

export type Row = Readonly<Record<string, unknown>>

/** Tables that the storage root's descriptions fill. */
export type Described =
  | 'unit'
  | 'person'
  | 'fonds'
  | 'kind_version'
  | 'series'
  | 'item'
  | 'blob'
  | 'component'
  | 'volume'
  | 'box'
  | 'bond'

/** Rows go in as JSON by the table's own columns, so that facts which later versions add find their place by themselves. */
export async function insert(tx: Tx, table: Described, rows: readonly Row[]): Promise<void> {
  const columns = await columnsOf(tx, table)
  // Older descriptions lack the newest columns, which then take their standard value.
  const alike = Map.groupBy(rows, row => columns.filter(column => Object.hasOwn(row, column)).join())
  // One content in several items is one blob; anything else that is there twice is a fault and must not pass.
  const again = table === 'blob' ? sql`on conflict do nothing` : sql``
  for (const [given, group] of alike) {
    const names = sql.join(given.split(',').map(name => sql.ref(name)))
    await sql`insert into ${sql.table(table)} (${names})
      select ${names} from json_populate_recordset(null::${sql.table(`public.${table}`)}, ${JSON.stringify(group)}::json) ${again}`.execute(
      tx,
    )
  }
}

async function columnsOf(tx: Tx, table: Described): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select attname::text as name from pg_attribute where attrelid = ${table}::regclass and attnum > 0 and not attisdropped`.execute(
    tx,
  )
  return rows.map(({ name }) => name)
}
