import { useState } from 'react'
import { readScopeRows, type ScopeRow } from '../../domain/holdings/filing-scope.ts'
import type { KindDefinition } from '../../domain/kinds/index.ts'
import { useLanguage } from '../language.ts'
import { ActDialog } from '../organisation/act-dialog.tsx'
import { FormField } from '../pieces/form-field.tsx'

interface ScopePasteProps {
  kinds: readonly KindDefinition[]
  onAdd: (rows: readonly ScopeRow[]) => void
  onClose: () => void
}

/** Takes rows copied in Excel or WPS, and says by row what cannot be read before any is added. */
export function ScopePaste({ kinds, onAdd, onClose }: ScopePasteProps) {
  const { t } = useLanguage()
  const [text, setText] = useState('')
  const { rows, issues } = readScopeRows(text, kinds)
  return (
    <ActDialog
      title={t({ zh: '从表格粘贴', en: 'Paste from a sheet' })}
      act={t({ zh: `加 ${rows.length} 行`, en: `Add ${rows.length} rows` })}
      ready={rows.length > 0 && issues.length === 0}
      onClose={onClose}
      onAct={async () => onAdd(rows)}
    >
      {() => (
        <>
          <p>
            {t({
              zh: '在 Excel 或 WPS 里选中各行，复制，粘贴到这里。列的次序和导出的相同：归档范围、关键词、门类、保管期限、原件或复印件、移交时间、依据。',
              en: 'Select the rows in your sheet, copy them and paste them here, in the order of the exported table: what is filed, keywords, kind, retention, form, handed over, basis.',
            })}
          </p>
          <FormField label={t({ zh: '粘贴的内容', en: 'Pasted rows' })} required>
            {control => (
              <textarea
                {...control}
                className="input scope-paste"
                rows={8}
                spellCheck={false}
                value={text}
                onChange={event => setText(event.target.value)}
              />
            )}
          </FormField>
          {issues.length > 0 && (
            <ul className="save-kind form-field-error" role="status">
              {issues.slice(0, 10).map(({ row, zh, en }) => (
                <li key={row}>{t({ zh: `第 ${row} 行：${zh}`, en: `Row ${row}: ${en}` })}</li>
              ))}
            </ul>
          )}
        </>
      )}
    </ActDialog>
  )
}
