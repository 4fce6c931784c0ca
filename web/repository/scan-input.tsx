import { type Ref, useState } from 'react'
import { isComposing } from '../ime.ts'
import { useLanguage } from '../language.ts'
import { FormField } from '../pieces/form-field.tsx'

interface ScanInputProps {
  label: string
  ref?: Ref<HTMLInputElement>
  describedBy: string
  busy: boolean
  onScan: (text: string) => void
  /** Enter on an empty field. */
  onEmpty?: () => void
}

/** A field that a hand scanner types into: it ends each code with Enter, and the next can follow at once. */
export function ScanInput({ label, ref, describedBy, busy, onScan, onEmpty }: ScanInputProps) {
  const { t } = useLanguage()
  const [typed, setTyped] = useState('')
  const send = () => {
    const text = typed.trim()
    setTyped('')
    if (text === '') onEmpty?.()
    else onScan(text)
  }
  return (
    <FormField label={label}>
      {control => (
        <span className="scan-input">
          <input
            {...control}
            ref={ref}
            className="input tabular"
            aria-describedby={describedBy}
            aria-busy={busy}
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            enterKeyHint="done"
            placeholder={t({ zh: '扫码，或输入编号后回车', en: 'Scan, or type a code and press Enter' })}
            value={typed}
            onChange={event => setTyped(event.target.value)}
            onKeyDown={event => {
              if (event.key !== 'Enter' || isComposing(event)) return
              event.preventDefault()
              send()
            }}
          />
          <button type="button" className="button" onClick={send}>
            {t({ zh: '确定', en: 'OK' })}
          </button>
        </span>
      )}
    </FormField>
  )
}
