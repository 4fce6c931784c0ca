import type { holdingsEvents } from '../../domain/holdings/events.ts'
import { builtInKinds } from '../../domain/kinds/index.ts'
import type { Wording } from '../language.ts'
import { because, plain, type Sentence } from './told.ts'

/** What the columns of an item are called; their contents are not the auditor’s to read. */
const columns: Readonly<Record<string, Wording>> = {
  title: { zh: '题名', en: 'title' },
  document_no: { zh: '文号', en: 'document number' },
  creator: { zh: '责任者', en: 'creator' },
  dated_on: { zh: '日期', en: 'date' },
  pages: { zh: '页数', en: 'pages' },
  copies: { zh: '份数', en: 'copies' },
  secrecy: { zh: '密级', en: 'secrecy' },
  openness: { zh: '开放', en: 'openness' },
  retention: { zh: '保管期限', en: 'retention' },
  note: { zh: '备注', en: 'note' },
  kind: { zh: '门类', en: 'kind' },
  year: { zh: '年度', en: 'year' },
  unit_id: { zh: '机构', en: 'unit' },
  fields: { zh: '门类字段', en: 'fields of the kind' },
  code: { zh: '代码', en: 'code' },
  name: { zh: '名称', en: 'name' },
  self_made_title: { zh: '自拟题名', en: 'self-made title' },
  exception_reason: { zh: '同卷原因', en: 'why they lie together' },
  bound_by: { zh: '立卷人', en: 'bound by' },
  bound_on: { zh: '立卷时间', en: 'bound on' },
  arranged_by: { zh: '整理人', en: 'arranged by' },
  arranged_on: { zh: '整理日期', en: 'arranged on' },
  checked_by: { zh: '检查人', en: 'checked by' },
  checked_on: { zh: '检查日期', en: 'checked on' },
}

export function columnsIn(changed: readonly string[]): Wording {
  const titles = changed.map(column => (Object.hasOwn(columns, column) ? (columns[column] as Wording) : plain(column)))
  return { zh: titles.map(({ zh }) => zh).join('、'), en: titles.map(({ en }) => en).join(', ') }
}

function kindIn(code: string): Wording {
  const kinds: Readonly<Record<string, { title: string; titleEn?: string }>> = builtInKinds
  const kind = Object.hasOwn(kinds, code) ? kinds[code] : undefined
  return { zh: kind?.title ?? code, en: kind?.titleEn ?? code }
}

const steps = ['B', 'KB', 'MB', 'GB'] as const

/** A number of bytes as people read it: `83.9 KB`. */
export function sizeInWords(bytes: number): string {
  const step = Math.min(steps.length - 1, bytes < 1 ? 0 : Math.floor(Math.log(bytes) / Math.log(1024)))
  const figure = bytes / 1024 ** step
  return `${step === 0 || figure >= 100 ? Math.round(figure) : figure.toFixed(1)} ${steps[step]}`
}

