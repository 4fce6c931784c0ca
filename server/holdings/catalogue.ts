import { z } from 'zod'
import type { Actor } from '../../domain/access/actor.ts'
import { secrecyLevels, secrecyOf } from '../../domain/access/secrecy.ts'
import { refuseHoldings } from '../../domain/holdings/refusals.ts'
import { readRetention, retentionTitle } from '../../domain/holdings/retention.ts'
import { FondsId, UnitId } from '../../domain/shared/ids.ts'
import type { Db } from '../platform/db.ts'
import type { FilingCatalogue } from '../print/filing-catalogue.ts'
import { visibleRows } from './item-rows.sql.ts'
import { readFonds } from './items.sql.ts'

/** A bound catalogue holds a year's worth of a class; what is larger is printed by unit or retention. */
const mostRows = 20_000

/** Which class a catalogue is of. */
export const catalogueSelection = {
  fondsId: FondsId,
  kind: z.string().min(1).max(40).meta({ title: '门类', titleEn: 'Kind' }),
  year: z.int().min(1900).max(2200).meta({ title: '年度', titleEn: 'Year' }),
  retention: z.string().max(10).optional().meta({ title: '保管期限', titleEn: 'Retention' }),
  unitId: UnitId.optional().meta({ title: '机构', titleEn: 'Unit' }),
}

interface Wanted {
  readonly fondsId: string
  readonly kind: string
  readonly year: number
  readonly retention?: string | undefined
  readonly unitId?: string | undefined
  readonly now: Date
}

/** Name of the file a catalogue is kept as. */
export const catalogueName = (catalogue: FilingCatalogue): string =>
  ['归档文件目录', catalogue.fondsCode, catalogue.year, catalogue.retentionTitle, catalogue.unitName]
    .filter(part => part !== null && part !== '')
    .join('-')

/** Numbered and filed items of the class in the order of their codes, as far as this person may see them. */
export async function catalogueOf(tx: Db, actor: Actor, wanted: Wanted): Promise<FilingCatalogue> {
  const fonds = await readFonds(tx, wanted.fondsId)
  const unit = wanted.unitId
    ? await tx.selectFrom('unit').select('name').where('id', '=', wanted.unitId).executeTakeFirst()
    : undefined
  let rows = visibleRows(tx, actor)
    .where('item.fonds_id', '=', wanted.fondsId)
    .where('item.kind', '=', wanted.kind)
    .where('item.year', '=', wanted.year)
    .where('item.code', 'is not', null)
    .orderBy('item.code_scope')
    .orderBy('item.serial')
    .limit(mostRows + 1)
  if (wanted.retention) rows = rows.where('item.retention', '=', wanted.retention)
  if (wanted.unitId) rows = rows.where('item.unit_id', '=', wanted.unitId)
  const found = await rows.execute()
  if (found.length === 0) return refuseHoldings('catalogue.empty')
  if (found.length > mostRows) return refuseHoldings('catalogue.too-long', { most: mostRows })
  return {
    fondsCode: fonds.code,
    fondsName: fonds.name,
    year: wanted.year,
    retentionTitle: wanted.retention
      ? titleOf(wanted.retention)
      : [...new Set(found.map(row => titleOf(row.retention)))].join('、'),
    unitName: unit?.name ?? null,
    printedOn: dayIn(fonds.timezone, wanted.now),
    printedBy: actor.name,
    rows: found.map(row => ({
      code: row.code ?? '',
      documentNo: row.document_no,
      creator: row.creator,
      title: row.title,
      selfMadeTitle: row.self_made_title,
      date: row.dated_on ?? '',
      secrecyTitle: row.secrecy === 0 ? '' : secrecyLevels[secrecyOf(row.secrecy)].title,
      pages: row.pages,
      note: row.note,
    })),
  }
}

function titleOf(retention: string): string {
  const code = readRetention(retention)
  return code ? retentionTitle(code).title : retention
}

/** The calendar day it is in a fonds' own place. */
export const dayIn = (timezone: string, now: Date): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: timezone, dateStyle: 'short' }).format(now)
