import { queryOptions, useSuspenseQuery } from '@tanstack/react-query'
import type { Permission } from '../domain/access/permissions.ts'
import { ApiRefusal, client } from '../client/client.ts'

/** Who is signed in and what they may do. */
export const meQuery = queryOptions({
  queryKey: ['session.me'],
  queryFn: () => client.call('session.me', {}),
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
export const isSessionLost = (error: unknown): boolean => error instanceof ApiRefusal && error.code === 'session.required'

/** Where to go after sign-in: a page of this site and nothing else. */
export const safeReturn = (to: string | undefined): string =>
  to && /^\/(?![/\\])/.test(to) && !to.startsWith('/sign-in') ? to : '/'
