import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useMemo, useState } from 'react'
import { client, type Output } from '../../client/client.ts'
import { type KeysetList, useKeyset } from '../pieces/keyset.ts'
import { meQuery } from '../session.ts'
import { type Show, shows } from './person-state.ts'

/** Somebody who works here, with posts 岗位 and clearance 知悉范围. */
export type Person = Output<'person.list'>['people'][number]
export type HeldPost = Person['posts'][number]

/** As many as the server gives at once, so that an organisation of two hundred is read in one step. */
const atOnce = 200
/** How many rows are drawn before one scrolls on. */
const drawnAtOnce = 100

/** People by name, login or pinyin initials, read by key to the end: which unit they belong to is known only here. */
function useWhole(text: string): KeysetList<Person> {
  const list = useKeyset({
    key: ['person.list', 'pages', text],
    async load(after) {
      const { people, next } = await client.ask('person.list', { text, limit: atOnce, ...(after && { after }) })
      return { rows: people, next }
    },
  })
  const goOn = list.hasMore && !list.loadingMore && list.error === null
  useEffect(() => {
    if (goOn) list.more()
  }, [goOn, list.more])
  return list
}

/** Everybody of the organisation, for what must be known of all: who holds which office, how many a unit has. */
export function useEveryone(): { people: readonly Person[]; whole: boolean; error: unknown } {
  const { rows, loading, hasMore, error } = useWhole('')
  return { people: rows, whole: !loading && !hasMore, error }
}

export interface PeopleFilter {
  readonly text: string
  /** Units a post must lie in; null for all. */
  readonly units: ReadonlySet<string> | null
  readonly show: Show
}

/** The people a filter leaves, as a list that is drawn a hundred at a time. */
export function usePeople({ text, units, show }: PeopleFilter): KeysetList<Person> {
  const list = useWhole(text)
  const filter = `${text} ${show} ${units ? [...units].join(' ') : ''}`
  const [drawn, setDrawn] = useState({ filter, rows: drawnAtOnce })
  const most = drawn.filter === filter ? drawn.rows : drawnAtOnce
  const rows = useMemo(
    () =>
      list.rows.filter(
        person => shows[show].keeps(person) && (units === null || person.posts.some(({ unitId }) => units.has(unitId))),
      ),
    [list.rows, units, show],
  )
  return {
    ...list,
    rows: useMemo(() => rows.slice(0, most), [rows, most]),
    total: list.hasMore ? `${rows.length}+` : rows.length,
    hasMore: rows.length > most,
    more: () => setDrawn({ filter, rows: most + drawnAtOnce }),
  }
}

/** After somebody was changed, everything that shows people is asked for anew. */
export function useRefreshPeople(): () => Promise<void> {
  const queryClient = useQueryClient()
  return async () => {
    await Promise.all([
      queryClient.invalidateQueries({ queryKey: ['person.list'] }),
      queryClient.invalidateQueries({ queryKey: meQuery.queryKey }),
    ])
  }
}
