import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useId, useState } from 'react'
import { client } from '../../client/client.ts'
import { useSend } from '../item/use-send.tsx'
import { useLanguage, type Wording } from '../language.ts'
import { Dialog } from '../pieces/dialog.tsx'
import { FormField } from '../pieces/form-field.tsx'
import { RefusalNotice } from '../pieces/refusal-notice.tsx'

/** A line of a remarks sheet 备考表: what it is called and how it is filled in. */
export interface RemarksField {
  readonly name: string
  readonly label: Wording
  readonly hint?: Wording
  readonly as: 'line' | 'text' | 'person' | 'day'
  readonly required?: boolean
}

export type Remarks = Readonly<Record<string, string>>

interface RemarksDialogProps {
  title: string
  fields: readonly RemarksField[]
  /** What stands there now; nothing is an empty text. */
  now: Remarks
  /** Names of the people written there now, by id. */
  names: Readonly<Record<string, string>>
  onSave: (remarks: Remarks) => Promise<unknown>
  onClose: () => void
}

/** Fills in a remarks sheet; Ctrl+Enter saves, and what was typed stays when it is refused. */
export function RemarksDialog({ title, fields, now, names, onSave, onClose }: RemarksDialogProps) {
  const { t } = useLanguage()
  const form = useId()
  const [remarks, setRemarks] = useState(now)
  const { send, sending, error, dialog } = useSend()
  const save = () =>
    void send(async () => {
      await onSave(remarks)
      return true
    }).then(saved => saved && onClose())
  return (
    <Dialog
      title={title}
      onClose={onClose}
      acts={
        <>
          <button type="button" className="button" onClick={onClose}>
            {t({ zh: '先不', en: 'Not now' })}
          </button>
          <button type="submit" form={form} className="button button-seal" disabled={sending}>
            {t({ zh: '保存', en: 'Save' })}
          </button>
        </>
      }
    >
      <form
        id={form}
        className="remarks"
        onSubmit={event => {
          event.preventDefault()
          save()
        }}
        onKeyDown={event => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) event.currentTarget.requestSubmit()
        }}
      >
        {fields.map(field => (
          <FormField
            key={field.name}
            label={t(field.label)}
            required={field.required ?? false}
            hint={field.hint && t(field.hint)}
          >
            {control => (
              <RemarksInput
                control={control}
                field={field}
                names={names}
                value={remarks[field.name] ?? ''}
                onChange={value => setRemarks(before => ({ ...before, [field.name]: value }))}
              />
            )}
          </FormField>
        ))}
      </form>
      <RefusalNotice error={error} />
      {dialog}
    </Dialog>
  )
}

interface RemarksInputProps {
  control: object
  names: Readonly<Record<string, string>>
  field: RemarksField
  value: string
  onChange: (value: string) => void
}

function RemarksInput({ control, field, names, value, onChange }: RemarksInputProps): ReactNode {
  const people = usePeopleNames()
  const common = {
    ...control,
    className: 'input',
    value,
    onChange: ({ target }: { target: { value: string } }) => onChange(target.value),
  }
  if (field.as === 'text') return <textarea {...common} rows={3} maxLength={2000} />
  if (field.as === 'person')
    return (
      <select {...common}>
        <option value="" />
        {value !== '' && !people.some(({ id }) => id === value) && (
          <option value={value}>{names[value] ?? value}</option>
        )}
        {people.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    )
  return <input {...common} type={field.as === 'day' ? 'date' : 'text'} autoComplete="off" />
}

/** Names of the people who work here, for who bound, arranged or checked something. */
function usePeopleNames(): readonly { id: string; name: string }[] {
  const { data } = useQuery({
    queryKey: ['person.names'],
    queryFn: () => client.ask('person.names', {}),
    staleTime: 60_000,
    retry: false,
  })
  return data?.people ?? []
}
