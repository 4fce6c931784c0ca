import { CompiledQuery, sql } from 'kysely'
import type { Reads, Tx } from '../platform/db.ts'

/** A table of the product and the two statements that carry its rows out and back in, as the database itself writes them. */
export interface TableForm {
  readonly name: string
  readonly columns: readonly string[]
  /** Selects each row, by primary key, as one line of JSON: an array of the columns' own text forms. */
  readonly dump: string
  /** Inserts rows given as a JSON array of such lines. */
  readonly load: string
}

/** Every table of the product; the list of migrations is no data, and what the print centre keeps for a day is made again. Names and types come quoted from the catalogue. */
export async function tableForms(reads: Reads): Promise<TableForm[]> {
  const { rows } = await sql<TableForm>`
    select c.relname as name, array_agg(a.attname::text order by a.attnum) as columns,
      format('select json_build_array(%s)::text as line from public.%I order by %s',
        string_agg(format('%I::text', a.attname), ', ' order by a.attnum), c.relname,
        (select string_agg(format('%I', k.attname), ', ' order by array_position(i.indkey::int2[], k.attnum)) from pg_index i
          join pg_attribute k on k.attrelid = i.indrelid and k.attnum = any (i.indkey) where i.indrelid = c.oid and i.indisprimary)) as dump,
      format('insert into public.%I (%s) select %s from json_array_elements($1::json) line', c.relname,
        string_agg(format('%I', a.attname), ', ' order by a.attnum),
        string_agg(format('(line->>%s)::%s', a.place - 1, format_type(a.atttypid, a.atttypmod)), ', ' order by a.attnum)) as load
    from pg_class c
    join lateral (select *, row_number() over (order by attnum) as place from pg_attribute
      where attrelid = c.oid and attnum > 0 and not attisdropped and attgenerated = '') a on true
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname not in ('migration', 'print_file', 'print_run')
    group by c.oid, c.relname order by c.relname`.execute(reads)
  return rows
}

const rowsAtOnce = 100

/** Reads a table's rows in the caller's snapshot, each as a line; a table of any size takes little memory. */
export async function* dumpTable(tx: Tx, { dump }: TableForm): AsyncGenerator<string> {
  await tx.executeQuery(CompiledQuery.raw(`declare dumped no scroll cursor for ${dump}`))
  for (;;) {
    const { rows } = await tx.executeQuery<{ line: string }>(CompiledQuery.raw(`fetch ${rowsAtOnce} from dumped`))
    for (const { line } of rows) yield line
    if (rows.length < rowsAtOnce) break
  }
  await tx.executeQuery(CompiledQuery.raw('close dumped'))
}

const loadBytes = 4 * 1024 * 1024

/** Inserts lines into their table; answers how many there were. */
export async function loadTable(tx: Tx, { load }: TableForm, lines: AsyncIterable<string>): Promise<number> {
  let [count, waiting, bytes]: [number, string[], number] = [0, [], 0]
  const send = async () => {
    if (waiting.length > 0) await tx.executeQuery(CompiledQuery.raw(load, [`[${waiting.join(',')}]`]))
    ;[waiting, bytes] = [[], 0]
  }
  for await (const line of lines) {
    waiting.push(line)
    bytes += line.length
    count += 1
    if (bytes > loadBytes) await send()
  }
  await send()
  return count
}

/**
 * Loads whole tables in any order: without their triggers, which have done their work before, and without foreign keys, which are made
 * anew afterwards and so prove the rows to belong together.
 */
export async function withoutTriggers(tx: Tx, use: () => Promise<void>): Promise<void> {
  const { rows: keys } = await sql<{ drop: string; add: string }>`
    select format('alter table %s drop constraint %I', conrelid::regclass, conname) as drop,
      format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) as add
    from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace order by conrelid::regclass::text, conname`.execute(
    tx,
  )
  const { rows: tables } = await sql<{ off: string; on: string }>`
    select format('alter table %s disable trigger user', oid::regclass) as off, format('alter table %s enable trigger user', oid::regclass) as on
    from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' order by relname`.execute(tx)
  for (const { drop } of keys) await tx.executeQuery(CompiledQuery.raw(drop))
  for (const { off } of tables) await tx.executeQuery(CompiledQuery.raw(off))
  await use()
  for (const { add } of keys) await tx.executeQuery(CompiledQuery.raw(add))
  for (const { on } of tables) await tx.executeQuery(CompiledQuery.raw(on))
}

/** Makes every value's text form the same whatever the database's own settings are. */
export async function speakPlainly(tx: Tx): Promise<void> {
  await sql`set local datestyle to 'ISO, YMD'`.execute(tx)
  await sql`set local timezone to 'UTC'`.execute(tx)
  await sql`set local intervalstyle to 'postgres'`.execute(tx)
  await sql`set local bytea_output to 'hex'`.execute(tx)
  await sql`set local extra_float_digits to 1`.execute(tx)
  await sql`set local idle_in_transaction_session_timeout to 0`.execute(tx)
}
