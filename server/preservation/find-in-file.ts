import { sql } from 'kysely'
import { z } from 'zod'
import { refuseHoldings } from '../../domain/holdings/refusals.ts'
import { hitsOnPage } from '../../domain/preservation/page-hits.ts'
import { ComponentId } from '../../domain/shared/ids.ts'
import { searchQuery } from '../../domain/shared/text.ts'
import { query } from '../platform/operation.ts'
import { visibleFiles } from './recognition.sql.ts'

const box = z.object({ left: z.number(), top: z.number(), width: z.number(), height: z.number() })
const mostHits = 1000
const pagesAtOnce = 50

/** Find in a file 件内查找: where words stand on the scanned pages of a file, so that the page can be opened and the words marked on it. */
export const findInFile = query({
  name: 'component.find',
  title: '件内查找',
  titleEn: 'Find in a file',
  permission: 'item.search',
  rules: ['S5.5', 'S17.4'],
  input: z.strictObject({
    componentId: ComponentId,
    text: z.string().trim().min(1).max(200).meta({ title: '检索词', titleEn: 'Words' }),
  }),
  output: z.object({
    /** In reading order: the page, and a rectangle – or one on each line – in ten-thousandths of the page as it is shown. */
    hits: z.array(z.object({ page: z.number(), boxes: z.array(box) })),
    /** More stand in the file than are told. */
    more: z.boolean(),
  }),
  async run({ tx, actor }, { componentId, text }) {
    const file =
      (await visibleFiles(tx, actor, sql`component.id = ${componentId}`).executeTakeFirst()) ??
      refuseHoldings('component.unknown')
    const { terms } = searchQuery(text)
    const hits: { page: number; boxes: z.infer<typeof box>[] }[] = []
    for (let after = 0; terms.length > 0 && hits.length <= mostHits; ) {
      const pages = await tx
        .selectFrom('blob_page')
        .select(['page', 'text', 'boxes'])
        .where('sha256', '=', file.sha256)
        .where('state', '=', 'done')
        .where('page', '>', after)
        .orderBy('page')
        .limit(pagesAtOnce)
        .execute()
      for (const { page, text: words, boxes } of pages)
        hits.push(...hitsOnPage(words ?? '', boxes as number[], terms).map(hit => ({ page, boxes: [...hit] })))
      after = pages.at(-1)?.page ?? after
      if (pages.length < pagesAtOnce) break
    }
    return { hits: hits.slice(0, mostHits), more: hits.length > mostHits }
  },
})
