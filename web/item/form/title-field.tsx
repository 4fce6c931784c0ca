import { describeField } from '../../../domain/kinds/index.ts'
import { useLanguage } from '../../language.ts'
import { FormField } from '../../pieces/form-field.tsx'
import type { FormChecks } from './form-checks.ts'
import type { ItemForm } from './item-form.ts'
import type { Part } from './item-parts.ts'

interface TitleFieldProps {
  form: ItemForm
  change: (part: Partial<ItemForm>) => void
  checks: FormChecks
  part: Part
}

/** The title 题名, in as many lines as it needs though it is a single one, and whether the archivist made it up. */
export function TitleField({ form, change, checks, part: { field } }: TitleFieldProps) {
  const { language, t } = useLanguage()
  return (
    <div className="description-form-wide description-form-title">
      <FormField label={describeField(field, language).title} required error={checks.errorAt('title')}>
        {control => (
          <textarea
            {...control}
            className="input"
            data-path="title"
            data-line
            rows={2}
            value={form.title}
            onChange={event => change({ title: event.target.value.replace(/\s*\n\s*/g, ' ') })}
            onBlur={() => checks.leave('title', form.title.trim() !== '')}
          />
        )}
      </FormField>
      <label className="small" title={t({ zh: '目录上加方括号', en: 'Set in square brackets in catalogues' })}>
        <input
          type="checkbox"
          checked={form.selfMadeTitle}
          onChange={event => change({ selfMadeTitle: event.target.checked })}
        />
        {t({ zh: '自拟', en: 'Self-made' })}
      </label>
    </div>
  )
}
