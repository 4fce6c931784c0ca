import { sql } from 'kysely'
import { z } from 'zod'
import { proposeOrder, proposeVolumes } from '../../domain/arrangement/propose.ts'
import { assertByVolume, proposeVolumeTitle } from '../../domain/holdings/volumes/volume.ts'
import { SeriesId, VolumeId } from '../../domain/shared/ids.ts'
import { tiesAmong } from '../holdings/bonds.sql.ts'
import { currentKind } from '../holdings/kinds.sql.ts'
import { readSeries } from '../holdings/series.sql.ts'
import { visibleItems } from '../holdings/visible.sql.ts'
import { readVolume } from '../holdings/volumes.sql.ts'
import type { ReadContext } from '../platform/operation.ts'
import { query } from '../platform/operation.ts'

const mostPapers = 1000
const because = z.array(z.object({ rule: z.string(), zh: z.string(), en: z.string() }))

/** Loose drafts of a series, or the papers of a volume, as a proposal looks at them. */
async function papersOf({ tx, actor }: ReadContext, of: { seriesId: string } | { volumeId: string }) {
  let rows = tx
    .selectFrom('item')
    .select(['id', 'title', 'document_no', 'pages', 'secrecy', 'fields'])
    .select(sql<string>`coalesce(dated_on::text, '')`.as('date'))
    .where(visibleItems(actor))
    .orderBy('id')
    .limit(mostPapers)
  rows =
    'volumeId' in of
      ? rows.where('volume_id', '=', of.volumeId)
      : rows.where('series_id', '=', of.seriesId).where('state', '=', 'draft').where('volume_id', 'is', null)
  const papers = (await rows.execute()).map(({ document_no: documentNo, fields, ...row }) => ({
    ...row,
    documentNo,
    fields: fields as Record<string, unknown>,
  }))
  return {
    papers,
    ties: await tiesAmong(
      tx,
      papers.map(({ id }) => id),
    ),
  }
}

/** Proposes volumes 组卷建议 for what lies loose in a series, each with its papers in order and the reasons; nothing is changed by it. */
export const proposeForSeries = query({
  name: 'volume.propose',
  title: '组卷建议',
  titleEn: 'Propose volumes',
  permission: 'volume.arrange',
  rules: ['S13.1', 'S14.3', 'S14.4'],
  input: z.strictObject({ seriesId: SeriesId }),
  output: z.object({
    volumes: z.array(
      z.object({
        title: z.string(),
        pages: z.number(),
        because,
        items: z.array(z.object({ id: z.string(), title: z.string() })),
      }),
    ),
  }),
  async run(ctx, { seriesId }) {
    const series = await readSeries(ctx.tx, ctx.actor, seriesId)
    const { kind } = await currentKind(ctx.tx, series.kind)
    assertByVolume(kind)
    const { papers, ties } = await papersOf(ctx, { seriesId })
    const titles = new Map(papers.map(({ id, title }) => [id, title]))
    return {
      volumes: proposeVolumes(papers, ties, kind).map(({ itemIds, pages, because }) => {
        const items = itemIds.map(id => ({ id, title: titles.get(id) ?? '' }))
        return { title: proposeVolumeTitle(items.map(({ title }) => title)), pages, because: [...because], items }
      }),
    }
  },
})

/** Proposes the order 排列建议 of what is in a volume: tied papers side by side with the leading one first, then by date and number. */
export const proposeOrderIn = query({
  name: 'volume.propose-order',
  title: '排列建议',
  titleEn: 'Propose the order in a volume',
  permission: 'volume.arrange',
  rules: ['S13.1', 'S14.3'],
  input: z.strictObject({ volumeId: VolumeId }),
  output: z.object({ itemIds: z.array(z.string()) }),
  async run(ctx, { volumeId }) {
    await readVolume(ctx.tx, ctx.actor, volumeId)
    const { papers, ties } = await papersOf(ctx, { volumeId })
    return { itemIds: proposeOrder(papers, ties).map(({ id }) => id) }
  },
})
