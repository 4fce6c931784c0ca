import type { ListColumn, ListLayout } from '../print/list-form.ts'

const number = (title: string): ListColumn => ({ key: 'number', title, width: 13, whole: true, number: true })
const title = (head: string): ListColumn => ({ key: 'title', title: head, width: 'rest', align: 'left' })
const date: ListColumn = { key: 'date', title: '日期', width: 20, whole: true }
const pages = (head: string): ListColumn => ({ key: 'pages', title: head, width: 14 })
const note: ListColumn = { key: 'note', title: '备注', width: 17 }
const retention: ListColumn = { key: 'retention', title: '保管期限', width: 14 }

/** A4 portrait as archive rooms use it: rows of 50 px, which is 13.2 mm, under a wide title of 20 pt. */
const portrait = { sheet: 'portrait', titlePt: 20, lineMm: 13.2 } as const

/** Catalogue of volumes 案卷目录 of document archives: sixteen rows to a page. */
export const documentVolumes: ListLayout = {
  ...portrait,
  title: '案卷目录',
  rowsPerPage: 16,
  topMm: 38,
  sign: ['编制人', '审核人'],
  columns: [
    { ...number('案卷号'), key: 'volumeNo' },
    title('题名'),
    { key: 'period', title: '起止时间', width: 22 },
    { key: 'items', title: '件数', width: 11, number: true },
    { key: 'pages', title: '页数', width: 12, number: true },
    retention,
    note,
  ],
}

/** The same of technical archives, GB/T 11822. */
export const technicalVolumes: ListLayout = {
  ...documentVolumes,
  columns: [
    number('序号'),
    { key: 'code', title: '档号', width: 'fit' },
    title('案卷题名'),
    { key: 'pages', title: '总页数', width: 14, number: true },
    retention,
    note,
  ],
}

/** Contents of a volume 卷内文件目录, GB/T 9705: fifteen rows to a page. */
export const documentContents: ListLayout = {
  ...portrait,
  title: '卷内文件目录',
  rowsPerPage: 15,
  topMm: 40,
  sign: [],
  columns: [
    number('顺序号'),
    { key: 'documentNo', title: '文号', width: 28 },
    { key: 'creator', title: '责任者', width: 25 },
    title('题名'),
    date,
    pages('页号'),
    note,
  ],
}

/** The same of technical archives, GB/T 11822, which counts pages 页数 instead of numbering them. */
export const technicalContents: ListLayout = {
  ...documentContents,
  title: '卷内目录',
  columns: [
    number('序号'),
    { key: 'documentNo', title: '文件编号', width: 28 },
    { key: 'creator', title: '责任者', width: 25 },
    title('文件题名'),
    date,
    { ...pages('页数'), key: 'count', number: true },
    note,
  ],
}

/** Volumes and what is bound into each 全引目录, one after another. */
export const fullVolumes: ListLayout = {
  ...documentContents,
  title: '全引目录',
  topMm: 38,
  rowsPerPage: 16,
  sign: ['编制人', '审核人'],
}
