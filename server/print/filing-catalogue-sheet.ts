import type { Sheet, SheetColumn } from '../spreadsheet/spreadsheet.ts'
import { type FilingCatalogue, filingCatalogueColumns, filingCatalogueLines } from './filing-catalogue.ts'

const layout: Readonly<Record<keyof typeof filingCatalogueColumns, Pick<SheetColumn, 'width' | 'kind'>>> = {
  number: { width: 6, kind: 'number' },
  code: { width: 26, kind: 'text' },
  documentNo: { width: 22, kind: 'text' },
  creator: { width: 20, kind: 'text' },
  title: { width: 50, kind: 'text' },
  date: { width: 11, kind: 'text' },
  secrecy: { width: 10, kind: 'text' },
  pages: { width: 6, kind: 'number' },
  note: { width: 16, kind: 'text' },
}

const columns = (Object.keys(layout) as (keyof typeof layout)[]).map(key => ({
  key,
  title: filingCatalogueColumns[key],
  ...layout[key],
}))

/** The filing catalogue 归档文件目录 as a sheet: the printed form's columns, lines and head. */
export function filingCatalogueSheet(data: FilingCatalogue): Sheet {
  const { fondsName, year, retentionTitle, unitName } = data
  const head = [`全宗名称：${fondsName}`, `年度：${year}`, `保管期限：${retentionTitle}`]
  return {
    name: '归档文件目录',
    columns,
    rows: filingCatalogueLines(data.rows),
    heading: '归档文件目录',
    subheading: [...head, ...(unitName === null ? [] : [`机构（问题）：${unitName}`])].join('　'),
  }
}
