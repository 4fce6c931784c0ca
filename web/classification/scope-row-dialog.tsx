import { useState } from 'react'
import { type ScopeRow, scopeForms } from '../../domain/holdings/filing-scope.ts'
import { readRetention, retentionTitle } from '../../domain/holdings/retention.ts'
import type { KindDefinition } from '../../domain/kinds/index.ts'
import { useLanguage } from '../language.ts'
import { ActDialog } from '../organisation/act-dialog.tsx'
import { TextField } from '../organisation/text-field.tsx'
import { Choice } from './choice.tsx'

interface ScopeRowDialogProps {
  row: ScopeRow | undefined
  kinds: readonly KindDefinition[]
  onSet: (row: ScopeRow) => void
  onRemove: (() => void) | undefined
  onClose: () => void
}

const blank: ScopeRow = {
  matter: '',
  keywords: '',
  kind: 'document',
  retention: 'D30',
  form: 'original',
  due: '',
  basis: '',
}

const usual = ['Y', 'D30', 'D10', 'D50', 'D20', 'D15', 'D5', 'D2'].flatMap(code => readRetention(code) ?? [])

/** One row of the table of filing scope. */
export function ScopeRowDialog({ row, kinds, onSet, onRemove, onClose }: ScopeRowDialogProps) {
  const { t } = useLanguage()
  const [form, setForm] = useState(row ?? blank)
  const set = (part: Partial<ScopeRow>) => setForm(now => ({ ...now, ...part }))
  const periods = usual.includes(form.retention) ? usual : [form.retention, ...usual]
  return (
    <ActDialog
      title={row ? row.matter : t({ zh: '加一行', en: 'New row' })}
      act={t({ zh: '好', en: 'OK' })}
      ready={form.matter.trim() !== ''}
      onClose={onClose}
      onAct={async () => onSet({ ...form, matter: form.matter.trim() })}
    >
      {() => (
        <>
          <TextField
            label={t({ zh: '归档范围', en: 'What is filed' })}
            required
            maxLength={200}
            value={form.matter}
            onChange={matter => set({ matter })}
          />
          <TextField
            label={t({ zh: '关键词', en: 'Keywords' })}
            maxLength={200}
            value={form.keywords}
            onChange={keywords => set({ keywords })}
            hint={t({
              zh: '题名里有其中一个就算；用“、”隔开，不写就按归档范围的字',
              en: 'a title with one of them falls under this; parted by 、, else the words of what is filed',
            })}
          />
          <Choice
            label={t({ zh: '门类', en: 'Kind' })}
            value={form.kind}
            options={kinds.map(({ code, title, titleEn }) => ({
              value: code,
              title: t({ zh: title, en: titleEn ?? title }),
            }))}
            onChange={kind => set({ kind })}
          />
          <Choice
            label={t({ zh: '保管期限', en: 'Retention' })}
            value={form.retention}
            options={periods.map(value => ({
              value,
              title: t({ zh: retentionTitle(value).title, en: retentionTitle(value).titleEn }),
            }))}
            onChange={typed => set({ retention: readRetention(typed) ?? form.retention })}
          />
          <Choice
            label={t({ zh: '原件或复印件', en: 'Form' })}
            value={form.form}
            options={Object.entries(scopeForms).map(([value, { title, titleEn }]) => ({
              value,
              title: t({ zh: title, en: titleEn }),
            }))}
            onChange={value => set({ form: value as ScopeRow['form'] })}
          />
          <TextField
            label={t({ zh: '移交时间', en: 'Handed over' })}
            maxLength={60}
            value={form.due}
            onChange={due => set({ due })}
            placeholder={t({ zh: '如 次年6月底前', en: 'such as by the end of June' })}
          />
          <TextField
            label={t({ zh: '依据', en: 'Basis' })}
            maxLength={200}
            value={form.basis}
            onChange={basis => set({ basis })}
          />
          {onRemove && (
            <button
              type="button"
              className="button-link"
              onClick={() => {
                onRemove()
                onClose()
              }}
            >
              {t({ zh: '去掉这一行', en: 'Remove this row' })}
            </button>
          )}
        </>
      )}
    </ActDialog>
  )
}
