import type pg from 'pg'

const scalar: Readonly<Record<string, string>> = {
  text: 'string',
  bool: 'boolean',
  bytea: 'Buffer',
  int2: 'number',
  int4: 'number',
  int8: 'number',
  date: 'string',
  timestamptz: 'Instant',
  json: 'Json',
  jsonb: 'Json',
  tsvector: 'Written',
  _text: 'string[]',
}

interface ColumnRow {
  table: string
  column: string
  type: string
  nullable: boolean
  defaulted: boolean
}

/** Types of all tables for Kysely, read from the migrated database itself. */
export async function databaseTypes(client: pg.ClientBase): Promise<string> {
  const { rows } = await client.query<ColumnRow>(`
    select c.relname as table, a.attname as column, t.typname as type, not a.attnotnull as nullable, a.atthasdef as defaulted
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped join pg_type t on t.oid = a.atttypid
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' order by c.relname, a.attnum`)
  const tables = Map.groupBy(rows, row => row.table)
  return [
    '// Made by `npm run generate` from the migrated database; never edited by hand.',
    "import type { ColumnType } from 'kysely'",
    '',
    'type Instant = ColumnType<string, Date | string, Date | string>',
    'type Json = ColumnType<unknown, string, string>',
    'type Written = ColumnType<string, string, string>',
    'type Defaulted<T> = T extends ColumnType<infer S, infer I, infer U> ? ColumnType<S, I | undefined, U> : ColumnType<T, T | undefined, T>',
    'type Nullable<T> = T extends ColumnType<infer S, infer I, infer U> ? ColumnType<S | null, I | null | undefined, U | null> : T | null',
    '',
    'export interface Database {',
    ...[...tables].flatMap(([table, columns]) => [
      `  ${table}: {`,
      ...columns.map(column => `    ${column.column}: ${typeOf(column)}`),
      '  }',
    ]),
    '}',
    '',
  ].join('\n')
}

function typeOf({ type, nullable, defaulted, table, column }: ColumnRow): string {
  const plain = scalar[type]
  if (!plain) throw new Error(`${table}.${column}: no TypeScript type is known for ${type}`)
  if (nullable) return `Nullable<${plain}>`
  return defaulted ? `Defaulted<${plain}>` : plain
}
