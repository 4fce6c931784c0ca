import { sql } from 'kysely'
import { z } from 'zod'
import {
  assertMeasured,
  carrierCodes,
  climateMonth,
  type Excess,
  excessCodes,
} from '../../domain/repository/climate.ts'
import { readLogger } from '../../domain/repository/logger-file.ts'
import { refuseRepository } from '../../domain/repository/refusals.ts'
import { After, Limit, LocationId } from '../../domain/shared/ids.ts'
import type { Reads } from '../platform/db.ts'
import { command, query } from '../platform/operation.ts'
import { readCsv } from '../spreadsheet/spreadsheet.ts'
import { carrierOf, climateOf, insertReadings, judge, readingsOf } from './climate.sql.ts'
import { readLocation } from './locations.sql.ts'

const measure = z.string().trim().max(300).default('').meta({ title: '处理措施', titleEn: 'Measure taken' })
const degrees = z.number().min(-30).max(60).meta({ title: '温度（℃）', titleEn: 'Temperature (°C)' })
const percent = z.number().min(0).max(100).meta({ title: '湿度（%）', titleEn: 'Humidity (%)' })

async function readRoom(reads: Reads, id: string) {
  const room = await readLocation(reads, id)
  return room.level === 'room' ? room : refuseRepository('climate.not-room', { code: room.code })
}

/** Note the climate of a room 记录温湿度 as somebody reads it; out of the limits, what was done about it belongs to it (S1.4). */
export const recordClimate = command({
  name: 'climate.record',
  title: '记录温湿度',
  titleEn: 'Note the climate',
  permission: 'climate.record',
  rules: ['S1.4'],
  input: z.strictObject({
    locationId: LocationId,
    takenAt: z.iso.datetime({ offset: true }).optional().meta({ title: '时间', titleEn: 'Time' }),
    temperature: degrees,
    humidity: percent,
    measure,
  }),
  output: z.object({ exceeded: z.array(z.enum(excessCodes)) }),
  async run(ctx, { locationId, takenAt, measure: done, ...climate }) {
    const room = await readRoom(ctx.tx, locationId)
    const at = takenAt ? new Date(takenAt) : ctx.now
    if (at > ctx.now) refuseRepository('climate.in-future')
    const readings = await judge(ctx.tx, locationId, [{ takenAt: at, ...climate }])
    const exceeded = readings.flatMap(reading => reading.exceeded)
    assertMeasured(exceeded, done)
    const added = await insertReadings(ctx, locationId, { readings, source: 'hand', measure: done })
    if (added === 0) refuseRepository('climate.known')
    const data = { room: room.code, ...climate, exceeded, measure: done }
    return { output: { exceeded }, events: [{ name: 'climate.recorded', subject: locationId, data }] }
  },
})

/** Take in what a logger noted 导入温湿度 from its CSV: all of it or nothing; instants known already are left out (S1.4). */
export const importClimate = command({
  name: 'climate.import',
  title: '导入温湿度',
  titleEn: 'Take in the file of a logger',
  permission: 'climate.import',
  rules: ['S1.4'],
  input: z.strictObject({
    locationId: LocationId,
    csv: z.string().min(1).max(900_000).meta({ title: '记录仪文件', titleEn: 'File of the logger' }),
  }),
  output: z.object({ added: z.number(), known: z.number(), exceeded: z.number() }),
  async run(ctx, { locationId, csv }) {
    const room = await readRoom(ctx.tx, locationId)
    const { readings, issues } = readLogger(await readCsv(Buffer.from(csv)))
    if (issues.length > 0 || readings.length === 0)
      refuseRepository('climate.unreadable', { count: issues.length }, issues.slice(0, 100))
    const judged = await judge(ctx.tx, locationId, readings)
    const added = await insertReadings(ctx, locationId, { readings: judged, source: 'logger', measure: '' })
    const exceeded = judged.filter(one => one.exceeded.length > 0).length
    const data = { room: room.code, added, exceeded }
    return {
      output: { added, known: readings.length - added, exceeded },
      events: [{ name: 'climate.imported', subject: locationId, data }],
    }
  },
})

