import { sql } from 'kysely'
import type { Actor } from '../../domain/access/actor.ts'
import { assumedThicknessMm, type ThingKind } from '../../domain/repository/placing.ts'
import { visibleItems, visibleVolumes } from '../holdings/visible.sql.ts'
import { type Reads, type Tx, textArray } from '../platform/db.ts'

/** A box, volume or item as the repository handles it. */
export interface Thing {
  readonly id: string
  readonly kind: ThingKind
  /** What it is called: the code of its class with the box number, or its archival code. */
  readonly code: string
  /** Empty for a box, which has none. */
  readonly title: string
  readonly seriesId: string
  /** Box or serial number inside the class; 0 where it has none yet. */
  readonly number: number
  readonly thicknessMm: number
  /** Id of the box or volume it lies in, if any. */
  readonly inside: string | null
}

/** Code of a class as box labels carry it: fonds, category, year, retention, unit. */
const classCode = sql<string>`concat_ws('-', fonds.code, coalesce((select definition ->> 'categoryCode' from kind_version
  where code = series.kind order by version desc limit 1), series.kind) || '·' || series.year, series.retention, unit.code)`

const boxes = (reads: Reads, ids: readonly string[]) =>
  reads
    .selectFrom('box')
    .innerJoin('series', 'series.id', 'box.series_id')
    .innerJoin('fonds', 'fonds.id', 'series.fonds_id')
    .leftJoin('unit', 'unit.id', 'series.unit_id')
    .select(['box.id', 'box.series_id', 'box.number', 'box.thickness_mm'])
    .select(classCode.as('class'))
    .where('box.id', '=', sql<string>`any(${textArray(ids)})`)
    .orderBy('box.id')

const volumes = (reads: Reads, actor: Actor, ids: readonly string[]) =>
  reads
    .selectFrom('volume')
    .innerJoin('series', 'series.id', 'volume.series_id')
    .select(['volume.id', 'volume.series_id', 'volume.serial', 'volume.code', 'volume.title', 'volume.box_id'])
    .where('volume.id', '=', sql<string>`any(${textArray(ids)})`)
    .where(visibleVolumes(actor))
    .orderBy('volume.id')

const items = (reads: Reads, actor: Actor, ids: readonly string[]) =>
  reads
    .selectFrom('item')
    .select(['item.id', 'item.series_id', 'item.serial', 'item.code', 'item.title', 'item.box_id', 'item.volume_id'])
    .where('item.id', '=', sql<string>`any(${textArray(ids)})`)
    .where(visibleItems(actor))
    .orderBy('item.id')

/** Box number as it stands behind the code of its class, e.g. `003`. */
export const boxCode = (classCode: string, number: number): string => `${classCode}-${String(number).padStart(3, '0')}`

const ofKind = (ids: readonly string[], kind: ThingKind) => ids.filter(id => id.startsWith(`${kind}_`))

/** The things of a list that exist and that the actor may know of: boxes by their class, volumes and items only where they may be seen. */
export async function readThings(reads: Reads, actor: Actor, ids: readonly string[]): Promise<Map<string, Thing>> {
  const boxIds = ofKind(ids, 'box')
  const volumeIds = ofKind(ids, 'volume')
  const itemIds = ofKind(ids, 'item')
  return toThings(
    boxIds.length > 0 ? await boxes(reads, boxIds).execute() : [],
    volumeIds.length > 0 ? await volumes(reads, actor, volumeIds).execute() : [],
    itemIds.length > 0 ? await items(reads, actor, itemIds).execute() : [],
  )
}

/** The same, locked until the transaction ends, in one order for everybody. */
export async function lockThings(tx: Tx, actor: Actor, ids: readonly string[]): Promise<Map<string, Thing>> {
  const boxIds = ofKind(ids, 'box')
  const volumeIds = ofKind(ids, 'volume')
  const itemIds = ofKind(ids, 'item')
  return toThings(
    boxIds.length > 0 ? await boxes(tx, boxIds).forUpdate('box').execute() : [],
    volumeIds.length > 0 ? await volumes(tx, actor, volumeIds).forUpdate('volume').execute() : [],
    itemIds.length > 0 ? await items(tx, actor, itemIds).forUpdate('item').execute() : [],
  )
}

function toThings(
  boxRows: Awaited<ReturnType<ReturnType<typeof boxes>['execute']>>,
  volumeRows: Awaited<ReturnType<ReturnType<typeof volumes>['execute']>>,
  itemRows: Awaited<ReturnType<ReturnType<typeof items>['execute']>>,
): Map<string, Thing> {
  const things: Thing[] = [
    ...boxRows.map(
      (row): Thing => ({
        id: row.id,
        kind: 'box',
        code: boxCode(row.class, row.number),
        title: '',
        seriesId: row.series_id,
        number: row.number,
        thicknessMm: row.thickness_mm,
        inside: null,
      }),
    ),
    ...volumeRows.map(
      (row): Thing => ({
        id: row.id,
        kind: 'volume',
        code: row.code ?? '',
        title: row.title,
        seriesId: row.series_id,
        number: row.serial ?? 0,
        thicknessMm: assumedThicknessMm.volume,
        inside: row.box_id,
      }),
    ),
    ...itemRows.map(
      (row): Thing => ({
        id: row.id,
        kind: 'item',
        code: row.code ?? '',
        title: row.title,
        seriesId: row.series_id,
        number: row.serial ?? 0,
        thicknessMm: assumedThicknessMm.item,
        inside: row.volume_id ?? row.box_id,
      }),
    ),
  ]
  return new Map(things.map(thing => [thing.id, thing]))
}
