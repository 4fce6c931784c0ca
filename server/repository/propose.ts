import { keysWithin } from '../../domain/repository/levels.ts'
import { type ProposalReason, proposePlace } from '../../domain/repository/placing.ts'
import type { Reads } from '../platform/db.ts'
import { firstFree, type LocationRow } from './locations.sql.ts'
import { lastOfClass, lastOfClassBefore } from './placements.sql.ts'
import type { Thing } from './things.sql.ts'

const everywhere = { from: '', to: '~' }
const roomOf = (sortKey: string): string => sortKey.split('.')[0] ?? ''

/** The place the system tells for a thing (S14.1), inside one place or anywhere; undefined where nothing has the length free. */
export async function proposeFor(
  reads: Reads,
  thing: Thing,
  { thicknessMm, within }: { thicknessMm: number; within?: LocationRow | undefined },
): Promise<{ locationId: string; because: ProposalReason } | undefined> {
  const range = within ? keysWithin(within.sort_key) : everywhere
  const behind = async (neighbour: string | undefined) => {
    if (neighbour === undefined || neighbour < range.from || neighbour >= range.to) return undefined
    const to = within ? range.to : keysWithin(roomOf(neighbour)).to
    return firstFree(reads, thicknessMm, { from: neighbour, to })
  }
  const afterSameClass = await behind(await lastOfClass(reads, thing))
  const afterClassBefore = afterSameClass ? undefined : await behind(await lastOfClassBefore(reads, thing.seriesId))
  const first = afterSameClass || afterClassBefore ? undefined : await firstFree(reads, thicknessMm, range)
  return proposePlace({ afterSameClass, afterClassBefore, first })
}
