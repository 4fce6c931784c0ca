import type { KindDefinition } from '../kinds/index.ts'
import type { Cell } from './cells.ts'

/** What a column of the sheet may be about: a line of the description, a field of the kind, or the name of the row's file. */
export interface Target {
  /** `title`, `fields.contractNo`, `fileName` … */
  readonly name: string
  readonly title: string
  readonly titleEn: string
  /** Heads under which registers have it. */
  readonly heads: readonly string[]
}

const target = (name: string, title: string, titleEn: string, ...heads: string[]): Target => ({
  name,
  title,
  titleEn,
  heads: [title, titleEn, ...heads],
})

/** What every kind has; the heads are those found in registers and in the exports of older systems. */
const common: readonly Target[] = [
  target('code', '档号', 'Archival code', '归档号', '档案号', '档案编号'),
  target('serial', '件号', 'Item number', '归档件号', '室编件号'),
  target('title', '题名', 'Title', '标题', '文件名称', '文件题名', '正题名', '名称', '文件标题', '事由', '内容'),
  target(
    'documentNo',
    '文号',
    'Document number',
    '文件编号',
    '发文字号',
    '发文号',
    '文件字号',
    '文件号',
    '来文字号',
    '字号',
  ),
  target(
    'creator',
    '责任者',
    'Creator',
    '作者',
    '单位',
    '发文单位',
    '发文机关',
    '责任人',
    '第一责任者',
    '来文单位',
    '形成单位',
  ),
  target('date', '日期', 'Date', '成文日期', '形成时间', '形成日期', '文件日期', '发文日期', '时间', '文件时间'),
  target('pages', '页数', 'Pages', '张数', '页次', '总页数', '页'),
  target('copies', '份数', 'Copies', '份', '文件份数'),
  target('secrecy', '密级', 'Secrecy', '保密级别', '保密等级'),
  target('openness', '开放标识', 'Openness', '开放状态', '公开属性'),
  target('retention', '保管期限', 'Retention', '期限', '保存期限', '保管年限', '保存年限'),
  target('year', '年度', 'Year', '归档年度', '年份', '所属年度'),
  target('unit', '机构', 'Unit', '部门', '机构问题', '归档部门', '所属部门', '移交部门', '科室', '形成部门'),
  target('note', '备注', 'Note', '附注', '说明', '备考'),
  target('fileName', '电子文件名', 'File name', '文件名', '原文', '附件名', '电子文件', '扫描件', '全文', '原文文件名'),
]

/** Everything a column may be about for a kind: what every item has, under the kind's own names, then the kind's fields. */
export function targetsOf(kind: KindDefinition): Target[] {
  const named = common.map(one => {
    const label = kind.labels?.[one.name]
    return label ? target(one.name, label.title, label.titleEn ?? one.titleEn, ...one.heads) : one
  })
  const fields = Object.entries(kind.fields).map(([name, field]) =>
    target(`fields.${name}`, field.title, field.titleEn ?? field.title),
  )
  return [...named, ...fields]
}

/** A head as it is compared: without spaces, signs, what stands in brackets, and the star of what must be filled in. */
export function foldHead(cell: Cell): string {
  return String(cell ?? '')
    .normalize('NFKC')
    .replace(/[([【〔][^)\]】〕]*[)\]】〕]/g, '')
    .replace(/[\s\p{P}\p{S}]/gu, '')
    .toLowerCase()
}

/** The heads of a sheet in one text, by which a saved mapping is found again. */
export const signatureOf = (heads: readonly Cell[]): string => heads.map(foldHead).join('|').replace(/\|+$/, '')

/** Proposes what each column is about by its head, each thing once: fields of the kind before what every item has, exact heads first. */
export function proposeColumns(heads: readonly Cell[], targets: readonly Target[]): (string | null)[] {
  const folded = heads.map(foldHead)
  const wanted = [...targets].sort(
    (a, b) => Number(b.name.startsWith('fields.')) - Number(a.name.startsWith('fields.')),
  )
  const columns = new Array<string | null>(heads.length).fill(null)
  for (const rank of [0, 1]) {
    for (const { name, heads: names } of wanted) {
      if (columns.includes(name)) continue
      const known = (rank === 0 ? names.slice(0, 2) : names.slice(2)).map(foldHead)
      const at = folded.findIndex((head, index) => columns[index] === null && head !== '' && known.includes(head))
      if (at >= 0) columns[at] = name
    }
  }
  return columns
}

/** How far down a sheet its heads may stand, below titles and remarks. */
const searchedRows = 30

/**
 * Finds the row of the heads among the first rows: the one with the most heads that are known, below any merged title. Where none has two,
 * the first row with at least two texts. Answers a position in `rows`, or -1 for an empty sheet.
 */
export function findHeads(rows: readonly { readonly cells: readonly Cell[] }[], targets: readonly Target[]): number {
  const known = new Set(targets.flatMap(({ heads }) => heads.map(foldHead)))
  const scores = rows
    .slice(0, searchedRows)
    .map(({ cells }) => new Set(cells.map(foldHead).filter(head => known.has(head))).size)
  const best = Math.max(0, ...scores)
  if (best >= 2) return scores.indexOf(best)
  const texts = rows
    .slice(0, searchedRows)
    .findIndex(({ cells }) => cells.filter(cell => typeof cell === 'string').length >= 2)
  return texts >= 0 ? texts : rows.length > 0 ? 0 : -1
}
