import { useQuery } from '@tanstack/react-query'
import { client } from '../../client/client.ts'
import { isOutsideScope, scopeOfTitle } from '../../domain/holdings/filing-scope.ts'
import { retentionTitle } from '../../domain/holdings/retention.ts'
import type { FormChoices } from '../item/form/form-choices.ts'
import type { ItemForm } from '../item/form/item-form.ts'
import { useLanguage } from '../language.ts'
import { TextField } from '../organisation/text-field.tsx'

/** The rows of filing scope that speak for a unit; none until they are there. */
export function useScope(unitId: string) {
  const { data } = useQuery({
    queryKey: ['scope.show', unitId],
    queryFn: () => client.ask('scope.show', { unitId: unitId || null }),
    staleTime: 60_000,
  })
  return data?.inForce ?? none
}

const none: never[] = []

interface ScopePartProps {
  form: ItemForm
  change: (part: Partial<ItemForm>) => void
  choices: FormChoices
  /** Titles about to be registered. */
  titles: readonly string[]
  reason: string
  onReason: (reason: string) => void
}

/** What the filing scope of the unit says of a title: its kind and retention, or that a reason is asked for (S5.4). */
export function ScopePart({ form, change, choices, titles, reason, onReason }: ScopePartProps) {
  const { t } = useLanguage()
  const rows = useScope(form.unitId)
  const written = titles.map(title => title.trim()).filter(title => title !== '')
  if (written.some(title => isOutsideScope(rows, title)))
    return (
      <div className="description-form-wide">
        <TextField
          label={t({ zh: '不在归档范围内，为什么要归档', en: 'Outside the filing scope: why is it filed' })}
          required
          maxLength={300}
          value={reason}
          onChange={onReason}
          hint={t({ zh: '理由留在过程记录里', en: 'The reason stays in its history' })}
        />
      </div>
    )
  const [title = ''] = written
  const found = scopeOfTitle(rows, title)
  if (!found) return null
  const { row } = found
  const kind = choices.kinds.find(({ code }) => code === row.kind)
  const fits = form.kind === row.kind && form.retention === row.retention
  const term = retentionTitle(row.retention)
  return (
    <p className="description-form-wide form-field-hint" role="status">
      {t({
        zh: `归档范围“${row.matter}”：${kind?.title ?? row.kind}，${term.title}${row.due && `，${row.due}移交`}${row.form === 'copy' ? '，归复印件' : ''}`,
        en: `Filing scope “${row.matter}”: ${kind?.titleEn ?? row.kind}, ${term.titleEn}${row.due && `, handed over ${row.due}`}${row.form === 'copy' ? ', a copy is filed' : ''}`,
      })}{' '}
      {!fits && (
        <button
          type="button"
          className="button-link"
          onClick={() => change({ kind: row.kind, retention: row.retention })}
        >
          {t({ zh: '采用', en: 'Take it' })}
        </button>
      )}
    </p>
  )
}
