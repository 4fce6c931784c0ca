import { useMutation } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { counted, type Measure, useLanguage } from '../language.ts'
import { Dialog } from './dialog.tsx'
import { FormField } from './form-field.tsx'
import { RefusalNotice } from './refusal-notice.tsx'

interface ConfirmActProps {
  /** The act as one says it: `归档`. */
  act: string
  /** To how many it will be done. */
  count: number
  measure: Measure
  /** What exactly will happen and what cannot be undone, in a few sentences. */
  children: ReactNode
  /** For what is gone afterwards: the count must be typed before the act can be done. */
  typed?: boolean
  /** Does it; a refusal is shown here and the dialog stays. */
  onConfirm: () => Promise<unknown>
  onClose: () => void
}

/** One deliberate confirmation of what cannot be undone: says what will happen and to how many, then asks once. */
export function ConfirmAct({ act, count, measure, children, typed = false, onConfirm, onClose }: ConfirmActProps) {
  const { t } = useLanguage()
  const [entered, setEntered] = useState('')
  const confirm = useMutation({ mutationFn: onConfirm, onSuccess: onClose })
  const many = counted(count, measure)
  return (
    <Dialog
      title={t({ zh: `${act} ${many}`, en: `${act}: ${many}` })}
      onClose={onClose}
      acts={
        <>
          <button type="button" className="button" onClick={onClose}>
            {t({ zh: '先不', en: 'Not now' })}
          </button>
          <button
            type="button"
            className="button button-seal"
            disabled={confirm.isPending || (typed && entered.trim() !== String(count))}
            onClick={() => confirm.mutate()}
          >
            {t({ zh: `${act} ${many}`, en: `${act} ${many}` })}
          </button>
        </>
      }
    >
      {children}
      {typed && (
        <FormField
          label={t({ zh: `请输入数目 ${count}，表示已核对`, en: `Type ${count} to show that you have checked` })}
          required
        >
          {control => (
            <input
              {...control}
              className="input"
              inputMode="numeric"
              value={entered}
              onChange={event => setEntered(event.target.value)}
            />
          )}
        </FormField>
      )}
      <RefusalNotice error={confirm.error} />
    </Dialog>
  )
}