/** Say what was done 处理措施 about readings out of the limits; once said it stays (S1.4). */
export const measureClimate = command({
  name: 'climate.measure',
  title: '填处理措施',
  titleEn: 'Say what was done',
  permission: 'climate.measure',
  rules: ['S1.4', 'S1.5'],
  input: z.strictObject({
    locationId: LocationId,
    ids: z.array(z.string().max(40)).min(1).max(1000).meta({ title: '记录', titleEn: 'Readings' }),
    measure: z.string().trim().min(2).max(300).meta({ title: '处理措施', titleEn: 'Measure taken' }),
  }),
  output: z.object({ measured: z.number() }),
  async run({ tx, actor }, { locationId, ids, measure: done }) {
    const { code: room } = await readRoom(tx, locationId)
    const { numUpdatedRows } = await tx
      .updateTable('climate_reading')
      .set({ measure: done, measured_by: actor.personId })
      .where('location_id', '=', locationId)
      .where('id', 'in', ids)
      .where('measure', '=', '')
      .where(sql<boolean>`exceeded <> '{}'`)
      .executeTakeFirst()
    const measured = Number(numUpdatedRows)
    if (measured === 0) refuseRepository('climate.nothing-open')
    const data = { room, count: measured, measure: done }
    return { output: { measured }, events: [{ name: 'climate.measured', subject: locationId, data }] }
  },
})

/** Say what a room is kept for 库房载体: the limits of its climate follow (S1.4); readings noted before keep their verdict. */
export const setCarrier = command({
  name: 'climate.set-carrier',
  title: '设定库房载体',
  titleEn: 'Set what a room keeps',
  permission: 'climate.set-carrier',
  rules: ['S1.4'],
  input: z.strictObject({
    locationId: LocationId,
    carrier: z.enum(carrierCodes).meta({ title: '载体', titleEn: 'Carrier' }),
  }),
  output: z.object({ carrier: z.enum(carrierCodes) }),
  async run({ tx, actor, now }, { locationId, carrier }) {
    const { code: room } = await readRoom(tx, locationId)
    const before = await carrierOf(tx, locationId)
    const set = { carrier, set_by: actor.personId ?? '', set_at: now }
    await tx
      .insertInto('room_climate')
      .values({ location_id: locationId, ...set })
      .onConflict(conflict => conflict.column('location_id').doUpdateSet(set))
      .execute()
    return {
      output: { carrier },
      events: [{ name: 'climate.carrier-set', subject: locationId, data: { room, before, after: carrier } }],
    }
  },
})

export const monthInput = z
  .string()
  .regex(/^\d{4}-(0[1-9]|1[0-2])$/)
  .meta({ title: '月份', titleEn: 'Month', hint: '如 2026-03', hintEn: 'such as 2026-03' })

/** Readings of a room in a month 温湿度记录, oldest first, with the limits that hold (S1.4). */
export const listClimate = query({
  name: 'climate.list',
  title: '温湿度记录',
  titleEn: 'Climate of a room',
  permission: 'climate.list',
  rules: ['S1.4'],
  input: z.strictObject({ locationId: LocationId, month: monthInput, after: After, limit: Limit }),
  output: z.object({
    carrier: z.enum(carrierCodes),
    readings: z.array(
      z.object({
        id: z.string(),
        takenAt: z.string(),
        temperature: z.number(),
        humidity: z.number(),
        exceeded: z.array(z.enum(excessCodes)),
        measure: z.string(),
        recorder: z.string(),
        source: z.enum(['hand', 'logger']),
      }),
    ),
    next: z.string().nullable(),
  }),
  async run({ tx }, { locationId, month, after, limit }) {
    let rows = readingsOf(tx, locationId, climateMonth(month)).limit(limit + 1)
    if (after) rows = rows.where('reading.taken_at', '>', after)
    const found = await rows.execute()
    const page = found.slice(0, limit)
    return {
      carrier: await carrierOf(tx, locationId),
      readings: page.map(row => ({
        ...climateOf(row),
        ...{ id: row.id, takenAt: row.taken_at, measure: row.measure, recorder: row.recorder },
        exceeded: row.exceeded as Excess[],
        source: row.source as 'hand' | 'logger',
      })),
      next: found.length > limit ? (page.at(-1)?.taken_at ?? null) : null,
    }
  },
})
