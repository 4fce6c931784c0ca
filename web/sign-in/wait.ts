import { useEffect, useState } from 'react'
import { ApiRefusal } from '../../client/client.ts'

/** Seconds a refusal still asks one to wait, counted down; calls `onOver` when the wait has passed. */
export function useWait(error: unknown, onOver: () => void): number {
  const [left, setLeft] = useState(0)
  useEffect(() => {
    const seconds = error instanceof ApiRefusal ? Number(error.params['seconds'] ?? 0) : 0
    setLeft(seconds)
    if (seconds <= 0) return
    const over = Date.now() + seconds * 1000
    const timer = setInterval(() => {
      const remaining = Math.ceil((over - Date.now()) / 1000)
      setLeft(Math.max(0, remaining))
      if (remaining > 0) return
      clearInterval(timer)
      onOver()
    }, 250)
    return () => clearInterval(timer)
    // biome-ignore lint/correctness/useExhaustiveDependencies: a wait begins with its refusal, whatever is drawn meanwhile
  }, [error])
  return left
}
