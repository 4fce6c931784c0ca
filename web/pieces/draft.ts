import { useCallback, useEffect, useRef, useState } from 'react'
import { recall, remember } from '../device.ts'

interface Kept<Value> {
  value: Value
  keptAt: string
}

export interface Draft<Value> {
  value: Value
  change: (part: Partial<Value>) => void
  /** When the draft found on this device was kept, or null if the form began empty. */
  foundFrom: string | null
  /** Forgets the draft; `with` is what the form shows next, by default what it began with. */
  discard: (next?: Value) => void
}

const keptAfterMs = 300

/** When a draft of this name was kept on this device, or null. */
export const draftKeptAt = (name: string): string | null => recall<Kept<object>>(`draft.${name}`)?.keptAt ?? null

/** Keeps what is typed into a form on this device until it is sent; `name` includes whose it is, and passwords never belong in it. */
export function useDraft<Value extends object>(name: string, initial: Value): Draft<Value> {
  const key = `draft.${name}`
  const [found, setFound] = useState(() => recall<Kept<Value>>(key))
  const [value, setValue] = useState<Value>({ ...initial, ...found?.value })
  const typed = useRef(false)

  useEffect(() => {
    if (!typed.current) return
    const keep = () => remember(key, { value, keptAt: new Date().toISOString() } satisfies Kept<Value>)
    const timer = setTimeout(keep, keptAfterMs)
    window.addEventListener('pagehide', keep)
    return () => {
      clearTimeout(timer)
      window.removeEventListener('pagehide', keep)
      if (typed.current) keep()
    }
  }, [key, value])

  const change = useCallback((part: Partial<Value>) => {
    typed.current = true
    setValue(before => ({ ...before, ...part }))
  }, [])

  const discard = useCallback(
    (next: Value = initial) => {
      typed.current = false
      remember(key, undefined)
      setFound(undefined)
      setValue(next)
    },
    [key, initial],
  )
  return { value, change, foundFrom: found?.keptAt ?? null, discard }
}
