import { type ReactNode, useEffect, useId, useRef } from 'react'
import './dialog.css'

interface DialogProps {
  title: string
  onClose: () => void
  /** Buttons at the foot, the one that goes on last. */
  acts: ReactNode
  children: ReactNode
}

/** A dialog over the page: the keyboard stays inside, Escape closes, and afterwards one is where one was. */
export function Dialog({ title, onClose, acts, children }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  const id = useId()
  useEffect(() => {
    const shown = dialog.current
    shown?.showModal()
    return () => shown?.close()
  }, [])
  return (
    <dialog
      ref={dialog}
      className="dialog"
      aria-labelledby={id}
      onCancel={event => {
        event.preventDefault()
        onClose()
      }}
    >
      <h2 id={id}>{title}</h2>
      <div className="dialog-body">{children}</div>
      <footer>{acts}</footer>
    </dialog>
  )
}
