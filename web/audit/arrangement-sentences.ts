import type { arrangementEvents } from '../../domain/arrangement/events.ts'
import { type PlanScope, planScopes } from '../../domain/arrangement/plan.ts'
import { columnsIn } from './holdings-sentences.ts'
import { because, type Sentence } from './told.ts'

const counted =
  (zh: string, en: string, list: string): Sentence =>
  ({ list: listed }) => ({ zh: `${zh} ${listed(list).length} 件`, en: `${en} ${listed(list).length} of them` })

/** What happens to volumes and boxes: which thing and how many, never what stands in it. */
export const arrangementSentences: Readonly<Record<keyof typeof arrangementEvents, Sentence>> = {
  'volume.created': () => ({ zh: '新立一个案卷', en: 'began a volume' }),
  'volume.bound': counted('向案卷放入文件', 'put items into a volume,', 'itemIds'),
  'volume.unbound': counted('从案卷取出文件', 'took items out of a volume,', 'itemIds'),
  'volume.reordered': () => ({ zh: '调整卷内次序', en: 'put a volume in another order' }),
  'volume.described': ({ list }) => {
    const changed = columnsIn(list('changed'))
    return { zh: `案卷著录，改了${changed.zh}`, en: `described a volume: ${changed.en}` }
  },
  'volume.numbered': ({ fact }) => ({ zh: `案卷编号 ${fact('code')}`, en: `numbered the volume ${fact('code')}` }),
  'volume.unnumbered': ({ fact }) => ({
    zh: `撤销案卷号 ${fact('code')}${because(fact('reason')).zh}`,
    en: `withdrew the number of the volume ${fact('code')}${because(fact('reason')).en}`,
  }),
  'volume.filed': ({ fact }) => ({
    zh: `案卷归档 ${fact('code')}，卷内 ${fact('items')} 件`,
    en: `filed the volume ${fact('code')} with ${fact('items')} items`,
  }),
  'volume.dissolved': () => ({ zh: '拆开一个案卷', en: 'took a volume apart' }),
  'volume.stored': ({ fact }) => ({
    zh: `案卷写入存储库，版本 ${fact('version')}`,
    en: `wrote a volume to the store, version ${fact('version')}`,
  }),
  'item.bound': () => ({ zh: '一件入卷', en: 'bound an item into a volume' }),
  'item.unbound': () => ({ zh: '一件出卷', en: 'took an item out of a volume' }),
  'bond.created': () => ({ zh: '把两件连为不可分', en: 'tied two items together' }),
  'bond.removed': ({ fact }) => ({
    zh: `解除两件的联系${because(fact('reason')).zh}`,
    en: `untied two items${because(fact('reason')).en}`,
  }),
  'arrangement.decided': ({ fact }) => {
    const scope = planScopes[fact('scope') as PlanScope] ?? { title: '', titleEn: '' }
    return { zh: `确定整理方案：${scope.title}`, en: `decided the plan of arranging: ${scope.titleEn}` }
  },
  'check.started': ({ fact }) => ({
    zh: `开始四性检测，${fact('items')} 件`,
    en: `began to check ${fact('items')} items before filing`,
  }),
  'check.finished': ({ fact }) => ({
    zh: `四性检测完成，${fact('items')} 件，${fact('failed')} 件不通过`,
    en: `checked ${fact('items')} items, ${fact('failed')} of them failed`,
  }),
  'box.created': ({ fact }) => ({
    zh: `新增第 ${fact('number')} 盒，${fact('thicknessMm')} 毫米`,
    en: `added box ${fact('number')} of ${fact('thicknessMm')} mm`,
  }),
  'box.filled': counted('装盒', 'filled a box,', 'ids'),
  'box.emptied': counted('从盒中取出', 'took out of a box,', 'ids'),
  'box.described': ({ list }) => {
    const changed = columnsIn(list('changed'))
    return { zh: `填写盒内备考：${changed.zh}`, en: `described a box: ${changed.en}` }
  },
  'box.discarded': ({ fact }) => ({ zh: `撤销第 ${fact('number')} 盒`, en: `removed the empty box ${fact('number')}` }),
  'box.stored': ({ fact }) => ({
    zh: `盒写入存储库，版本 ${fact('version')}`,
    en: `wrote a box to the store, version ${fact('version')}`,
  }),
}
