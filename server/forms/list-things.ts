import { sql } from 'kysely'
import { z } from 'zod'
import type { Actor } from '../../domain/access/actor.ts'
import { SeriesId } from '../../domain/shared/ids.ts'
import { visibleRows } from '../holdings/item-rows.sql.ts'
import { visibleSeries, visibleVolumes } from '../holdings/visible.sql.ts'
import type { Db } from '../platform/db.ts'
import { query } from '../platform/operation.ts'
import { checksOfSeries } from './checks.sql.ts'

const pageSize = 100

interface Page {
  readonly seriesId: string
  readonly after: number
}

/** What a form may be printed for in a series 选打印对象: its volumes, boxes, items or checks in their order, a page at a time. */
export const listThings = query({
  name: 'form.things',
  title: '选打印对象',
  titleEn: 'What may be printed',
  permission: 'form.preview',
  rules: ['S17.4'],
  input: z.strictObject({
    thing: z.enum(['volume', 'box', 'item', 'check']).meta({ title: '按什么打印', titleEn: 'Printed for' }),
    seriesId: SeriesId,
    after: z.int().min(0).default(0).meta({ title: '续页位置', titleEn: 'Page key' }),
  }),
  output: z.object({
    things: z.array(z.object({ id: z.string(), label: z.string(), title: z.string() })),
    next: z.number().nullable(),
  }),
  async run({ tx, actor }, { thing, ...page }) {
    const rows = await readers[thing](tx, actor, page)
    const more = rows.length > pageSize
    const things = rows.slice(0, pageSize)
    return {
      things: things.map(({ id, label, title }) => ({ id, label, title })),
      next: more ? (things.at(-1)?.place ?? null) : null,
    }
  },
})

const volumes = (tx: Db, actor: Actor, { seriesId, after }: Page) =>
  tx
    .selectFrom('volume')
    .innerJoin('series', 'series.id', 'volume.series_id')
    .select(['volume.id', 'volume.title'])
    .select([sql<string>`volume.code`.as('label'), sql<number>`volume.serial`.as('place')])
    .where('volume.series_id', '=', seriesId)
    .where('volume.serial', '>', after)
    .where(visibleVolumes(actor))
    .orderBy('volume.serial')
    .limit(pageSize + 1)
    .execute()

const boxes = (tx: Db, actor: Actor, { seriesId, after }: Page) =>
  tx
    .selectFrom('box')
    .innerJoin('series', 'series.id', 'box.series_id')
    .select(['box.id', 'box.number as place'])
    .select([sql<string>`box.number::text`.as('label'), sql<string>`box.thickness_mm || ' mm'`.as('title')])
    .where('box.series_id', '=', seriesId)
    .where('box.number', '>', after)
    .where(visibleSeries(actor))
    .orderBy('box.number')
    .limit(pageSize + 1)
    .execute()

async function items(tx: Db, actor: Actor, { seriesId, after }: Page) {
  const rows = await visibleRows(tx, actor)
    .where('item.series_id', '=', seriesId)
    .where('item.serial', '>', after)
    .orderBy('item.serial')
    .limit(pageSize + 1)
    .execute()
  return rows.map(({ id, code, title, serial }) => ({ id, label: code ?? '', title, place: serial ?? 0 }))
}

/** Checks are few and the newest is wanted: they come in one page. */
async function checks(tx: Db, actor: Actor, { seriesId }: Page) {
  const rows = await checksOfSeries(tx, actor, seriesId, pageSize)
  return rows.map(({ id, finished_at, items, name }) => ({
    id,
    label: finished_at?.slice(0, 10) ?? '',
    title: `${name}　${items} 件`,
    place: 0,
  }))
}

const readers = { volume: volumes, box: boxes, item: items, check: checks } as const
