import { z } from 'zod'
import { eventForms } from '../shared/event.ts'

const facts = z.record(z.string(), z.unknown())
const change = z.strictObject({ before: facts, after: facts })
const members = z.strictObject({ itemIds: z.array(z.string()) })
const lying = z.strictObject({ ids: z.array(z.string()) })
const stored = z.strictObject({ version: z.string(), revision: z.number() })
const inVolume = z.strictObject({ volumeId: z.string(), title: z.string() })
const tie = z.strictObject({ relation: z.string(), leaderId: z.string(), followerId: z.string() })

/** What happens to volumes and boxes, and to papers that stay together. */
export const arrangementEvents = eventForms({
  'volume.created': {
    title: '新立案卷',
    titleEn: 'Volume begun',
    data: z.strictObject({ title: z.string(), seriesId: z.string() }),
  },
  'volume.bound': { title: '放入文件', titleEn: 'Items put in', data: members },
  'volume.unbound': { title: '取出文件', titleEn: 'Items taken out', data: members },
  'volume.reordered': { title: '调整卷内次序', titleEn: 'Put in another order', data: members },
  'volume.described': { title: '案卷著录', titleEn: 'Volume described', data: change },
  'volume.numbered': { title: '案卷编号', titleEn: 'Volume numbered', data: z.strictObject({ code: z.string() }) },
  'volume.unnumbered': {
    title: '撤销案卷号',
    titleEn: 'Number of the volume withdrawn',
    data: z.strictObject({ code: z.string(), reason: z.string() }),
  },
  'volume.filed': {
    title: '案卷归档',
    titleEn: 'Volume filed',
    data: z.strictObject({ code: z.string(), items: z.number() }),
  },
  'volume.dissolved': {
    title: '拆卷',
    titleEn: 'Volume taken apart',
    data: z.strictObject({ title: z.string(), itemIds: z.array(z.string()) }),
  },
  'volume.stored': { title: '案卷写入存储库', titleEn: 'Volume written to the store', data: stored },
  'item.bound': { title: '入卷', titleEn: 'Bound into a volume', data: inVolume },
  'item.unbound': { title: '出卷', titleEn: 'Taken out of a volume', data: inVolume },
  'bond.created': { title: '建立联系', titleEn: 'Papers tied', data: tie },
  'bond.removed': { title: '解除联系', titleEn: 'Papers untied', data: tie.extend({ reason: z.string() }) },
  'arrangement.decided': {
    title: '确定整理方案',
    titleEn: 'Plan of arranging decided',
    data: z.strictObject({ scope: z.string(), plan: z.string() }),
  },
  'check.started': {
    title: '开始四性检测',
    titleEn: 'Check started',
    data: z.strictObject({ items: z.number(), seriesId: z.string().optional() }),
  },
  'check.finished': {
    title: '四性检测完成',
    titleEn: 'Check finished',
    data: z.strictObject({ items: z.number(), failed: z.number() }),
  },
  'box.created': {
    title: '新增一盒',
    titleEn: 'Box added',
    data: z.strictObject({ seriesId: z.string(), number: z.number(), thicknessMm: z.number() }),
  },
  'box.filled': { title: '装盒', titleEn: 'Put into the box', data: lying },
  'box.emptied': { title: '从盒中取出', titleEn: 'Taken out of the box', data: lying },
  'box.described': { title: '填写盒内备考', titleEn: 'Box described', data: change },
  'box.discarded': { title: '撤销空盒', titleEn: 'Empty box removed', data: z.strictObject({ number: z.number() }) },
  'box.stored': { title: '盒写入存储库', titleEn: 'Box written to the store', data: stored },
})
