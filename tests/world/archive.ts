import type { Actor } from '../../domain/access/actor.ts'
import { insertUnit } from '../../server/access/access.sql.ts'
import { tieItems } from '../../server/arrangement/bonds.ts'
import { createBox } from '../../server/arrangement/boxes.ts'
import { createVolume } from '../../server/arrangement/create-volume.ts'
import { fillBox } from '../../server/arrangement/fill-box.ts'
import { fileVolumes, numberVolumes } from '../../server/arrangement/number-volumes.ts'
import { correctItem } from '../../server/holdings/correct-item.ts'
import { fileItems } from '../../server/holdings/file-items.ts'
import { numberItems } from '../../server/holdings/number-items.ts'
import { registerItem } from '../../server/holdings/register-item.ts'
import { type House, someDocument } from './house.ts'
import { addVoucherKind, voucherKind } from './volume-kind.ts'

/** A small archive with a bit of everything: two fonds, a unit below another, two kinds, shared bytes, a correction. */
export interface Archive {
  readonly clerk: Actor
  readonly place: { readonly fondsId: string; readonly unitId: string }
  readonly filed: readonly string[]
  /** Takes one more document with a file in and files it. */
  fileOneMore(title: string): Promise<string>
}

/** A filed volume of two papers in a box, and a box of items. */
async function bindAndBox(house: House, clerk: Actor, place: Archive['place']): Promise<string[]> {
  await addVoucherKind(house)
  const itemIds: string[] = []
  for (const title of ['一月凭证', '二月凭证']) {
    const input = { ...someDocument(place), kind: voucherKind.code, title }
    itemIds.push((await house.call(registerItem, clerk, input)).itemId)
  }
  const series = await house.runtime.db
    .selectFrom('item')
    .select('series_id')
    .where('id', '=', itemIds[0]!)
    .executeTakeFirstOrThrow()
  const { volumeId } = await house.call(createVolume, clerk, { seriesId: series.series_id, itemIds })
  await house.call(tieItems, clerk, { relation: 'annex', leaderId: itemIds[0]!, followerId: itemIds[1]! })
  await house.call(numberVolumes, clerk, { ids: [volumeId] })
  await house.call(fileVolumes, clerk, { ids: [volumeId] })
  const { boxId } = await house.call(createBox, clerk, { seriesId: series.series_id })
  await house.call(fillBox, clerk, { boxId })
  const documents = await house.runtime.db
    .selectFrom('item')
    .select('series_id')
    .where('kind', '=', 'document')
    .where('fonds_id', '=', place.fondsId)
    .where('year', '=', 2026)
    .executeTakeFirstOrThrow()
  const { boxId: second } = await house.call(createBox, clerk, { seriesId: documents.series_id, thicknessMm: 30 })
  await house.call(fillBox, clerk, { boxId: second, most: 2 })
  return itemIds
}

/** Fills a house with filed items and runs the jobs that write them into the storage root. */
export async function fillArchive(house: House): Promise<Archive> {
  const above = await house.given.unit('生产部', 'SCB')
  const { db } = house.runtime
  const unitId = await db.transaction().execute(tx => insertUnit(tx, { name: '兽医组', code: 'SYZ', parentId: above }))
  const clerk = await house.given.person({ roles: ['archivist'], unitId, name: '李档案', clearance: 'trade-secret' })
  const fonds = [await house.given.fonds('A001'), await house.given.fonds('B002', { contract: 'WS22' })]
  const place = { fondsId: fonds[0]!, unitId }
  const upload = (name: string, text: string) => house.given.upload(clerk, name, Buffer.from(text))
  const register = (input: object) => house.call(registerItem, clerk, { ...someDocument(place), ...input })
  const fileThem = async (ids: string[]) => {
    await house.call(numberItems, clerk, { ids })
    await house.call(fileItems, clerk, { ids })
  }
  const fileOneMore = async (title: string) => {
    const { itemId } = await register({ title, uploadIds: [await upload(`${title}.txt`, `${title}的正文`)] })
    await fileThem([itemId])
    return itemId
  }

  const contract = {
    contractNo: '2026-01',
    contractType: 'sale',
    counterparty: '某某乳业',
    signedOn: '2026-02-03',
    amount: '12000.50',
  }
  const registered = [
    await register({ title: '没有电子文件的通知', documentNo: '牧发〔2026〕1号' }),
    await register({
      title: '两份附件的请示',
      uploadIds: [await upload('正文.txt', '请示正文'), await upload('附件.txt', '共用的附件')],
    }),
    await register({
      title: '转发同一附件',
      secrecy: 'trade-secret',
      uploadIds: [await upload('转发.txt', '共用的附件')],
    }),
    await register({
      fondsId: fonds[1],
      kind: 'contract',
      title: '生鲜乳购销合同',
      fields: contract,
      uploadIds: [await upload('合同.txt', '合同正文')],
    }),
    await register({
      year: 2025,
      retention: 'Y',
      date: '2025-06-01',
      pages: 12,
      title: '上一年的永久文件',
      selfMadeTitle: true,
      note: '有“引号”、换行\n与🐄',
    }),
  ]
  const filed = registered.map(({ itemId }) => itemId)
  await fileThem(filed)
  filed.push(...(await bindAndBox(house, clerk, place)))
  await house.runJobs()
  const { fondsId: _, unitId: __, kind: ___, year: ____, retention: _____, ...described } = someDocument(place)
  const correction = { ...described, title: '没有电子文件的通知（更正）', fields: {}, reason: '题名有误' }
  await house.call(correctItem, clerk, { ...correction, itemId: filed[0]!, revision: 3 })
  await house.runJobs()
  return { clerk, place, filed, fileOneMore }
}
