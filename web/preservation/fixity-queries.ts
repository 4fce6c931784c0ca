import { queryOptions } from '@tanstack/react-query'
import { client, type Output } from '../../client/client.ts'

export type FixityRun = Output<'fixity.list'>['runs'][number]
export type Damaged = Output<'fixity.findings'>['damaged'][number]

/** Key that every question about fixity begins with, so that a change asks them all again. */
export const fixityKey = ['fixity'] as const

const soonMs = 1000
const laterMs = 30_000

/** The newest run; asked for again and again while it is under way. */
export const lastRunQuery = queryOptions({
  queryKey: [...fixityKey, 'last'],
  queryFn: async () => (await client.ask('fixity.list', { limit: 1 })).runs[0] ?? null,
  refetchInterval: ({ state }) => (state.data?.state === 'running' ? soonMs : laterMs),
})

/** What is damaged now. */
export const damagedQuery = queryOptions({
  queryKey: [...fixityKey, 'damaged'],
  queryFn: () => client.ask('fixity.findings', { limit: 50 }),
})
