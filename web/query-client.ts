import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query'
import { isSessionLost, isUnreachable } from './session.ts'

const sessionLost = new EventTarget()

function watch(error: unknown) {
  if (isSessionLost(error)) sessionLost.dispatchEvent(new Event('lost'))
}

/** Calls back whenever an answer says the session is over. */
export const onSessionLost = (listener: () => void): void => sessionLost.addEventListener('lost', listener)

/** Holds what the server said. A refusal is final; only a failed connection is tried again. */
export const queryClient = new QueryClient({
  queryCache: new QueryCache({ onError: watch }),
  mutationCache: new MutationCache({ onError: watch }),
  defaultOptions: {
    queries: {
      staleTime: 10_000,
      retry: (failures, error) => isUnreachable(error) && failures < 2,
    },
  },
})
