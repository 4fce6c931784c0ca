import { useEffect, useRef } from 'react'

const pauseMs = 250

const isBox = (target: EventTarget | null): target is HTMLInputElement =>
  target instanceof HTMLInputElement && target.type === 'search' && target.closest('header') !== null

/**
 * While this page is open, the search box above it searches as one types, at each pause and never within the composition of an input
 * method; from the box the down arrow goes into the list.
 */
export function useTyping(onPause: (text: string) => void, onDown: () => void): void {
  const latest = useRef({ onPause, onDown })
  latest.current = { onPause, onDown }
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const listening = new AbortController()
    const type = (event: Event) => {
      const { target } = event
      if (!isBox(target)) return
      clearTimeout(timer)
      if (event instanceof InputEvent && event.isComposing) return
      timer = setTimeout(() => latest.current.onPause(target.value), pauseMs)
    }
    const press = (event: KeyboardEvent) => {
      if (!isBox(event.target) || event.isComposing || event.key !== 'ArrowDown') return
      event.preventDefault()
      latest.current.onDown()
    }
    const { signal } = listening
    document.addEventListener('input', type, { signal })
    document.addEventListener('compositionend', type, { signal })
    document.addEventListener('keydown', press, { signal })
    return () => {
      clearTimeout(timer)
      listening.abort()
    }
  }, [])
}
