import { type CSSProperties, type ReactNode, useEffect, useId, useLayoutEffect, useRef, useState } from 'react'
import './popup.css'

interface PopupProps {
  /** What stands on the button. */
  label: ReactNode
  /** Spoken name of the button when `label` is only a mark. */
  name?: string
  className?: string
  /** Which edge of the button the panel is flush with. */
  align?: 'start' | 'end'
  /** Panel above the button instead of below it. */
  above?: boolean
  /** Content of the panel; `close` shuts it. */
  children: (close: () => void) => ReactNode
}

const gapPx = 4

/** A button that opens a small panel: Escape, a click elsewhere, scrolling or leaving it by Tab shuts it. */
export function Popup({ label, name, className = 'button', align = 'start', above = false, children }: PopupProps) {
  const [open, setOpen] = useState(false)
  const [place, setPlace] = useState<CSSProperties>({})
  const panel = useId()
  const whole = useRef<HTMLDivElement>(null)
  const button = useRef<HTMLButtonElement>(null)
  const sheet = useRef<HTMLDivElement>(null)
  useCloseElsewhere(open, whole, () => setOpen(false))

  // Fixed to the window, so that no scrolling pane cuts the panel off; pushed back in where it would run over an edge.
  useLayoutEffect(() => {
    if (!open || !button.current) return
    const box = button.current.getBoundingClientRect()
    const { clientWidth, clientHeight } = document.documentElement
    const { offsetWidth: width = 0, offsetHeight: height = 0 } = sheet.current ?? {}
    const left = align === 'end' ? box.right - width : box.left
    const top = box.bottom + gapPx
    setPlace({
      ...(above ? { bottom: clientHeight - box.top + gapPx } : { top: within(top, clientHeight - height) }),
      left: within(left, clientWidth - width),
    })
  }, [open, above, align])

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: listens for the Escape of what it holds
    <div
      className="popup"
      ref={whole}
      onKeyDown={event => {
        if (event.key !== 'Escape' || !open) return
        event.stopPropagation()
        setOpen(false)
        button.current?.focus()
      }}
    >
      <button
        ref={button}
        type="button"
        className={className}
        aria-label={name}
        title={name}
        aria-expanded={open}
        aria-controls={open ? panel : undefined}
        onClick={() => setOpen(!open)}
      >
        {label}
      </button>
      {open && (
        <div ref={sheet} id={panel} className="popup-panel" style={place}>
          {children(() => setOpen(false))}
        </div>
      )}
    </div>
  )
}

const within = (at: number, most: number): number => Math.max(gapPx, Math.min(at, most - gapPx))

function useCloseElsewhere(open: boolean, whole: React.RefObject<HTMLElement | null>, close: () => void) {
  useEffect(() => {
    if (!open) return
    const closeOutside = (event: Event) => {
      if (event.target instanceof Node && !whole.current?.contains(event.target)) close()
    }
    const events = ['pointerdown', 'focusin', 'scroll'] as const
    for (const name of events) document.addEventListener(name, closeOutside, true)
    window.addEventListener('resize', close)
    return () => {
      for (const name of events) document.removeEventListener(name, closeOutside, true)
      window.removeEventListener('resize', close)
    }
  })
}
