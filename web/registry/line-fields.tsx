import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Fragment } from 'react'
import { client } from '../../client/client.ts'
import { describeField } from '../../domain/kinds/index.ts'
import type { LineInput } from '../../domain/registry/line-input.ts'
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
  draft: LineDraft
  change: (part: Partial<LineDraft>) => void
  issues: readonly InputIssue[]
  desk: Desk
}

/** The elements of a line (S1.1), each with its label and what is wrong with it. */
export function LineFields({ draft, change, issues, desk }: LineFieldsProps) {
  const { language } = useLanguage()
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
  part: LinePart
  text: string
  error: string | undefined
  onChange: (text: string) => void
}

function LineField({ part: { path, field, wide }, text, error, onChange }: LineFieldProps) {
  const { language } = useLanguage()
  const suggestions = useSuggestions(path, text)
  const { title } = describeField(field, language)
  return (
    <div className={wide ? 'description-form-wide' : undefined}>
      <FormField label={title} required={field.required ?? false} error={error}>
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
