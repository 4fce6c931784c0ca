import { type RefObject, useEffect, useState } from 'react'

/** How large a page is shown: as wide as the pane, whole in the pane, or at a scale where 1 is its true size. */
export type ViewSize = 'width' | 'whole' | number

const steps = [0.25, 0.33, 0.5, 0.67, 0.8, 1, 1.25, 1.5, 2, 3, 4, 6]

interface Box {
  readonly width: number
  readonly height: number
}

/** The scale at which a page of this size fills the pane as wanted. */
export function scaleFor(size: ViewSize, page: Box, pane: Box): number {
  if (typeof size === 'number') return size
  const wide = pane.width / page.width
  return size === 'width' ? wide : Math.min(wide, pane.height / page.height)
}

/** The next larger or smaller step from a scale. */
export function stepFrom(scale: number, direction: 1 | -1): number {
  const further = steps.filter(step => (direction > 0 ? step > scale * 1.01 : step < scale * 0.99))
  return (direction > 0 ? further[0] : further.at(-1)) ?? scale
}

/** The room inside an element, followed as it changes; undefined until it is drawn. */
export function useRoom(element: RefObject<HTMLElement | null>): Box | undefined {
  const [room, setRoom] = useState<Box>()
  useEffect(() => {
    const watched = element.current
    if (!watched) return
    const observer = new ResizeObserver(() => {
      const { paddingInline, paddingBlock } = getComputedStyle(watched)
      setRoom({
        // A scroll bar that comes and goes must not change the scale that made it come.
        width: watched.offsetWidth - 2 * Number.parseFloat(paddingInline) - scrollBarPx,
        height: watched.offsetHeight - 2 * Number.parseFloat(paddingBlock) - 2,
      })
    })
    observer.observe(watched)
    return () => observer.disconnect()
  }, [element])
  return room
}

const scrollBarPx = 16
