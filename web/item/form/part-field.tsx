import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { client } from '../../../client/client.ts'
import { describeField } from '../../../domain/kinds/index.ts'
import { useLanguage } from '../../language.ts'
import { FormField } from '../../pieces/form-field.tsx'
import { useMayAny, useMe } from '../../session.ts'
import { FieldInput } from './field-input.tsx'
import type { FormChecks } from './form-checks.ts'
import { type Entry, entryAt, type ItemForm, type Path } from './item-form.ts'
import type { Part } from './item-parts.ts'
import { recentEntries } from './recent-entries.ts'

export interface PartFieldProps {
  part: Part
  form: ItemForm
  checks: FormChecks
  set: (path: Path, entry: Entry) => void
  hint?: ReactNode
  /** What is likely to be meant, after what was written lately. */
  likely?: readonly string[]
  /** Takes the whole width. */
  wide?: boolean
  disabled?: boolean
}

/** One part of a description with its label, its control, and what is wrong with it. */
export function PartField(props: PartFieldProps) {
  const { form, checks, set, hint, wide, disabled = false } = props
  const { path, field } = props.part
  const { language } = useLanguage()
  const described = describeField(field, language)
  const entry = entryAt(form, path)
  const suggestions = useSuggestions(props, typeof entry === 'string' ? entry : '')
  return (
    <div className={wide ? 'description-form-wide' : undefined}>
      <FormField
        label={described.unit ? `${described.title}（${described.unit}）` : described.title}
        required={field.required ?? false}
        hint={hint}
        error={checks.errorAt(path)}
      >
        {control => (
          <FieldInput
            field={field}
            control={control}
            path={path}
            entry={entry}
            onChange={next => set(path, next)}
            onLeave={() => checks.leave(path, entry.length > 0)}
            suggestions={suggestions}
            disabled={disabled}
            placeholder={described.hint || undefined}
          />
        )}
      </FormField>
    </div>
  )
}

/** What was written here lately, what is likely, and for persons the names of those who work here. */
function useSuggestions({ part, likely = [] }: PartFieldProps, text: string): readonly string[] | undefined {
  const { path, field } = part
  const { personId } = useMe()
  const mayAny = useMayAny()
  const [recent] = useState(() => recentEntries(personId, path))
  const asks = field.type === 'person' && text.trim() !== '' && mayAny(['person.names'])
  const { data } = useQuery({
    queryKey: ['person.names', text],
    queryFn: () => client.ask('person.names', { text }),
    enabled: asks,
    placeholderData: keepPreviousData,
  })
  if (field.type !== 'person' && field.type !== 'unit' && path !== 'creator') return undefined
  return [...new Set([...recent, ...likely, ...(asks ? (data?.people ?? []).map(({ name }) => name) : [])])]
}
