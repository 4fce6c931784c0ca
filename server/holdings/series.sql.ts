import type { Actor } from '../../domain/access/actor.ts'
import { refuseHoldings } from '../../domain/holdings/refusals.ts'
import type { Reads } from '../platform/db.ts'
import { visibleSeries } from './visible.sql.ts'

/** One series 类别 of which a grant opens something; what is hidden and what is absent give the same refusal. */
export async function readSeries(reads: Reads, actor: Actor, id: string) {
  return (
    (await reads
      .selectFrom('series')
      .selectAll()
      .where('id', '=', id)
      .where(visibleSeries(actor))
      .executeTakeFirst()) ?? refuseHoldings('series.unknown')
  )
}

export type SeriesRow = Awaited<ReturnType<typeof readSeries>>
