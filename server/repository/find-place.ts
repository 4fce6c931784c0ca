import { z } from 'zod'
import type { Actor } from '../../domain/access/actor.ts'
import { ThingId } from '../../domain/repository/input.ts'
import { refuseRepository } from '../../domain/repository/refusals.ts'
import { readMark } from '../../domain/shared/mark.ts'
import { find } from '../holdings/search.sql.ts'
import { wantedOf } from '../holdings/search-wanted.sql.ts'
import { visibleVolumes } from '../holdings/visible.sql.ts'
import type { Db } from '../platform/db.ts'
import { query } from '../platform/operation.ts'
import { readLocation } from './locations.sql.ts'
import { placesOf } from './placements.sql.ts'
import { proposeFor } from './propose.ts'
import { readThings } from './things.sql.ts'

const found = z.object({
  id: z.string(),
  kind: z.enum(['box', 'volume', 'item']),
  code: z.string(),
  title: z.string(),
  /** Null where it stands in no place yet. */
  place: z
    .object({
      locationId: z.string(),
      code: z.string(),
      position: z.number(),
      placedAt: z.string(),
      /** What stands there: the thing itself, or the box or volume it lies in. */
      inside: z.object({ id: z.string(), kind: z.enum(['box', 'volume', 'item']), code: z.string() }).nullable(),
    })
    .nullable(),
})

/** Where something stands 存放位置: by its id; what it lies in is followed to the shelf (S1.4). */
export const showPlace = query({
  name: 'place.show',
  title: '存放位置',
  titleEn: 'Where it stands',
  permission: 'place.show',
  rules: ['S1.4', 'S17.4'],
  input: z.strictObject({ thingId: ThingId }),
  output: z.object({ found }),
  async run({ tx, actor }, { thingId }) {
    const [one] = await locate(tx, actor, [thingId])
    return { found: one ?? refuseRepository('place.unknown') }
  },
})

const mostFound = 20

/** Find a place 找位置 by what somebody has at hand: a scanned mark, a code, or words of a title (S1.4). */
export const findPlace = query({
  name: 'place.find',
  title: '找位置',
  titleEn: 'Find where things stand',
  permission: 'place.find',
  rules: ['S1.4', 'S17.4'],
  input: z.strictObject({
    text: z.string().trim().min(1).max(200).meta({ title: '标识码、档号或题名', titleEn: 'Mark, code or title' }),
  }),
  output: z.object({
    found: z.array(found),
    location: z.object({ id: z.string(), code: z.string(), level: z.string(), name: z.string() }).nullable(),
  }),
  async run({ tx, actor }, { text }) {
    const mark = readMark(text)
    if (mark && mark.thing !== 'loc') return { found: await locate(tx, actor, [mark.id]), location: null }
    const location = mark ? await readLocation(tx, mark.id) : await locationByCode(tx, text)
    if (location) {
      const { id, code, level, name } = location
      return { found: [], location: { id, code, level, name } }
    }
    return { found: await locate(tx, actor, await idsByText(tx, actor, text)), location: null }
  },
})

const locationByCode = (reads: Db, text: string) =>
  reads.selectFrom('location').selectAll().where('code', '=', text.toUpperCase()).executeTakeFirst()

async function locate(reads: Db, actor: Actor, ids: readonly string[]): Promise<z.input<typeof found>[]> {
  const mayBoxes = actor.permissions.has('location.show')
  const things = await readThings(reads, actor, ids)
  const places = await placesOf(reads, actor, ids)
  const around = await readThings(
    reads,
    actor,
    [...places.values()].map(({ standing }) => standing),
  )
  return ids.flatMap(id => {
    const thing = things.get(id)
    if (!thing || (thing.kind === 'box' && !mayBoxes)) return []
    const { kind, code, title } = thing
    const place = places.get(id)
    const outer = place && place.standing !== id ? around.get(place.standing) : undefined
    return [
      {
        ...{ id, kind, code, title },
        place: place
          ? {
              ...{ locationId: place.locationId, code: place.code, position: place.position, placedAt: place.placedAt },
              inside: outer ? { id: outer.id, kind: outer.kind, code: outer.code } : null,
            }
          : null,
      },
    ]
  })
}

/** Items and volumes whose code is the text, then items whose code or title has its words. */
async function idsByText(reads: Db, actor: Actor, text: string): Promise<string[]> {
  const volumes = await reads
    .selectFrom('volume')
    .innerJoin('series', 'series.id', 'volume.series_id')
    .select('volume.id')
    .where('volume.code', '=', text)
    .where(visibleVolumes(actor))
    .limit(mostFound)
    .execute()
  const wanted = await wantedOf(reads, actor, { text })
  const items = wanted ? await find(reads, wanted, { need: mostFound }) : []
  return [...volumes, ...items].map(({ id }) => id)
}

/** The place the system tells 建议库位 for a box, volume or object, and why there (S14.1). */
export const proposePlaces = query({
  name: 'place.propose',
  title: '建议库位',
  titleEn: 'Propose a place',
  permission: 'place.propose',
  rules: ['S14.1', 'S1.4'],
  input: z.strictObject({ thingId: ThingId }),
  output: z.object({
    proposal: z.object({ locationId: z.string(), code: z.string(), because: z.string() }).nullable(),
  }),
  async run({ tx, actor }, { thingId }) {
    const thing = (await readThings(tx, actor, [thingId])).get(thingId) ?? refuseRepository('place.unknown')
    const told = await proposeFor(tx, thing, { thicknessMm: thing.thicknessMm })
    if (!told) return { proposal: null }
    const { code } = await readLocation(tx, told.locationId)
    return { proposal: { ...told, code } }
  },
})

/** History of places 存放记录 of one thing, newest first: where it stood, from when to when, moved by whom and why (S1.4). */
export const placeHistory = query({
  name: 'place.history',
  title: '存放记录',
  titleEn: 'History of places',
  permission: 'place.history',
  rules: ['S1.4', 'S17.4'],
  input: z.strictObject({ thingId: ThingId }),
  output: z.object({
    entries: z.array(
      z.object({
        id: z.string(),
        location: z.string(),
        from: z.string(),
        by: z.string(),
        reason: z.string(),
        until: z.string().nullable(),
        endedBy: z.string().nullable(),
        endReason: z.string(),
      }),
    ),
  }),
  async run({ tx, actor }, { thingId }) {
    if (!(await readThings(tx, actor, [thingId])).has(thingId)) refuseRepository('place.unknown')
    const entries = await tx
      .selectFrom('placement')
      .innerJoin('location', 'location.id', 'placement.location_id')
      .innerJoin('person as by', 'by.id', 'placement.placed_by')
      .leftJoin('person as ender', 'ender.id', 'placement.ended_by')
      .select(['placement.id', 'location.code as location', 'placement.placed_at as from', 'by.name as by'])
      .select(['placement.reason', 'placement.ended_at as until', 'ender.name as endedBy'])
      .select('placement.end_reason as endReason')
      .where('placement.thing_id', '=', thingId)
      .orderBy('placement.id', 'desc')
      .limit(500)
      .execute()
    return { entries }
  },
})
