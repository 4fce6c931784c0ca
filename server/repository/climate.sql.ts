import { sql } from 'kysely'
import {
  type Carrier,
  type Climate,
  climateDay,
  type Excess,
  excessesOf,
  isCarrier,
} from '../../domain/repository/climate.ts'
import type { LoggedReading } from '../../domain/repository/logger-file.ts'
import type { Reads } from '../platform/db.ts'
import { newId } from '../platform/ids.ts'
import type { Context } from '../platform/operation.ts'

/** What a room is kept for; paper unless somebody said otherwise. */
export async function carrierOf(reads: Reads, locationId: string): Promise<Carrier> {
  const row = await reads
    .selectFrom('room_climate')
    .select('carrier')
    .where('location_id', '=', locationId)
    .executeTakeFirst()
  return row && isCarrier(row.carrier) ? row.carrier : 'paper'
}

/** Readings of a room in a stretch of time, oldest first. */
export function readingsOf(reads: Reads, locationId: string, { from, to }: { from: Date; to: Date }) {
  return reads
    .selectFrom('climate_reading as reading')
    .innerJoin('person as recorder', 'recorder.id', 'reading.recorded_by')
    .select(['reading.id', 'reading.taken_at', 'reading.temperature_tenths', 'reading.humidity_tenths'])
    .select(['reading.exceeded', 'reading.measure', 'reading.source', 'recorder.name as recorder'])
    .where('reading.location_id', '=', locationId)
    .where('reading.taken_at', '>=', from.toISOString())
    .where('reading.taken_at', '<', to.toISOString())
    .orderBy('reading.taken_at')
}

/** A stored reading as degrees and percent. */
export const climateOf = (row: { temperature_tenths: number; humidity_tenths: number }): Climate => ({
  temperature: row.temperature_tenths / 10,
  humidity: row.humidity_tenths / 10,
})

const dayMs = 24 * 3600_000

/** Judges readings by the limits of the room and by the others of their day, those already noted among them. */
export async function judge(reads: Reads, locationId: string, readings: readonly LoggedReading[]) {
  const carrier = await carrierOf(reads, locationId)
  const sorted = readings.toSorted((a, b) => a.takenAt.getTime() - b.takenAt.getTime())
  const [first, last] = [sorted[0], sorted.at(-1)]
  const known =
    first && last
      ? await readingsOf(reads, locationId, {
          from: new Date(first.takenAt.getTime() - dayMs),
          to: new Date(last.takenAt.getTime() + dayMs),
        }).execute()
      : []
  const days = new Map<string, { min: Climate; max: Climate }>()
  const add = (at: Date, climate: Climate) => days.set(climateDay(at), widened(days.get(climateDay(at)), climate))
  for (const row of known) add(new Date(row.taken_at), climateOf(row))
  return sorted.map(reading => {
    const range = days.get(climateDay(reading.takenAt))
    const exceeded = excessesOf(reading, carrier, range ? [range.min, range.max] : [])
    add(reading.takenAt, reading)
    return { ...reading, exceeded }
  })
}

function widened(range: { min: Climate; max: Climate } | undefined, { temperature, humidity }: Climate) {
  const all = range ? [range.min, range.max] : []
  const temperatures = [...all.map(one => one.temperature), temperature]
  const humidities = [...all.map(one => one.humidity), humidity]
  return {
    min: { temperature: Math.min(...temperatures), humidity: Math.min(...humidities) },
    max: { temperature: Math.max(...temperatures), humidity: Math.max(...humidities) },
  }
}

type Judged = LoggedReading & { readonly exceeded: readonly Excess[] }

const insertedAtOnce = 1000

/** Notes readings; those of an instant that is known already are left out. Answers how many were new. */
export async function insertReadings(
  { tx, actor, now }: Context,
  locationId: string,
  noted: { readonly readings: readonly Judged[]; readonly source: 'hand' | 'logger'; readonly measure: string },
): Promise<number> {
  let added = 0
  const by = actor.personId ?? ''
  for (let from = 0; from < noted.readings.length; from += insertedAtOnce) {
    const { numInsertedOrUpdatedRows } = await tx
      .insertInto('climate_reading')
      .values(
        noted.readings.slice(from, from + insertedAtOnce).map(({ takenAt, temperature, humidity, exceeded }) => ({
          ...{ id: newId('climate'), location_id: locationId, taken_at: takenAt, source: noted.source },
          ...{ temperature_tenths: Math.round(temperature * 10), humidity_tenths: Math.round(humidity * 10) },
          exceeded: sql<string[]>`${[...exceeded]}::text[]`,
          measure: exceeded.length > 0 ? noted.measure : '',
          measured_by: exceeded.length > 0 && noted.measure ? by : null,
          ...{ recorded_by: by, recorded_at: now },
        })),
      )
      .onConflict(conflict => conflict.columns(['location_id', 'taken_at']).doNothing())
      .executeTakeFirstOrThrow()
    added += Number(numInsertedOrUpdatedRows ?? 0)
  }
  return added
}
