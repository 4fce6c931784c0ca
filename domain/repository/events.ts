import { z } from 'zod'
import { eventForms } from '../shared/event.ts'

const place = z.strictObject({ code: z.string(), location: z.string() })

/** What happens to places and to what stands in them. */
export const repositoryEvents = eventForms({
  'location.built': {
    title: '建库房',
    titleEn: 'Room built',
    data: z.strictObject({ code: z.string(), name: z.string(), slots: z.number() }),
  },
  'location.extended': {
    title: '扩建库位',
    titleEn: 'Places added',
    data: z.strictObject({ code: z.string(), added: z.number(), slots: z.number() }),
  },
  'location.renamed': {
    title: '库位更名',
    titleEn: 'Place renamed',
    data: z.strictObject({ code: z.string(), before: z.string(), after: z.string() }),
  },
  'location.closed': { title: '停用库位', titleEn: 'Place closed', data: z.strictObject({ code: z.string() }) },
  'location.reopened': { title: '恢复库位', titleEn: 'Place reopened', data: z.strictObject({ code: z.string() }) },
  'place.assigned': { title: '上架', titleEn: 'Shelved', data: place },
  'place.moved': {
    title: '移位',
    titleEn: 'Moved',
    data: z.strictObject({ code: z.string(), from: z.string(), location: z.string(), reason: z.string() }),
  },
  'place.taken-off': {
    title: '下架',
    titleEn: 'Taken off the shelf',
    data: place.extend({ reason: z.string() }),
  },
  'stocktake.started': {
    title: '开始盘点',
    titleEn: 'Stock-take started',
    data: z.strictObject({ location: z.string(), expected: z.number() }),
  },
  'stocktake.scanned': {
    title: '盘点扫描',
    titleEn: 'Scanned in a stock-take',
    data: place.extend({ outcome: z.string() }),
  },
  'stocktake.explained': {
    title: '说明差异',
    titleEn: 'Differences explained',
    data: z.strictObject({ count: z.number(), explanation: z.string() }),
  },
  'stocktake.closed': {
    title: '结束盘点',
    titleEn: 'Stock-take closed',
    data: z.strictObject({ found: z.number(), missing: z.number(), misplaced: z.number(), unknown: z.number() }),
  },
  'climate.recorded': {
    title: '记录温湿度',
    titleEn: 'Climate noted',
    data: z.strictObject({
      room: z.string(),
      temperature: z.number(),
      humidity: z.number(),
      exceeded: z.array(z.string()),
      measure: z.string(),
    }),
  },
  'climate.imported': {
    title: '导入温湿度',
    titleEn: 'Climate taken in',
    data: z.strictObject({ room: z.string(), added: z.number(), exceeded: z.number() }),
  },
  'climate.measured': {
    title: '填处理措施',
    titleEn: 'Measure noted',
    data: z.strictObject({ room: z.string(), count: z.number(), measure: z.string() }),
  },
  'climate.carrier-set': {
    title: '设定库房载体',
    titleEn: 'Carrier set',
    data: z.strictObject({ room: z.string(), before: z.string(), after: z.string() }),
  },
  'visit.entered': {
    title: '进库登记',
    titleEn: 'Visitor entered the store',
    data: z.strictObject({ room: z.string(), purpose: z.string() }),
  },
  'visit.left': { title: '离库登记', titleEn: 'Visitor left the store', data: z.strictObject({}) },
})
