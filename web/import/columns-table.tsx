import { targetsOf } from '../../domain/import/columns.ts'
import type { KindDefinition } from '../../domain/kinds/index.ts'
import { useLanguage } from '../language.ts'
import { ScrollPane } from '../organisation/scroll-pane.tsx'
import type { SheetView } from './import-queries.ts'
import { columnLetter } from './import-words.ts'
import { type PlanDraft, partsOf, shown, withColumn } from './plan-draft.ts'

const previewRows = 6

interface ColumnsTableProps {
  sheet: SheetView
  kind: KindDefinition
  plan: PlanDraft
  onChange: (columns: PlanDraft['columns']) => void
}

/** The first rows of a sheet, and above each column what it is about. */
export function ColumnsTable({ sheet, kind, plan, onChange }: ColumnsTableProps) {
  const { t } = useLanguage()
  const { heads, below } = partsOf(sheet, plan.headRow)
  const targets = targetsOf(kind)
  return (
    <div className="import-columns">
      <ScrollPane label={t({ zh: '各列的对应', en: 'What each column is about' })}>
        <table>
          <thead>
            <tr>
              <th scope="col">
                <span className="aside-from-sight">{t({ zh: '行', en: 'Row' })}</span>
              </th>
              {plan.columns.map((target, at) => (
                <th key={columnLetter(at)} scope="col" data-left-out={target === null || undefined}>
                  <span className="import-columns-head">{shown(heads[at]) || columnLetter(at)}</span>
                  <select
                    className="input"
                    aria-label={t({
                      zh: `${columnLetter(at)} 列“${shown(heads[at])}”对应`,
                      en: `Column ${columnLetter(at)} “${shown(heads[at])}” is`,
                    })}
                    value={target ?? ''}
                    onChange={event => onChange(withColumn(plan.columns, at, event.target.value || null))}
                  >
                    <option value="">{t({ zh: '（不导入）', en: '(left out)' })}</option>
                    {targets.map(({ name, title, titleEn }) => (
                      <option key={name} value={name}>
                        {t({ zh: title, en: titleEn })}
                      </option>
                    ))}
                  </select>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {below.slice(0, previewRows).map(({ row, cells, formulas }) => (
              <tr key={row}>
                <th scope="row" className="tabular">
                  {row}
                </th>
                {plan.columns.map((target, at) => (
                  <td
                    key={columnLetter(at)}
                    data-left-out={target === null || undefined}
                    data-formula={formulas.includes(at) || undefined}
                  >
                    {shown(cells[at])}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollPane>
    </div>
  )
}
