import type pg from 'pg'
import { normalizeText, searchGrams } from '../../domain/shared/text.ts'
import { initialsOf } from '../../server/text/pinyin.ts'
import { creatorOf, titleOf } from './titles.ts'

const batch = 4000
const units = 20

/** Fills a set-up database with this many filed items, straight through SQL: what is measured is reading, not how it came in. */
export async function seed(pool: pg.Pool, items: number): Promise<void> {
  const { rows } = await pool.query<{ fonds: string; person: string; unit: string; version: number }>(`
    select (select id from fonds limit 1) as fonds, (select id from person order by id limit 1) as person, (select id from unit order by id limit 1) as unit,
      (select max(version) from kind_version where code = 'document') as version`)
  const { fonds, person, unit, version } = rows[0]!
  await pool.query(
    `insert into unit (id, name, code) select 'unit_' || lpad(n::text, 26, '0'), '测试部门' || n, 'T' || n from generate_series(1, ${units - 1}) n`,
  )
  await pool.query(
    `insert into series (id, fonds_id, kind, year, retention, unit_id)
     select 'series_' || lpad((row_number() over ())::text, 26, '0'), $1, 'document', year, retention, unit.id
     from generate_series(1990, 2026) year, unnest(array['Y', 'D30', 'D10']) retention, (select id from unit order by id limit ${units}) unit`,
    [fonds],
  )
  const series = (
    await pool.query<{ id: string; year: number; retention: string; unit_id: string }>(
      'select id, year, retention, unit_id from series order by id',
    )
  ).rows
  await pool.query('alter table item disable trigger user')
  await pool.query('alter table item_search disable trigger user')
  await pool.query('drop index item_search_grams')
  for (let from = 0; from < items; from += batch) {
    const rows = Array.from({ length: Math.min(batch, items - from) }, (_, index) => rowOf(from + index, series))
    await insert(pool, rows, { fonds, person, version })
    if (from % 100_000 === 0)
      process.stderr.write(`\r  seeded ${from.toLocaleString('en')} of ${items.toLocaleString('en')} `)
  }
  process.stderr.write('\r  indexing …                              ')
  await pool.query(
    "set maintenance_work_mem = '512MB'; create index item_search_grams on item_search using gin (grams, places)",
  )
  await pool.query(
    'insert into series_tally select series_id, secrecy, state, count(*), sum(pages) from item group by 1, 2, 3',
  )
  await pool.query('alter table item enable trigger user')
  await pool.query('alter table item_search enable trigger user')
  await pool.query('vacuum analyze')
  process.stderr.write(`\r  ${items.toLocaleString('en')} items are in; the ordinary unit is ${unit}\n`)
}

function rowOf(at: number, series: readonly { id: string; year: number; retention: string; unit_id: string }[]) {
  const place = series[(at * 7919) % series.length]!
  const title = titleOf(at)
  const serial = Math.floor(at / series.length) + 1
  const code = `A001-WS·${place.year}-${place.retention}-${place.unit_id.slice(-4)}-${String(serial).padStart(4, '0')}`
  const parts = [title, initialsOf(title), creatorOf(at), code]
  return {
    id: `item_${String(at).padStart(26, '0')}`,
    series: place.id,
    year: place.year,
    retention: place.retention,
    unit: place.unit_id,
    secrecy: [0, 10, 10, 10, 10, 10, 10, 20, 20, 30][at % 10]!,
    code: `${code}-${at}`,
    serial: at + 1,
    title,
    creator: creatorOf(at),
    grams: [...new Set(parts.flatMap(searchGrams))].map(gram => `'${gram}'`).join(' '),
    folded: parts.map(normalizeText).join('\n'),
    foldedTitle: normalizeText(title),
  }
}

type Row = ReturnType<typeof rowOf>

async function insert(
  pool: pg.Pool,
  rows: readonly Row[],
  { fonds, person, version }: { fonds: string; person: string; version: number },
): Promise<void> {
  const column = <K extends keyof Row>(name: K) => rows.map(row => row[name])
  await pool.query(
    `with rows as (select * from unnest($4::text[], $5::text[], $6::int[], $7::text[], $8::text[], $9::int[], $10::text[], $11::int[], $12::text[], $13::text[], $14::text[], $15::text[], $16::text[])
       as r (id, series, year, retention, unit, secrecy, code, serial, title, creator, grams, folded, folded_title)),
     made as (insert into item (id, fonds_id, series_id, kind, kind_version, year, retention, unit_id, secrecy, state, code, code_scope, serial, title, creator, dated_on, pages,
         revision, registered_by, registered_at, filed_by, filed_at, stored_revision)
       select id, $1, series, 'document', $3, year, retention, unit, secrecy, 'filed', code, 'bench', serial, title, creator, make_date(year, 6, 1), 1 + serial % 40,
         3, $2, now(), $2, now(), 3 from rows)
     insert into item_search (item_id, grams, folded, described, ordinal, places)
       select id, grams::tsvector, folded, jsonb_build_object('title', folded_title, 'creator', creator), serial,
         item_places($1, 'document', year::smallint, retention, unit, serial) from rows`,
    [
      fonds,
      person,
      version,
      column('id'),
      column('series'),
      column('year'),
      column('retention'),
      column('unit'),
      column('secrecy'),
      column('code'),
      column('serial'),
      column('title'),
      column('creator'),
      column('grams'),
      column('folded'),
      column('foldedTitle'),
    ],
  )
}
