import { queryOptions } from '@tanstack/react-query'
import { client, type Output } from '../../client/client.ts'
import { type EventName, events } from '../../domain/events.ts'
import { type KeysetList, useKeyset } from '../pieces/keyset.ts'

/** An entry of the trail 审计记录 as the auditor may see it. */
export type Entry = Output<'audit.list'>['entries'][number]

/** What the list is narrowed to, as the address has it. */
export interface TrailFilter {
  readonly person?: string
  readonly event?: string
  readonly object?: string
  readonly from?: string
  readonly to?: string
}

export const isEvent = (name: string): name is EventName => Object.hasOwn(events, name)

const atOnce = 100

/** The trail, newest first; the newest number is also the count while nothing is left out. */
export function useTrail({ person, event, object, from, to }: TrailFilter): KeysetList<Entry> {
  const filter = {
    ...(person && { actorId: person }),
    ...(event && { event }),
    ...(object && { subject: object }),
    ...(from && { from }),
    ...(to && { to }),
  }
  const list = useKeyset({
    key: ['audit.list', 'pages', filter],
    async load(after) {
      const { entries, next } = await client.ask('audit.list', { ...filter, limit: atOnce, ...(after && { after }) })
      return { rows: entries, next }
    },
  })
  const whole = Object.keys(filter).length === 0
  return whole ? { ...list, total: list.rows[0]?.seq ?? list.total } : list
}

/** One entry by its number together with the one before it, whose digest it carries on. */
export const entryQuery = (seq: number) =>
  queryOptions({
    queryKey: ['audit.list', 'entry', seq],
    async queryFn() {
      const { entries } = await client.ask('audit.list', { after: String(seq + 1), limit: 2 })
      const [entry, before] = entries
      return { entry: entry?.seq === seq ? entry : null, before: before ?? null }
    },
  })

/** The newest entry of one kind, such as the last check. */
export const lastOfQuery = (event: EventName) =>
  queryOptions({
    queryKey: ['audit.list', 'last', event],
    queryFn: async () => (await client.ask('audit.list', { event, limit: 1 })).entries[0] ?? null,
  })
