import { type ReactNode, useCallback, useState } from 'react'
import { isSessionLost } from '../session.ts'
import { SignInAgain } from './sign-in-again.tsx'

/** Sending what a form holds: what came of it, and what is asked in between. */
export interface Send {
  /** Does it and gives its answer; undefined when it was refused or given up. */
  readonly send: <Answer>(act: () => Promise<Answer>) => Promise<Answer | undefined>
  readonly sending: boolean
  readonly error: unknown
  readonly clear: () => void
  /** Offers sign-in, then goes on with `then`. */
  readonly signIn: (then: () => void) => void
  /** Stands once beside the form. */
  readonly dialog: ReactNode
}

interface Asking {
  readonly onSignedIn: () => void
  readonly onClose: () => void
}

/** Sends and, where the session turns out to be over, has the person sign in on the spot and sends again. */
export function useSend(): Send {
  const [sending, setSending] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const [asking, setAsking] = useState<Asking | null>(null)

  const signedIn = useCallback(
    () =>
      new Promise<boolean>(resolve =>
        setAsking({ onSignedIn: () => resolve(true), onClose: () => resolve(false) }),
      ).finally(() => setAsking(null)),
    [],
  )
  const send = useCallback(
    async <Answer,>(act: () => Promise<Answer>): Promise<Answer | undefined> => {
      setSending(true)
      setError(null)
      try {
        return await act()
      } catch (refused) {
        if (isSessionLost(refused) && (await signedIn())) return await send(act)
        setError(refused)
        return undefined
      } finally {
        setSending(false)
      }
    },
    [signedIn],
  )
  return {
    send,
    sending,
    error,
    clear: useCallback(() => setError(null), []),
    signIn: then => void signedIn().then(done => done && then()),
    dialog: asking && <SignInAgain {...asking} />,
  }
}
