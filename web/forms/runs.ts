import { queryOptions } from '@tanstack/react-query'
import { client } from '../../client/client.ts'

/** One's own prints of the last day; asked for again and again as long as one of them is going on. */
export const runsQuery = queryOptions({
  queryKey: ['form.runs'],
  queryFn: () => client.ask('form.runs', {}),
  refetchInterval: ({ state }) =>
    state.data?.runs.some(run => run.state === 'waiting' || run.state === 'running') ? 700 : false,
})
