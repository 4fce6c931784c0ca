import { type ScopeRow, scopeForms, wordsOf } from '../../domain/holdings/filing-scope.ts'
import { retentionTitle } from '../../domain/holdings/retention.ts'
import type { KindDefinition } from '../../domain/kinds/index.ts'
import { useLanguage } from '../language.ts'
import { ScrollPane } from '../organisation/scroll-pane.tsx'

interface ScopeTableProps {
  rows: readonly ScopeRow[]
  kinds: readonly KindDefinition[]
  /** None for who may only look. */
  onEdit: ((at: number) => void) | undefined
}

/** The rows of a table of filing scope, each with the words by which a title is told to fall under it. */
export function ScopeTable({ rows, kinds, onEdit }: ScopeTableProps) {
  const { t } = useLanguage()
  const titleOf = (code: string) => {
    const kind = kinds.find(one => one.code === code)
    return t({ zh: kind?.title ?? code, en: kind?.titleEn ?? code })
  }
  return (
    <ScrollPane label={t({ zh: '归档范围表', en: 'Filing scope' })}>
      <table className="table kinds-table scope-table">
        <thead>
          <tr>
            <th scope="col">{t({ zh: '归档范围', en: 'What is filed' })}</th>
            <th scope="col">{t({ zh: '门类', en: 'Kind' })}</th>
            <th scope="col">{t({ zh: '保管期限', en: 'Retention' })}</th>
            <th scope="col">{t({ zh: '形式', en: 'Form' })}</th>
            <th scope="col">{t({ zh: '移交时间', en: 'Handed over' })}</th>
            <th scope="col">{t({ zh: '依据', en: 'Basis' })}</th>
            {onEdit && <th scope="col">{t({ zh: '办理', en: 'Act' })}</th>}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows have no name but their place in the table
            <tr key={at}>
              <th scope="row">
                {row.matter}
                {row.keywords && <span className="faint small scope-words">{wordsOf(row).join('、')}</span>}
              </th>
              <td>{titleOf(row.kind)}</td>
              <td>{t({ zh: retentionTitle(row.retention).title, en: retentionTitle(row.retention).titleEn })}</td>
              <td>{t({ zh: scopeForms[row.form].title, en: scopeForms[row.form].titleEn })}</td>
              <td>{row.due}</td>
              <td>{row.basis}</td>
              {onEdit && (
                <td>
                  <button
                    type="button"
                    className="button-link"
                    aria-label={t({ zh: `修改${row.matter}`, en: `Edit ${row.matter}` })}
                    onClick={() => onEdit(at)}
                  >
                    {t({ zh: '修改', en: 'Edit' })}
                  </button>
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollPane>
  )
}
