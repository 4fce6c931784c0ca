import { useCallback, useMemo, useState } from 'react'

/** What is selected in a list, by id; it outlives paging and filtering until it is cleared. */
export interface Selection {
  readonly ids: ReadonlySet<string>
  /** Adds or removes these ids. */
  readonly set: (ids: readonly string[], on: boolean) => void
  readonly clear: () => void
}

/** Starts with nothing selected. */
export function useSelection(): Selection {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set())
  const set = useCallback((changed: readonly string[], on: boolean) => {
    setIds(before => {
      const after = new Set(before)
      for (const id of changed) on ? after.add(id) : after.delete(id)
      return after
    })
  }, [])
  const clear = useCallback(() => setIds(new Set()), [])
  return useMemo(() => ({ ids, set, clear }), [ids, set, clear])
}
