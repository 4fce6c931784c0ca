import { z } from 'zod'
import { roomFor, usualMmPer100 } from '../../domain/holdings/volumes/box.ts'
import { refuseVolume } from '../../domain/holdings/volumes/refusals.ts'
import { After, BoxId, Limit, SeriesId } from '../../domain/shared/ids.ts'
import { boxContents, boxList } from '../holdings/box-rows.sql.ts'
import { readBox } from '../holdings/boxes.sql.ts'
import { historyOf, historyOutput, historyPage } from '../holdings/history.sql.ts'
import { query } from '../platform/operation.ts'
import { boxedOf } from './fill-box.ts'

const boxRow = z.object({
  id: z.string(),
  seriesId: z.string(),
  number: z.number(),
  thicknessMm: z.number(),
  /** What of it this person may see. */
  count: z.number(),
  pages: z.number(),
  /** Millimetres that its pages take. */
  filledMm: z.number(),
  firstCode: z.string().nullable(),
  lastCode: z.string().nullable(),
  revision: z.number(),
})

type Listed = Awaited<ReturnType<ReturnType<typeof boxList>['executeTakeFirstOrThrow']>>

const toBoxRow = (row: Listed): z.input<typeof boxRow> => ({
  id: row.id,
  seriesId: row.series_id,
  number: row.number,
  thicknessMm: row.thickness_mm,
  count: row.count,
  pages: row.pages,
  filledMm: Math.round(roomFor(row.pages, usualMmPer100)),
  firstCode: row.first_code,
  lastCode: row.last_code,
  revision: row.revision,
})

/** Boxes 盒 of a series by number, each with how full it is and from which code to which it goes. */
export const listBoxes = query({
  name: 'box.list',
  title: '盒列表',
  titleEn: 'Boxes',
  permission: 'box.show',
  rules: ['S1.4', 'S5.6', 'S17.4'],
  input: z.strictObject({ seriesId: SeriesId, after: After, limit: Limit }),
  output: z.object({ boxes: z.array(boxRow), next: z.string().nullable() }),
  async run({ tx, actor }, { seriesId, after, limit }) {
    const found = await boxList(tx, actor)
      .where('box.series_id', '=', seriesId)
      .where('box.number', '>', Number(after ?? 0) || 0)
      .orderBy('box.number')
      .limit(limit + 1)
      .execute()
    const page = found.slice(0, limit)
    return { boxes: page.map(toBoxRow), next: found.length > limit ? String(page.at(-1)?.number) : null }
  },
})

/** Show a box 盒 with what lies in it, by code, and its remarks sheet. */
export const showBox = query({
  name: 'box.show',
  title: '查看盒',
  titleEn: 'Show a box',
  permission: 'box.show',
  rules: ['S1.4', 'S5.6', 'S17.4'],
  input: z.strictObject({ boxId: BoxId }),
  output: z.object({
    box: boxRow.extend({
      holds: z.enum(['item', 'volume']),
      fonds: z.object({ id: z.string(), code: z.string(), name: z.string() }),
      kind: z.string(),
      year: z.number(),
      retention: z.string(),
      unitId: z.string().nullable(),
      unitName: z.string().nullable(),
      note: z.string(),
      arrangedBy: z.string().nullable(),
      arrangedByName: z.string().nullable(),
      arrangedOn: z.string().nullable(),
      checkedBy: z.string().nullable(),
      checkedByName: z.string().nullable(),
      checkedOn: z.string().nullable(),
      may: z.array(z.string()),
    }),
    contents: z.array(
      z.object({
        id: z.string(),
        code: z.string(),
        title: z.string(),
        pages: z.number(),
        state: z.string(),
      }),
    ),
  }),
  async run({ tx, actor }, { boxId }) {
    const row =
      (await boxList(tx, actor)
        .innerJoin('fonds', 'fonds.id', 'box.fonds_id')
        .leftJoin('unit', 'unit.id', 'series.unit_id')
        .leftJoin('person as arranger', 'arranger.id', 'box.arranged_by')
        .leftJoin('person as checker', 'checker.id', 'box.checked_by')
        .select(['arranger.name as arranged_by_name', 'checker.name as checked_by_name'])
        .select(['fonds.code as fonds_code', 'fonds.name as fonds_name', 'unit.name as unit_name'])
        .where('box.id', '=', boxId)
        .executeTakeFirst()) ?? refuseVolume('box.unknown')
    const holds = await boxedOf(tx, row.kind)
    const works = actor.worksForAllUnits || (row.unit_id !== null && actor.unitIds.includes(row.unit_id))
    return {
      box: {
        ...toBoxRow(row),
        holds,
        fonds: { id: row.fonds_id, code: row.fonds_code, name: row.fonds_name },
        kind: row.kind,
        year: row.year,
        retention: row.retention,
        unitId: row.unit_id,
        unitName: row.unit_name,
        note: row.note,
        arrangedBy: row.arranged_by,
        arrangedByName: row.arranged_by_name,
        arrangedOn: row.arranged_on,
        checkedBy: row.checked_by,
        checkedByName: row.checked_by_name,
        checkedOn: row.checked_on,
        may: works && actor.permissions.has('box.arrange') ? ['box.arrange'] : [],
      },
      contents: await boxContents(tx, actor, holds, boxId),
    }
  },
})

/** The history of a box 过程记录: each step with who and when, oldest first. */
export const boxHistory = query({
  name: 'box.history',
  title: '盒过程记录',
  titleEn: 'History of a box',
  permission: 'box.show',
  rules: ['S1.4'],
  input: z.strictObject({ boxId: BoxId, ...historyPage }),
  output: historyOutput,
  async run({ tx, actor }, { boxId, ...page }) {
    await readBox(tx, actor, boxId)
    return historyOf(tx, boxId, page)
  },
})
