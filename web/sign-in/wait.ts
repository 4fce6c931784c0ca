import { useEffect, useEffectEvent, useState } from 'react'
import { ApiRefusal } from '../../client/client.ts'

const tickMs = 250

/** Seconds a refusal still asks one to wait, counted down; calls `onOver` when the wait has passed. */
export function useWait(error: unknown, onOver: () => void): number {
  const [left, setLeft] = useState(0)
  const over = useEffectEvent(onOver)
  useEffect(() => {
    const seconds = error instanceof ApiRefusal ? Number(error.params['seconds'] ?? 0) : 0
    setLeft(seconds)
    if (seconds <= 0) return
    const until = Date.now() + seconds * 1000
    const timer = setInterval(() => {
      const remaining = Math.max(0, Math.ceil((until - Date.now()) / 1000))
      setLeft(remaining)
      if (remaining > 0) return
      clearInterval(timer)
      over()
    }, tickMs)
    return () => clearInterval(timer)
  }, [error])
  return left
}
