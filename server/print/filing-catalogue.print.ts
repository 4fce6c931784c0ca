import { type FilingCatalogue, filingCatalogueColumns, filingCatalogueLines } from './filing-catalogue.ts'
import { renderPdf } from './typst.ts'

const template = new URL('./filing-catalogue.typ', import.meta.url)

/** Prints the filing catalogue 归档文件目录 on A4 landscape, as PDF/A-2b; its cover comes first unless switched off. */
export function printFilingCatalogue(data: FilingCatalogue, options: { cover?: boolean } = {}): Promise<Uint8Array> {
  return renderPdf(template, {
    ...data,
    year: String(data.year),
    cover: options.cover ?? true,
    columns: filingCatalogueColumns,
    rows: filingCatalogueLines(data.rows),
    pages: data.rows.reduce((sum, { pages }) => sum + (pages ?? 0), 0),
  })
}
