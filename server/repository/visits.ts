import { z } from 'zod'
import { climateMonth } from '../../domain/repository/climate.ts'
import { refuseRepository } from '../../domain/repository/refusals.ts'
import { After, Limit, LocationId } from '../../domain/shared/ids.ts'
import type { Db } from '../platform/db.ts'
import { newId } from '../platform/ids.ts'
import { command, fileQuery, query } from '../platform/operation.ts'
import { dayOf, momentOf, registerFile, registerForm } from '../print/register-file.ts'
import { monthInput } from './climate.ts'
import { readLocation } from './locations.sql.ts'

const words = (title: string, titleEn: string) => z.string().trim().max(100).meta({ title, titleEn })

/** Note who enters the store 进库登记: from where, what for, with whom (S1.4). */
export const enterStore = command({
  name: 'visit.enter',
  title: '进库登记',
  titleEn: 'Note who enters the store',
  permission: 'visit.enter',
  rules: ['S1.4'],
  input: z.strictObject({
    locationId: LocationId,
    name: words('姓名', 'Name').min(1),
    organisation: words('单位', 'From').default(''),
    purpose: words('事由', 'Purpose').min(1),
    companion: words('陪同人', 'Accompanied by').default(''),
  }),
  output: z.object({ visitId: z.string() }),
  async run({ tx, actor, now }, { locationId, ...visit }) {
    const { code: room } = await readLocation(tx, locationId)
    const visitId = newId('visit')
    await tx
      .insertInto('store_visit')
      .values({ id: visitId, location_id: locationId, ...visit, entered_at: now, recorded_by: actor.personId ?? '' })
      .execute()
    return {
      output: { visitId },
      events: [{ name: 'visit.entered', subject: visitId, data: { room, purpose: visit.purpose } }],
    }
  },
})

/** Note that somebody has left the store 离库 (S1.4). */
export const leaveStore = command({
  name: 'visit.leave',
  title: '离库登记',
  titleEn: 'Note who leaves the store',
  permission: 'visit.leave',
  rules: ['S1.4'],
  input: z.strictObject({ visitId: z.string().max(40).meta({ title: '进库记录', titleEn: 'Visit' }) }),
  output: z.object({ visitId: z.string() }),
  async run({ tx, now }, { visitId }) {
    const { numUpdatedRows } = await tx
      .updateTable('store_visit')
      .set({ left_at: now })
      .where('id', '=', visitId)
      .where('left_at', 'is', null)
      .executeTakeFirst()
    if (numUpdatedRows === 0n) refuseRepository('visit.not-inside')
    return { output: { visitId }, events: [{ name: 'visit.left', subject: visitId, data: {} }] }
  },
})

const visitsOf = (reads: Db, month: string) => {
  const { from, to } = climateMonth(month)
  return reads
    .selectFrom('store_visit as visit')
    .innerJoin('location as room', 'room.id', 'visit.location_id')
    .innerJoin('person as recorder', 'recorder.id', 'visit.recorded_by')
    .select(['visit.id', 'room.code as room', 'visit.name', 'visit.organisation', 'visit.purpose', 'visit.companion'])
    .select(['visit.entered_at as enteredAt', 'visit.left_at as leftAt', 'recorder.name as recorder'])
    .where('visit.entered_at', '>=', from.toISOString())
    .where('visit.entered_at', '<', to.toISOString())
    .orderBy('visit.entered_at')
    .orderBy('visit.id')
}

/** Who was in the store 进库人员 in a month, oldest first (S1.4). */
export const listVisits = query({
  name: 'visit.list',
  title: '进库人员',
  titleEn: 'Visitors of the store',
  permission: 'visit.list',
  rules: ['S1.4'],
  input: z.strictObject({ month: monthInput, after: After, limit: Limit }),
  output: z.object({
    visits: z.array(
      z.object({
        ...{ id: z.string(), room: z.string(), name: z.string(), organisation: z.string(), purpose: z.string() },
        ...{ companion: z.string(), enteredAt: z.string(), leftAt: z.string().nullable(), recorder: z.string() },
      }),
    ),
    next: z.string().nullable(),
  }),
  async run({ tx }, { month, after, limit }) {
    let rows = visitsOf(tx, month).limit(limit + 1)
    const [at, id] = after?.split(' ') ?? []
    if (at && id)
      rows = rows.where(({ eb, refTuple, tuple }) => eb(refTuple('visit.entered_at', 'visit.id'), '>', tuple(at, id)))
    const found = await rows.execute()
    const visits = found.slice(0, limit)
    const last = visits.at(-1)
    return { visits, next: found.length > limit && last ? `${last.enteredAt} ${last.id}` : null }
  },
})

/** The register of visitors 进库人员登记簿 of a month, printed or in Excel (S1.4). */
export const printVisits = fileQuery({
  name: 'visit.print',
  title: '打印进库人员登记簿',
  titleEn: 'Print the register of visitors',
  permission: 'visit.list',
  rules: ['S1.4'],
  limit: { per: 'person', max: 60, seconds: 60 },
  input: z.strictObject({ month: monthInput, form: registerForm }),
  async run({ tx, actor, now }, { month, form }) {
    const rows = await visitsOf(tx, month).limit(10_000).execute()
    return registerFile(
      {
        title: '进库人员登记簿',
        subject: month,
        head: [['月份', month]],
        columns: [
          { key: 'entered', title: '进库时间', widthMm: 34 },
          { key: 'room', title: '库房', widthMm: 14 },
          { key: 'name', title: '姓名', widthMm: 24 },
          { key: 'organisation', title: '单位', widthMm: 46, text: true },
          { key: 'purpose', title: '事由', widthMm: null, text: true },
          { key: 'companion', title: '陪同人', widthMm: 24 },
          { key: 'left', title: '离库时间', widthMm: 34 },
          { key: 'recorder', title: '登记人', widthMm: 20 },
        ],
        rows: rows.map(({ enteredAt, leftAt, id: _, ...row }) => ({
          ...row,
          entered: momentOf(enteredAt),
          left: leftAt ? momentOf(leftAt) : '',
        })),
        sign: ['登记人', '负责人'],
        printedOn: dayOf(now),
        printedBy: actor.name,
      },
      form,
    )
  },
})
