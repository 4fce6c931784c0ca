import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Fragment } from 'react'
import { client } from '../../client/client.ts'
import { describeField } from '../../domain/kinds/index.ts'
import type { Direction, LineInput } from '../../domain/registry/line-input.ts'
import type { InputIssue } from '../../domain/shared/refusal.ts'
import { FieldInput } from '../item/form/field-input.tsx'
import { recentEntries } from '../item/form/recent-entries.ts'
import { useLanguage } from '../language.ts'
import { FormField } from '../pieces/form-field.tsx'
import { useMayAny, useMe } from '../session.ts'
import { type LineDraft, type LinePart, lineParts } from './line-draft.ts'
import type { Desk } from './use-desk.ts'
import '../item/form/description-form.css'

interface LineFieldsProps {
  direction: Direction
  draft: LineDraft
  change: (part: Partial<LineDraft>) => void
  issues: readonly InputIssue[]
  desk: Desk
}

/** Who stands at the other end. */
export const counterparts = {
  received: { zh: '来文单位', en: 'From' },
  sent: { zh: '收文单位', en: 'To' },
} as const

/** The elements of a line (S1.1), each with its label and what is wrong with it. */
export function LineFields({ direction, draft, change, issues, desk }: LineFieldsProps) {
  const { t, language } = useLanguage()
  const errorAt = (path: keyof LineInput) => issues.find(({ field }) => field === path)?.[language]
  return (
    <div className="description-form">
      {lineParts.map(part => (
        <Fragment key={part.path}>
          {part.path === 'responsible' && (
            <UnitField
              desk={desk}
              unitId={draft.unitId}
              error={errorAt('unitId')}
              onChange={unitId => change({ unitId })}
            />
          )}
          <LineField
            part={part}
            label={part.path === 'counterpart' ? t(counterparts[direction]) : describeField(part.field, language).title}
            text={draft[part.path]}
            error={errorAt(part.path)}
            onChange={text => change({ [part.path]: text })}
          />
        </Fragment>
      ))}
    </div>
  )
}

interface UnitFieldProps {
  desk: Desk
  unitId: string
  error: string | undefined
  onChange: (unitId: string) => void
}

function UnitField({ desk, unitId, error, onChange }: UnitFieldProps) {
  const { t } = useLanguage()
  return (
    <FormField label={t({ zh: '承办部门', en: 'Responsible unit' })} required={!desk.keepsAll} error={error}>
      {control => (
        <select {...control} className="input" value={unitId} onChange={event => onChange(event.target.value)}>
          {desk.keepsAll && <option value="">{t({ zh: '未定', en: 'Not yet' })}</option>}
          {desk.units.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      )}
    </FormField>
  )
}

interface LineFieldProps {
  label: string
  part: LinePart
  text: string
  error: string | undefined
  onChange: (text: string) => void
}

function LineField({ part: { path, field, wide }, label, text, error, onChange }: LineFieldProps) {
  const suggestions = useSuggestions(path, text)
  return (
    <div className={wide ? 'description-form-wide' : undefined}>
      <FormField label={label} required={field.required ?? false} error={error}>
        {control => (
          <FieldInput
            {...{ field, control, path, suggestions }}
            entry={text}
            onChange={entry => onChange(String(entry))}
            onLeave={() => undefined}
          />
        )}
      </FormField>
    </div>
  )
}

/** What was written here lately, and for people the names of those who work here. */
function useSuggestions(path: keyof LineInput, text: string): readonly string[] | undefined {
  const { personId } = useMe()
  const asks = path === 'responsible' && text.trim() !== ''
  const mayAsk = useMayAny()(['person.names'])
  const { data } = useQuery({
    queryKey: ['person.names', text],
    queryFn: () => client.ask('person.names', { text }),
    enabled: asks && mayAsk,
    placeholderData: keepPreviousData,
  })
  if (path === 'counterpart') return recentEntries(personId, path)
  if (path === 'responsible') return asks ? (data?.people ?? []).map(({ name }) => name) : recentEntries(personId, path)
  return undefined
}
