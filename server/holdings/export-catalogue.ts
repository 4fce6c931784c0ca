import { z } from 'zod'
import { fileQuery } from '../platform/operation.ts'
import { filingCatalogueSheet } from '../print/filing-catalogue-sheet.ts'
import { writeWorkbook } from '../spreadsheet/spreadsheet.ts'
import { catalogueName, catalogueOf, catalogueSelection } from './catalogue.ts'

const workbook = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** The filing catalogue 归档文件目录 as an Excel workbook, with the columns of the printed one (S1.2). */
export const exportCatalogue = fileQuery({
  name: 'catalogue.export',
  title: '导出归档文件目录',
  titleEn: 'Export the filing catalogue',
  permission: 'catalogue.export',
  rules: ['S1.2'],
  limit: { per: 'person', max: 60, seconds: 60 },
  input: z.strictObject(catalogueSelection),
  async run({ tx, actor, now }, wanted) {
    const catalogue = await catalogueOf(tx, actor, { ...wanted, now })
    return {
      name: `${catalogueName(catalogue)}.xlsx`,
      mime: workbook,
      body: await writeWorkbook({ sheets: [filingCatalogueSheet(catalogue)] }),
      inline: false,
    }
  },
})
