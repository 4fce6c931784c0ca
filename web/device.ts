const prefix = 'lantai.'

/** What this device remembers under a name, or undefined; a browser that refuses storage simply remembers nothing. */
export function recall<Value>(name: string): Value | undefined {
  try {
    const stored = localStorage.getItem(prefix + name)
    return stored === null ? undefined : (JSON.parse(stored) as Value)
  } catch {
    return undefined
  }
}

/** Keeps a value on this device; undefined forgets it. */
export function remember(name: string, value: unknown): void {
  try {
    if (value === undefined) localStorage.removeItem(prefix + name)
    else localStorage.setItem(prefix + name, JSON.stringify(value))
  } catch {
    // Storage is full or refused: the page still works, it only forgets.
  }
}
