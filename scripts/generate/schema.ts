import type pg from 'pg'

/** The whole schema as one page to read and to compare: tables with columns, constraints, indexes, functions, triggers. */
export async function schemaPage(client: pg.ClientBase): Promise<string> {
  const lines = async (text: string) => (await client.query<{ line: string }>(text)).rows.map(row => row.line)
  const ours = `'public'::regnamespace`
  const columns = await client.query<{ table: string; line: string }>(`
    select c.relname as table, a.attname || ' ' || format_type(a.atttypid, a.atttypmod) || case when a.attnotnull then ' not null' else '' end
      || coalesce(' default ' || pg_get_expr(d.adbin, d.adrelid), '') as line
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
    where c.relnamespace = ${ours} and c.relkind = 'r' order by c.relname, a.attnum`)
  const constraints = await client.query<{ table: string; line: string }>(`
    select c.relname as table, 'constraint ' || k.conname || ' ' || pg_get_constraintdef(k.oid) as line
    from pg_constraint k join pg_class c on c.oid = k.conrelid where c.relnamespace = ${ours} and k.contype <> 'n' order by c.relname, k.contype desc, k.conname`)
  const ruled = Map.groupBy(constraints.rows, row => row.table)
  const tables = [...Map.groupBy(columns.rows, row => row.table)].map(([table, rows]) => {
    const inner = [...rows, ...(ruled.get(table) ?? [])].map(row => `  ${row.line}`)
    return `create table ${table} (\n${inner.join(',\n')}\n);`
  })
  const indexes = await lines(`
    select pg_get_indexdef(i.indexrelid) || ';' as line from pg_index i join pg_class c on c.oid = i.indrelid join pg_class x on x.oid = i.indexrelid
    where c.relnamespace = ${ours} and not exists (select from pg_constraint k where k.conindid = i.indexrelid and k.contype in ('p', 'u', 'x')) order by x.relname`)
  const functions = await lines(
    `select pg_get_functiondef(oid) || ';' as line from pg_proc where pronamespace = ${ours} order by proname`,
  )
  const triggers = await lines(`
    select pg_get_triggerdef(t.oid) || ';' as line from pg_trigger t join pg_class c on c.oid = t.tgrelid
    where c.relnamespace = ${ours} and not t.tgisinternal order by c.relname, t.tgname`)
  const head = '-- Made by `npm run generate` from the migrated database; never edited by hand.'
  return [head, ...tables, indexes.join('\n'), ...functions, triggers.join('\n'), ''].join('\n\n')
}
