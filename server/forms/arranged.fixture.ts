import type { Actor } from '../../domain/access/actor.ts'
import { type House, someDocument } from '../../tests/world/house.ts'
import { numberItems } from '../holdings/number-items.ts'
import { registerItem } from '../holdings/register-item.ts'
import type { Db } from '../platform/db.ts'
import { newId } from '../platform/ids.ts'

/** Where numbered items lie once they are arranged. */
export interface Laid {
  readonly seriesId: string
  readonly volumeId: string
  readonly boxId: string
  readonly boundIds: readonly string[]
  readonly looseIds: readonly string[]
}

/** An arranged series, and who arranged it. */
export interface Arranged extends Laid {
  readonly clerk: Actor
  readonly place: { readonly fondsId: string; readonly unitId: string }
}

const titles = [
  '关于召开2024年度安全生产工作会议的通知',
  '关于同意第三牧场扩建挤奶厅（二期）工程立项的批复',
  '关于䶮㛃、𬱖𬭚等同志任免职务的决定',
]

/** Registers and numbers documents and lays them into one volume and one box. */
export async function arrange(house: House, bound: number, loose: number): Promise<Arranged> {
  const unitId = await house.given.unit('办公室')
  const clerk = await house.given.person({ roles: ['archivist'], unitId, name: '王芳', clearance: 'core-secret' })
  const place = { fondsId: await house.given.fonds('A001'), unitId }
  const ids: string[] = []
  for (let at = 0; at < bound + loose; at += 1) {
    const input = { ...someDocument(place), title: titles[at % titles.length]!, documentNo: `牧发〔2026〕${at + 1}号` }
    ids.push((await house.call(registerItem, clerk, input)).itemId)
  }
  await house.call(numberItems, clerk, { ids })
  const laid = await lay(house.runtime.db, { ids, bound, by: clerk.personId!, at: house.now })
  return { clerk, place, ...laid }
}

/** Lays numbered items of one series into a volume, the first `bound` of them, and a box, as arranging would leave them. */
export async function lay(
  db: Db,
  { ids, bound, by, at }: { ids: readonly string[]; bound: number; by: string; at: Date },
): Promise<Laid> {
  const { series_id: seriesId, fonds_id } = await db
    .selectFrom('item')
    .select(['series_id', 'fonds_id'])
    .where('id', '=', ids[0]!)
    .executeTakeFirstOrThrow()
  const made = { fonds_id, series_id: seriesId, created_by: by, created_at: at }
  const [volumeId, boxId] = [newId('volume'), newId('box')]
  await db
    .insertInto('volume')
    .values({
      ...made,
      id: volumeId,
      state: 'numbered',
      code: 'A001-WS·2026-D30-001',
      code_scope: 'A001-WS·2026-D30',
      serial: 1,
      title: '2026 年行政工作的通知、批复、决定',
      secrecy: 10,
      bound_by: by,
      bound_on: '2026-11-20',
      note: '第 3 件缺附件二，原件如此。',
    })
    .execute()
  await db
    .insertInto('box')
    .values({ ...made, id: boxId, number: 7, thickness_mm: 30, arranged_by: by, arranged_on: '2026-11-20' })
    .execute()
  const [boundIds, looseIds] = [ids.slice(0, bound), ids.slice(bound)]
  for (const [index, id] of boundIds.entries()) {
    const where = { volume_id: volumeId, volume_ordinal: index + 1, page_from: index * 4 + 1, page_to: index * 4 + 4 }
    await db.updateTable('item').set(where).where('id', '=', id).execute()
  }
  if (looseIds.length > 0) await db.updateTable('item').set({ box_id: boxId }).where('id', 'in', looseIds).execute()
  return { seriesId, volumeId, boxId, boundIds, looseIds }
}
