import { useSyncExternalStore } from 'react'
import { useLanguage } from '../language.ts'
import { Icon } from './icon.tsx'
import './notices.css'

interface Notice {
  text: string
  /** What can be done about it at once, above all undoing it. */
  act?: { label: string; run: () => void }
}

interface Shown extends Notice {
  id: number
}

const shownMs = 4_000
const shownWithActMs = 10_000

let shown: readonly Shown[] = []
let count = 0
const listeners = new Set<() => void>()

function show(next: readonly Shown[]) {
  shown = next
  for (const listener of listeners) listener()
}

const dismiss = (id: number) => show(shown.filter(notice => notice.id !== id))

/** Says briefly that something was done, with an act such as undoing it. */
export function notify(notice: string | Notice): void {
  const whole = typeof notice === 'string' ? { text: notice } : notice
  const id = ++count
  show([...shown.slice(-2), { ...whole, id }])
  setTimeout(() => dismiss(id), whole.act ? shownWithActMs : shownMs)
}

function subscribe(listener: () => void) {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Where notices appear and are read aloud; stands once in the shell. */
export function Notices() {
  const { t } = useLanguage()
  const notices = useSyncExternalStore(subscribe, () => shown)
  return (
    <div className="notices" role="status" aria-live="polite">
      {notices.map(({ id, text, act }) => (
        <p key={id} className="notices-one">
          <span>{text}</span>
          {act && (
            <button
              type="button"
              className="button-link"
              onClick={() => {
                act.run()
                dismiss(id)
              }}
            >
              {act.label}
            </button>
          )}
          <button
            type="button"
            className="button-link"
            aria-label={t({ zh: '收起', en: 'Dismiss' })}
            onClick={() => dismiss(id)}
          >
            <Icon name="cross" size={14} />
          </button>
        </p>
      ))}
    </div>
  )
}
