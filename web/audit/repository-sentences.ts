import { carriers, isCarrier } from '../../domain/repository/climate.ts'
import type { repositoryEvents } from '../../domain/repository/events.ts'
import { because, plain, type Sentence } from './told.ts'

/** What happens to places and to what stands in them. */
export const repositorySentences: Readonly<Record<keyof typeof repositoryEvents, Sentence>> = {
  'location.built': ({ fact }) => ({
    zh: `建库房 ${fact('code')} ${fact('name')}，${fact('slots')} 格`,
    en: `built the room ${fact('code')} ${fact('name')} with ${fact('slots')} slots`,
  }),
  'location.extended': ({ fact }) => ({
    zh: `扩建 ${fact('code')}，加 ${fact('slots')} 格`,
    en: `added ${fact('slots')} slots to ${fact('code')}`,
  }),
  'location.renamed': ({ fact }) => ({
    zh: `库位 ${fact('code')} 更名：${fact('before')} → ${fact('after')}`,
    en: `renamed the place ${fact('code')}: ${fact('before')} → ${fact('after')}`,
  }),
  'location.closed': ({ fact }) => ({ zh: `停用库位 ${fact('code')}`, en: `closed the place ${fact('code')}` }),
  'location.reopened': ({ fact }) => ({ zh: `恢复库位 ${fact('code')}`, en: `reopened the place ${fact('code')}` }),
  'place.assigned': ({ fact }) => ({
    zh: `${fact('code')} 上架到 ${fact('location')}`,
    en: `shelved ${fact('code')} at ${fact('location')}`,
  }),
  'place.moved': ({ fact }) => ({
    zh: `${fact('code')} 从 ${fact('from')} 移到 ${fact('location')}${because(fact('reason')).zh}`,
    en: `moved ${fact('code')} from ${fact('from')} to ${fact('location')}${because(fact('reason')).en}`,
  }),
  'place.taken-off': ({ fact }) => ({
    zh: `${fact('code')} 从 ${fact('location')} 下架${because(fact('reason')).zh}`,
    en: `took ${fact('code')} off ${fact('location')}${because(fact('reason')).en}`,
  }),
  'stocktake.started': ({ fact }) => ({
    zh: `开始盘点 ${fact('location')}，应有 ${fact('expected')}`,
    en: `started a stock-take of ${fact('location')}, ${fact('expected')} expected`,
  }),
  'stocktake.scanned': ({ fact }) => ({
    zh: `盘点时在 ${fact('location')} 看到 ${fact('code')}`,
    en: `saw ${fact('code')} at ${fact('location')} in a stock-take`,
  }),
  'stocktake.explained': ({ fact }) => ({
    zh: `说明 ${fact('count')} 处差异${because(fact('explanation')).zh}`,
    en: `explained ${fact('count')} differences${because(fact('explanation')).en}`,
  }),
  'stocktake.closed': ({ fact }) => ({
    zh: `结束盘点：相符 ${fact('found')}，未见 ${fact('missing')}，错位 ${fact('misplaced')}，不明 ${fact('unknown')}`,
    en: `closed a stock-take: ${fact('found')} in place, ${fact('missing')} not seen, ${fact('misplaced')} misplaced, ${fact('unknown')} unknown`,
  }),
  'visit.entered': ({ fact }) => ({
    zh: `登记有人进库房 ${fact('room')}${because(fact('purpose')).zh}`,
    en: `noted a visitor of ${fact('room')}${because(fact('purpose')).en}`,
  }),
  'visit.left': () => ({ zh: '登记离库', en: 'noted that a visitor left the store' }),
  'climate.recorded': ({ fact }) => ({
    zh: `记录库房 ${fact('room')} 温度 ${fact('temperature')} ℃、湿度 ${fact('humidity')} %`,
    en: `noted the climate of ${fact('room')}: ${fact('temperature')} °C, ${fact('humidity')} %`,
  }),
  'climate.imported': ({ fact }) => ({
    zh: `导入库房 ${fact('room')} 温湿度 ${fact('added')} 条，超限 ${fact('exceeded')} 条`,
    en: `took in ${fact('added')} readings of ${fact('room')}, ${fact('exceeded')} out of range`,
  }),
  'climate.measured': ({ fact }) => ({
    zh: `填库房 ${fact('room')} 温湿度处理措施${because(fact('measure')).zh}`,
    en: `said what was done about the climate of ${fact('room')}${because(fact('measure')).en}`,
  }),
  'climate.carrier-set': ({ fact }) => ({
    zh: `设定库房 ${fact('room')} 的载体：${carrierIn(fact('after')).zh}`,
    en: `set what ${fact('room')} keeps: ${carrierIn(fact('after')).en}`,
  }),
}

function carrierIn(code: string) {
  return isCarrier(code) ? { zh: carriers[code].title, en: carriers[code].titleEn } : plain(code)
}
