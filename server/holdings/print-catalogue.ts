import { z } from 'zod'
import { fileQuery } from '../platform/operation.ts'
import { printFilingCatalogue } from '../print/filing-catalogue.print.ts'
import { catalogueName, catalogueOf, catalogueSelection } from './catalogue.ts'

/** Print the filing catalogue 归档文件目录 of a class from what was entered, with its cover: nobody types it (S1.2). */
export const printCatalogue = fileQuery({
  name: 'catalogue.print',
  title: '打印归档文件目录',
  titleEn: 'Print the filing catalogue',
  permission: 'catalogue.print',
  rules: ['S1.2'],
  limit: { per: 'person', max: 60, seconds: 60 },
  input: z.strictObject({
    ...catalogueSelection,
    cover: z.boolean().default(true).meta({ title: '封面', titleEn: 'Cover' }),
  }),
  async run({ tx, actor, now }, { cover, ...wanted }) {
    const catalogue = await catalogueOf(tx, actor, { ...wanted, now })
    return {
      name: `${catalogueName(catalogue)}.pdf`,
      mime: 'application/pdf',
      body: await printFilingCatalogue(catalogue, { cover }),
      inline: true,
    }
  },
})
