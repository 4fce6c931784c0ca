import { sql } from 'kysely'
import type { Actor } from '../../domain/access/actor.ts'
import type { Db, Reads } from '../platform/db.ts'
import { type Boxed, boxesSeenBy } from './boxes.sql.ts'
import { visibleItems, visibleVolumes } from './visible.sql.ts'

interface Contained {
  id: string
  code: string
  title: string
  pages: number
  state: string
}

const itemsIn = (actor: Actor) => sql`select item.box_id, item.id, item.code, item.title, item.state, item.serial,
    coalesce(item.pages, 0)::int as pages from item where ${visibleItems(actor)}`
const volumesIn = (
  actor: Actor,
) => sql`select volume.box_id, volume.id, volume.code, volume.title, volume.state, volume.serial,
    (select coalesce(sum(pages), 0) from item where volume_id = volume.id)::int as pages
  from volume join series on series.id = volume.series_id where ${visibleVolumes(actor)}`

interface BoxSums {
  count: number
  pages: number
  first_code: string | null
  last_code: string | null
}

/** Boxes as lists show them; what they add up to is only what the actor may see. */
export const boxList = (reads: Reads, actor: Actor) =>
  boxesSeenBy(reads, actor)
    .innerJoinLateral(
      sql<BoxSums>`(select count(*)::int as count, coalesce(sum(pages), 0)::int as pages,
          (array_agg(code order by serial))[1] as first_code, (array_agg(code order by serial desc))[1] as last_code
        from (select * from (${itemsIn(actor)}) i where i.box_id = box.id
          union all select * from (${volumesIn(actor)}) v where v.box_id = box.id) c)`.as('inside'),
      join => join.onTrue(),
    )
    .select(['inside.count', 'inside.pages', 'inside.first_code', 'inside.last_code'])

/** What lies in a box and the actor may see, by code. */
export async function boxContents(reads: Db, actor: Actor, what: Boxed, boxId: string): Promise<Contained[]> {
  const { rows } = await sql<Contained>`select id, code, title, pages, state
    from (${what === 'item' ? itemsIn(actor) : volumesIn(actor)}) c where box_id = ${boxId} order by serial, id`.execute(
    reads,
  )
  return rows
}
