import { useState } from 'react'
import type { FieldDefinition, KindDefinition } from '../../domain/kinds/index.ts'
import { useLanguage } from '../language.ts'
import { ActDialog } from '../organisation/act-dialog.tsx'
import { TextField } from '../organisation/text-field.tsx'
import { FormField } from '../pieces/form-field.tsx'
import { freeCode } from './kind-draft.ts'
import { Tick } from './tick.tsx'

interface PaperDialogProps {
  kind: KindDefinition
  onChange: (kind: KindDefinition) => void
  onClose: () => void
}

/** A paper 应有材料 that belongs to a kind: always, or where a choice of the description asks for it (S4.6). */
export function PaperDialog({ kind, onChange, onClose }: PaperDialogProps) {
  const { t } = useLanguage()
  const [title, setTitle] = useState('')
  const [titleEn, setTitleEn] = useState('')
  const [field, setField] = useState('')
  const [values, setValues] = useState<readonly string[]>([])
  const asking = Object.entries(kind.fields).filter(([, one]) => 'options' in one && !one.retired)
  const chosen = kind.fields[field]
  const list = kind.checklist ?? []
  const add = () => {
    const code = freeCode('paper', Object.fromEntries(list.map(one => [one.code, true])))
    const paper = {
      code,
      title: title.trim(),
      ...(titleEn.trim() && { titleEn: titleEn.trim() }),
      ...(field && { when: { [field]: [...values] } }),
    }
    onChange({ ...kind, checklist: [...list, paper] })
  }
  return (
    <ActDialog
      title={t({ zh: '加应有材料', en: 'New paper' })}
      act={t({ zh: '好', en: 'OK' })}
      ready={title.trim() !== '' && (field === '' || values.length > 0)}
      onClose={onClose}
      onAct={async () => add()}
    >
      {() => (
        <>
          <TextField label={t({ zh: '名称', en: 'Name' })} required maxLength={50} value={title} onChange={setTitle} />
          <TextField
            label={t({ zh: '英文名称', en: 'English name' })}
            maxLength={80}
            value={titleEn}
            onChange={setTitleEn}
          />
          <FormField label={t({ zh: '什么时候要有', en: 'Needed when' })}>
            {control => (
              <select
                {...control}
                className="input"
                value={field}
                onChange={event => {
                  setField(event.target.value)
                  setValues([])
                }}
              >
                <option value="">{t({ zh: '总要有', en: 'Always' })}</option>
                {asking.map(([name, one]) => (
                  <option key={name} value={name}>
                    {t({ zh: `看“${one.title}”`, en: `By “${one.titleEn ?? one.title}”` })}
                  </option>
                ))}
              </select>
            )}
          </FormField>
          {chosen && <Values field={chosen} values={values} onChange={setValues} />}
        </>
      )}
    </ActDialog>
  )
}

interface ValuesProps {
  field: FieldDefinition
  values: readonly string[]
  onChange: (values: readonly string[]) => void
}

function Values({ field, values, onChange }: ValuesProps) {
  const { t } = useLanguage()
  if (!('options' in field)) return null
  return (
    <fieldset className="ticks">
      <legend>{t({ zh: '是下面之一时', en: 'When it is one of these' })}</legend>
      {Object.entries(field.options).map(([code, title]) => (
        <Tick
          key={code}
          checked={values.includes(code)}
          onChange={on => onChange(on ? [...values, code] : values.filter(one => one !== code))}
        >
          {t({ zh: title, en: field.optionsEn?.[code] ?? title })}
        </Tick>
      ))}
    </fieldset>
  )
}