/** What happens to fonds, items and their files: which thing and which column, never what stands in it. */
export const holdingsSentences: Readonly<Record<keyof typeof holdingsEvents, Sentence>> = {
  'fonds.created': ({ fact }) => ({
    zh: `新建全宗 ${fact('code')} ${fact('name')}`,
    en: `created the fonds ${fact('code')} ${fact('name')}`,
  }),
  'fonds.edited': ({ facts }) => {
    const changed = columnsIn(Object.keys(facts('after')))
    return { zh: `修改全宗：${changed.zh}`, en: `edited a fonds: ${changed.en}` }
  },
  'fonds.kinds-chosen': ({ list }) => {
    const kinds = list('after').map(kindIn)
    return {
      zh: `选定全宗的门类：${kinds.map(({ zh }) => zh).join('、')}`,
      en: `chose the kinds of a fonds: ${kinds.map(({ en }) => en).join(', ')}`,
    }
  },
  'fonds.template-chosen': ({ fact }) => {
    const kind = kindIn(fact('kind'))
    return {
      zh: `为${kind.zh}选定档号模板 ${fact('after') || '（门类默认）'}`,
      en: `chose the code template of ${kind.en}: ${fact('after') || 'that of the kind'}`,
    }
  },
  'scope.saved': ({ list }) => {
    const rows = list('after').length
    return { zh: `保存归档范围表，${rows} 行`, en: `saved a table of filing scope of ${rows} rows` }
  },
  'kind.defined': ({ fact }) => ({
    zh: `新增门类 ${fact('title')}`,
    en: `added the kind ${fact('title')}`,
  }),
  'kind.extended': ({ fact }) => ({
    zh: `扩充门类 ${fact('title')}，第 ${fact('version')} 版`,
    en: `extended the kind ${fact('title')}, version ${fact('version')}`,
  }),
  'upload.created': ({ fact }) => {
    const size = sizeInWords(Number(fact('size')))
    return { zh: `上传一个文件，${size}`, en: `uploaded a file of ${size}` }
  },
  'item.registered': ({ fact }) => ({
    zh: `登记一件${kindIn(fact('kind')).zh}`,
    en: `registered an item: ${kindIn(fact('kind')).en}`,
  }),
  'items.registered': ({ fact }) => ({
    zh: `从表格“${fact('name')}”登记 ${fact('count')} 件`,
    en: `registered ${fact('count')} items out of “${fact('name')}”`,
  }),
  'items.discarded': ({ fact }) => ({
    zh: `整批删除 ${fact('count')} 件`,
    en: `discarded a batch of ${fact('count')}`,
  }),
  'item.described': ({ list }) => {
    const changed = columnsIn(list('changed'))
    return { zh: `著录，改了${changed.zh}`, en: `described an item: ${changed.en}` }
  },
  'item.discarded': () => ({ zh: '删除一件草稿', en: 'discarded a draft' }),
  'item.numbered': ({ fact }) => ({ zh: `编号 ${fact('code')}`, en: `numbered ${fact('code')}` }),
  'item.unnumbered': ({ fact }) => ({
    zh: `撤销编号 ${fact('code')}${because(fact('reason')).zh}`,
    en: `withdrew the number ${fact('code')}${because(fact('reason')).en}`,
  }),
  'item.filed': ({ fact }) => ({
    zh: `归档 ${fact('code')}，电子文件 ${fact('components')} 个`,
    en: `filed ${fact('code')} with ${fact('components')} files`,
  }),
  'item.corrected': ({ fact, list }) => {
    const changed = columnsIn(list('changed'))
    return {
      zh: `更正已归档的一件，改了${changed.zh}${because(fact('reason')).zh}`,
      en: `corrected a filed item: ${changed.en}${because(fact('reason')).en}`,
    }
  },
  'item.stored': ({ fact }) => ({
    zh: `写入存储库，版本 ${fact('version')}`,
    en: `wrote an item to the store, version ${fact('version')}`,
  }),
  'component.attached': () => ({ zh: '加入一个电子文件', en: 'attached a file' }),
  'component.detached': () => ({ zh: '移除一个电子文件', en: 'detached a file' }),
  'component.opened': () => ({ zh: '查看一个电子文件', en: 'opened a file' }),
  'attachment.attached': () => ({ zh: '加入一个附件', en: 'attached a file to a record that is no item' }),
  'attachment.detached': () => ({ zh: '移除一个附件', en: 'removed a file from a record that is no item' }),
  'attachment.opened': () => ({ zh: '查看一个附件', en: 'opened a file of a record that is no item' }),
  'search.saved': ({ fact }) => ({ zh: `保存检索“${fact('name')}”`, en: `saved the search “${fact('name')}”` }),
  'search.forgotten': ({ fact }) => ({
    zh: `删除保存的检索“${fact('name')}”`,
    en: `forgot the saved search “${fact('name')}”`,
  }),
  'favourite.added': ({ fact }) => ({ zh: `收藏 ${fact('items')} 件`, en: `added ${fact('items')} to the favourites` }),
  'favourite.removed': ({ fact }) => ({
    zh: `取消收藏 ${fact('items')} 件`,
    en: `removed ${fact('items')} from the favourites`,
  }),
  'store.verified': ({ fact }) => ({
    zh: `校验存储库：${fact('objects')} 个对象，${fact('damaged') === '0' ? '全部完好' : `${fact('damaged')} 个损坏`}`,
    en: `verified the store: ${fact('objects')} objects, ${fact('damaged') === '0' ? 'all sound' : `${fact('damaged')} damaged`}`,
  }),
}
