import { useEffect, useEffectEvent } from 'react'

/** Listens for a single key anywhere on the page, while nothing is being typed and no dialog is open. */
export function useShortcut(key: string, act: () => void, enabled = true): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (event.key !== key || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return
    if (event.target instanceof Element && event.target.closest('input, textarea, select, dialog')) return
    event.preventDefault()
    act()
  })
  useEffect(() => {
    if (!enabled) return
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [enabled])
}
