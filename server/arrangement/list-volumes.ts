import { z } from 'zod'
import { refuseVolume } from '../../domain/holdings/volumes/refusals.ts'
import { mixesTopSecret } from '../../domain/holdings/volumes/volume.ts'
import { yearBreaks } from '../../domain/holdings/volumes/years.ts'
import { After, Limit, SeriesId, VolumeId } from '../../domain/shared/ids.ts'
import { historyOf, historyOutput, historyPage } from '../holdings/history.sql.ts'
import { itemRow } from '../holdings/item-rows.sql.ts'
import { listMembers } from '../holdings/members.ts'
import { toVolumeRow, volumeRow } from '../holdings/volume-rows.ts'
import { readVolume, volumeList } from '../holdings/volumes.sql.ts'
import { query } from '../platform/operation.ts'

/** Volumes 案卷 of a series, in the order they were begun, or by number. */
export const listVolumes = query({
  name: 'volume.list',
  title: '案卷列表',
  titleEn: 'Volumes',
  permission: 'volume.show',
  rules: ['S1.3', 'S17.4'],
  input: z.strictObject({
    seriesId: SeriesId,
    order: z.enum(['begun', 'code']).default('begun').meta({ title: '次序', titleEn: 'Order' }),
    after: After,
    limit: Limit,
  }),
  output: z.object({ volumes: z.array(volumeRow), next: z.string().nullable() }),
  async run({ tx, actor }, { seriesId, order, after, limit }) {
    let rows = volumeList(tx, actor)
      .where('volume.series_id', '=', seriesId)
      .limit(limit + 1)
    if (order === 'code') {
      rows = rows.where('volume.serial', '>', Number(after ?? 0) || 0).orderBy('volume.serial')
    } else {
      rows = rows.orderBy('volume.id')
      if (after) rows = rows.where('volume.id', '>', after)
    }
    const found = await rows.execute()
    const page = found.slice(0, limit)
    const last = page.at(-1)
    const next = found.length > limit && last ? String(order === 'code' ? last.serial : last.id) : null
    return { volumes: page.map(row => toVolumeRow(row, actor)), next }
  },
})

/** Show a volume 案卷 with its contents in their order, and what is written about it. */
export const showVolume = query({
  name: 'volume.show',
  title: '查看案卷',
  titleEn: 'Show a volume',
  permission: 'volume.show',
  rules: ['S1.3', 'S14.4', 'S14.5', 'S17.4'],
  input: z.strictObject({ volumeId: VolumeId }),
  output: z.object({
    volume: volumeRow.extend({
      fonds: z.object({ id: z.string(), code: z.string(), name: z.string() }),
      unitName: z.string().nullable(),
      note: z.string(),
      exceptionReason: z.string(),
      boundBy: z.string().nullable(),
      boundByName: z.string().nullable(),
      boundOn: z.string().nullable(),
      checkedBy: z.string().nullable(),
      checkedByName: z.string().nullable(),
      checkedOn: z.string().nullable(),
      stored: z.boolean(),
      /** What is most secret lies together with others: allowed only with its reason (S14.4). */
      secrecyMixed: z.boolean(),
      /** Papers that the rules put under another year, each with the year and why (S14.5). */
      yearBreaks: z.array(z.object({ itemId: z.string(), year: z.number(), zh: z.string(), en: z.string() })),
    }),
    items: z.array(
      itemRow.extend({ ordinal: z.number(), pageFrom: z.number().nullable(), pageTo: z.number().nullable() }),
    ),
  }),
  async run({ tx, actor }, { volumeId }) {
    const row =
      (await volumeList(tx, actor)
        .innerJoin('fonds', 'fonds.id', 'volume.fonds_id')
        .leftJoin('unit', 'unit.id', 'series.unit_id')
        .leftJoin('person as binder', 'binder.id', 'volume.bound_by')
        .leftJoin('person as checker', 'checker.id', 'volume.checked_by')
        .select(['binder.name as bound_by_name', 'checker.name as checked_by_name'])
        .select(['fonds.code as fonds_code', 'fonds.name as fonds_name', 'unit.name as unit_name'])
        .where('volume.id', '=', volumeId)
        .executeTakeFirst()) ?? refuseVolume('volume.unknown')
    const { rows, items } = await listMembers(tx, actor, volumeId)
    return {
      volume: {
        ...toVolumeRow(row, actor),
        fonds: { id: row.fonds_id, code: row.fonds_code, name: row.fonds_name },
        unitName: row.unit_name,
        note: row.note,
        exceptionReason: row.exception_reason,
        boundBy: row.bound_by,
        boundByName: row.bound_by_name,
        boundOn: row.bound_on,
        checkedBy: row.checked_by,
        checkedByName: row.checked_by_name,
        checkedOn: row.checked_on,
        stored: row.stored_revision === row.revision,
        secrecyMixed: mixesTopSecret(rows),
        yearBreaks: yearBreaks(
          row.year,
          rows.map(one => ({ id: one.id, date: one.dated_on ?? '', fields: one.fields as Record<string, unknown> })),
        ),
      },
      items,
    }
  },
})

/** The history of a volume 过程记录: each step with who and when, oldest first. */
export const volumeHistory = query({
  name: 'volume.history',
  title: '案卷过程记录',
  titleEn: 'History of a volume',
  permission: 'volume.show',
  rules: ['S1.5'],
  input: z.strictObject({ volumeId: VolumeId, ...historyPage }),
  output: historyOutput,
  async run({ tx, actor }, { volumeId, ...page }) {
    await readVolume(tx, actor, volumeId)
    return historyOf(tx, volumeId, page)
  },
})
