import type { Selectable } from 'kysely'
import { secrecyOf } from '../../domain/access/secrecy.ts'
import type { Database } from '../database-types.generated.ts'
import type { Db } from '../platform/db.ts'
import type { Runtime } from '../platform/runtime.ts'
import { logicalPathOf, placeOf } from './blobs.sql.ts'
import { jsonFile, peopleNamed } from './described.ts'
import { isAbout } from './history.sql.ts'

/** Form of `description.json`; it only grows, so that every object ever written can be read. */
export const recordFormat = 'lantai-item/1'

/** Everything about a filed item that its object in the storage root carries: enough to rebuild it in an empty database. */
export async function itemRecord(db: Db, files: Runtime['files'], itemId: string) {
  const item = await db
    .selectFrom('item')
    .selectAll()
    .where('id', '=', itemId)
    .where('state', '=', 'filed')
    .executeTakeFirst()
  if (!item) return undefined
  const fonds = await db.selectFrom('fonds').selectAll().where('id', '=', item.fonds_id).executeTakeFirstOrThrow()
  const series = await db.selectFrom('series').selectAll().where('id', '=', item.series_id).executeTakeFirstOrThrow()
  const kind = await db
    .selectFrom('kind_version')
    .selectAll()
    .where('code', '=', item.kind)
    .where('version', '=', item.kind_version)
    .executeTakeFirstOrThrow()
  const units = await unitsAbove(db, item.unit_id)
  const components = await componentsOf(db, itemId)
  const history = await db
    .selectFrom('audit_event')
    .selectAll()
    .where(isAbout(itemId, item.batch_id))
    .where('event', '!=', 'item.stored')
    .orderBy('seq')
    .execute()
  const people = await peopleNamed(db, [
    item.registered_by,
    item.filed_by,
    ...components.map(component => component.attachedBy),
  ])
  // Where it lies is said by its box, so that carrying it to another box does not write it anew.
  const { stored_revision: storedRevision, box_id: _, ...described } = item
  const description = {
    format: recordFormat,
    item: { ...described, secrecy: secrecyOf(item.secrecy) },
    fonds,
    series,
    kind,
    units,
    people,
    components,
    bonds: await db.selectFrom('bond').selectAll().where('leader_id', '=', itemId).orderBy('id').execute(),
  }
  const last = history.at(-1)
  return {
    storedRevision,
    description,
    components,
    message: `${last?.event ?? 'item.filed'} ${item.code}`,
    user: { name: last?.actor_name || 'Lantai', address: `urn:lantai:person:${last?.actor_id ?? 'system'}` },
    files: [
      jsonFile('description.json', description),
      jsonFile('history.json', history),
      ...(await Promise.all(
        components.map(async component => ({
          logicalPath: component.path,
          source: { path: (await placeOf(db, files, component.sha256)).path },
          sha512: component.sha512,
          sha256: component.sha256,
        })),
      )),
    ],
  }
}

async function componentsOf(db: Db, itemId: string) {
  const rows = await db
    .selectFrom('component')
    .innerJoin('blob', 'blob.sha256', 'component.sha256')
    .select(['component.id', 'component.ordinal', 'component.name', 'component.attached_by', 'component.attached_at'])
    .select(['blob.sha256', 'blob.sha512', 'blob.size', 'blob.mime', 'blob.extension', 'blob.pages'])
    .where('item_id', '=', itemId)
    .orderBy('ordinal')
    .execute()
  return rows.map(({ attached_by: attachedBy, attached_at: attachedAt, ...row }) => ({
    ...row,
    path: logicalPathOf(row),
    attachedBy,
    attachedAt,
  }))
}

async function unitsAbove(db: Db, unitId: string | null) {
  const units = []
  for (let id = unitId; id !== null; ) {
    const unit: Selectable<Database['unit']> = await db
      .selectFrom('unit')
      .selectAll()
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
    units.unshift(unit)
    id = unit.parent_id
  }
  return units
}
