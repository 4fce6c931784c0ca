/** One item 件 of a filing catalogue, in the words of its description. */
export interface FilingCatalogueRow {
  readonly code: string
  readonly documentNo: string
  readonly creator: string
  readonly title: string
  /** True when the archivist made the title because the document has none; it is then shown in square brackets. */
  readonly selfMadeTitle?: boolean
  /** ISO day, or empty when unknown. */
  readonly date: string
  /** Empty for 公开. */
  readonly secrecyTitle: string
  readonly pages: number | null
  readonly note: string
}

/** A filing catalogue 归档文件目录: the items of one fonds, year and retention (and unit), as DA/T 22-2015 lists them. */
export interface FilingCatalogue {
  readonly fondsCode: string
  readonly fondsName: string
  readonly year: number
  readonly retentionTitle: string
  /** 机构（问题）; null where the fonds is not arranged by it. */
  readonly unitName: string | null
  /** ISO day. */
  readonly printedOn: string
  readonly printedBy: string
  readonly rows: readonly FilingCatalogueRow[]
}

/** The nine columns of the catalogue in their order, key → head. */
export const filingCatalogueColumns = {
  number: '序号',
  code: '档号',
  documentNo: '文号',
  creator: '责任者',
  title: '题名',
  date: '日期',
  secrecy: '密级',
  pages: '页数',
  note: '备注',
} as const

/** One line of the catalogue as it is written, blank where there is nothing to say. */
export type FilingCatalogueLine = Readonly<Record<keyof typeof filingCatalogueColumns, string | number | null>>

/** The lines as DA/T 22-2015 writes them: numbered from 1, days in eight digits, self-made titles in square brackets. */
export function filingCatalogueLines(rows: readonly FilingCatalogueRow[]): FilingCatalogueLine[] {
  return rows.map((row, index) => ({
    number: index + 1,
    code: row.code,
    documentNo: row.documentNo,
    creator: row.creator,
    title: row.selfMadeTitle ? `[${row.title}]` : row.title,
    date: row.date.replaceAll('-', ''),
    secrecy: row.secrecyTitle,
    pages: row.pages,
    note: row.note,
  }))
}
