import type { ListColumn, ListLayout } from '../print/list-form.ts'

const number = (title: string): ListColumn => ({ key: 'number', title, width: 13, whole: true, number: true })
const title = (head: string): ListColumn => ({ key: 'title', title: head, width: 'rest', align: 'left' })
const date: ListColumn = { key: 'date', title: '日期', width: 20, whole: true }
const pages = (head: string): ListColumn => ({ key: 'pages', title: head, width: 14 })
const note: ListColumn = { key: 'note', title: '备注', width: 15 }
const retention: ListColumn = { key: 'retention', title: '保管期限', width: 19 }

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

/** Catalogue of accounting volumes 会计档案目录, DA/T 39. */
export const accountingVolumes: ListLayout = {
  ...documentVolumes,
  title: '会计档案目录',
  columns: [
    number('序号'),
    { key: 'code', title: '档号', width: 'fit' },
    title('案卷题名'),
    { key: 'period', title: '起止时间', width: 22 },
    { key: 'pages', title: '张数', width: 12, number: true },
    { key: 'retention', title: '保管期限', width: 19 },
    note,
  ],
}

/** Contents of an accounting volume 会计档案卷内目录, DA/T 39. */
export const accountingContents: ListLayout = {
  ...documentContents,
  title: '会计档案卷内目录',
  columns: [
    number('序号'),
    { key: 'documentNo', title: '文件编号', width: 28 },
    { key: 'creator', title: '责任者', width: 25 },
    title('题名'),
    date,
    pages('页号'),
    note,
  ],
}

/** Handover list 移交清单 of volumes, thirteen rows to a page, with room for both signatures. */
export const handoverOfVolumes: ListLayout = {
  ...portrait,
  title: '档案移交清单',
  rowsPerPage: 13,
  topMm: 40,
  sign: ['移交人', '接收人'],
  columns: [
    number('序号'),
    { key: 'code', title: '档号', width: 'fit' },
    title('题名'),
    retention,
    { key: 'items', title: '件数', width: 12, number: true },
    { key: 'pages', title: '页数', width: 12, number: true },
    note,
  ],
}

/** Handover list 移交清单 of items. */
export const handoverOfItems: ListLayout = {
  ...handoverOfVolumes,
  columns: [
    number('序号'),
    title('题名'),
    { key: 'year', title: '年度', width: 14, number: true },
    { key: 'documentNo', title: '文号', width: 32 },
    { key: 'pages', title: '页数', width: 12, number: true },
    retention,
    note,
  ],
}

/** Catalogue of personnel papers 人事档案材料目录: title of 24 pt, head of 12, class rows of 14 bold, rows of 12. */
export const personnelContents: ListLayout = {
  ...portrait,
  title: '人事档案材料目录',
  titlePt: 24,
  headPt: 12,
  groupPt: 14,
  bodyPt: 12,
  lineMm: 11,
  rowsPerPage: 20,
  topMm: 42,
  sign: [],
  columns: [
    number('类号'),
    title('材料名称'),
    { key: 'year', title: '年', width: 14, over: '形成时间' },
    { key: 'month', title: '月', width: 10, over: '形成时间' },
    { key: 'day', title: '日', width: 10, over: '形成时间' },
    { key: 'pages', title: '页数', width: 13, number: true },
    { key: 'copies', title: '份数', width: 13, number: true },
    note,
  ],
}

/** Report of the four checks 四性检测报告. */
export const qualityReports: ListLayout = {
  ...portrait,
  title: '四性检测报告',
  lineMm: 10,
  rowsPerPage: 20,
  topMm: 52,
  sign: ['检测人', '审核人'],
  columns: [
    { key: 'code', title: '编号', width: 20, whole: true },
    { key: 'title', title: '检测项目', width: 58, align: 'left' },
    { key: 'result', title: '检测结果', width: 22 },
    { key: 'evidence', title: '说明', width: 'rest', align: 'left' },
  ],
}
