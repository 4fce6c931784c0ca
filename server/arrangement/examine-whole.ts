import { sql } from 'kysely'
import type { Actor } from '../../domain/access/actor.ts'
import type { Finding } from '../../domain/arrangement/quality/checks.ts'
import { visibleItems } from '../holdings/visible.sql.ts'
import { type Db, textArray } from '../platform/db.ts'
import type { Scope } from './gather-facts.ts'

/** What was counted while the items were looked at one by one. */
export interface Counted {
  readonly items: number
  readonly files: number
  readonly bytes: number
  readonly foundBytes: number
}

const mostNamed = 20

/** Checks that judge all items together: counts, bytes, duplicates, gaps in numbers. */
export async function examineWhole(reads: Db, actor: Actor, scope: Scope, counted: Counted): Promise<Finding[]> {
  const expected = await countNow(reads, actor, scope)
  const compare = (
    code: 'GD-2-1' | 'GD-2-2',
    want: number,
    got: number,
    measure: { zh: string; en: string },
  ): Finding => ({
    code,
    outcome: want === got ? 'pass' : 'fail',
    zh: `登记 ${want} ${measure.zh}，检到 ${got} ${measure.zh}`,
    en: `${want} ${measure.en} recorded, ${got} found`,
  })
  return [
    compare('GD-2-1', expected, counted.items, { zh: '件', en: 'items' }),
    compare('GD-2-2', counted.bytes, counted.foundBytes, { zh: '字节', en: 'bytes' }),
    listed('GD-1-8', await duplicates(reads, actor, scope), {
      zh: '文号或题名重复',
      en: 'the same number or title twice',
    }),
    listed('GD-2-6', scope.seriesId ? await gaps(reads, scope.seriesId) : [], { zh: '空号', en: 'numbers missing' }),
  ]
}

const listed = (code: 'GD-1-8' | 'GD-2-6', found: readonly string[], what: { zh: string; en: string }): Finding =>
  found.length === 0
    ? { code, outcome: 'pass', zh: '没有', en: 'none' }
    : {
        code,
        outcome: 'fail',
        zh: `${what.zh} ${found.length} 处：${found.slice(0, mostNamed).join('、')}`,
        en: `${what.en} in ${found.length} places: ${found.slice(0, mostNamed).join(', ')}`,
      }

async function countNow(reads: Db, actor: Actor, { seriesId, ids }: Scope): Promise<number> {
  const { rows } = await sql<{
    count: number
  }>`select count(*) as count from item where ${visibleItems(actor)} and state <> 'filed'
    and (${seriesId}::text is null or series_id = ${seriesId}) and (${ids === null} or id = any(${textArray(ids ?? [])}))`.execute(
    reads,
  )
  return rows[0]?.count ?? 0
}

/** Documents of one number and creator, or of one title and date, more than once; named by their archival codes or ids' ends. */
async function duplicates(reads: Db, actor: Actor, { seriesId, ids }: Scope): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    with looked as (select id, code, document_no, creator, title, dated_on, series_id from item where ${visibleItems(actor)} and state <> 'filed'
      and (${seriesId}::text is null or series_id = ${seriesId}) and (${ids === null} or id = any(${textArray(ids ?? [])})))
    select string_agg(coalesce(code, '…' || right(id, 6)), ' = ' order by id) as name from looked
      where document_no <> '' group by document_no, creator having count(*) > 1
    union
    select string_agg(coalesce(code, '…' || right(id, 6)), ' = ' order by id) from looked
      where document_no = '' and dated_on is not null group by title, dated_on, creator having count(*) > 1
    order by 1 limit 1000`.execute(reads)
  return rows.map(({ name }) => name)
}

/** Numbers that are missing in a class of the series, between the first and the last that were given. */
async function gaps(reads: Db, seriesId: string): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    with numbered as (
      select code_scope, serial from item where series_id = ${seriesId} and serial is not null
      union select code_scope, serial from volume where series_id = ${seriesId} and serial is not null),
    scopes as (select distinct code_scope from numbered),
    whole as (
      select code_scope, serial from item where code_scope in (select code_scope from scopes)
      union select code_scope, serial from volume where code_scope in (select code_scope from scopes)),
    stepped as (select code_scope, serial, coalesce(lag(serial) over (partition by code_scope order by serial), 0) as before from whole)
    select code_scope || '-' || (before + 1) || case when serial - before > 2 then '～' || (serial - 1) else '' end as name
      from stepped where serial > before + 1 order by code_scope, serial limit 1000`.execute(reads)
  return rows.map(({ name }) => name)
}
