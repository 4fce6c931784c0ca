import { queryOptions, useSuspenseQuery } from '@tanstack/react-query'
import { ApiRefusal, client } from '../client/client.ts'
import type { Permission } from '../domain/access/permissions.ts'

/** Who is signed in and what they may do. */
export const meQuery = queryOptions({
  queryKey: ['session.me'],
  queryFn: () => client.ask('session.me', {}),
  staleTime: 60_000,
})

/** The person signed in; only pages inside the shell may ask. */
export const useMe = () => useSuspenseQuery(meQuery).data

/** Whether the person signed in holds any of these permissions. */
export function useMayAny(): (permissions: readonly Permission[]) => boolean {
  const held: readonly string[] = useMe().permissions
  return permissions => permissions.some(permission => held.includes(permission))
}

/** Whether an error says that nobody is signed in any more. */
export const isSessionLost = (error: unknown): boolean =>
  error instanceof ApiRefusal && error.code === 'session.required'

/** Whether an error says that the server was not reached at all. */
export const isUnreachable = (error: unknown): boolean => error instanceof ApiRefusal && error.status === 0

/** Where to go after sign-in: a page of this site and nothing else. */
export const safeReturn = (to: string | undefined): string =>
  to && /^\/(?![/\\])/.test(to) && !to.startsWith('/sign-in') ? to : '/'
