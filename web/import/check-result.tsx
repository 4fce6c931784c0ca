import { client } from '../../client/client.ts'
import { useLanguage } from '../language.ts'
import { ScrollPane } from '../organisation/scroll-pane.tsx'
import { Icon } from '../pieces/icon.tsx'
import type { Import } from './import-queries.ts'
import { columnLetter } from './import-words.ts'
import { partsOf, shown } from './plan-draft.ts'

/** What the check found: how many rows are in order, and what is wrong with the others, by row and column. */
export function CheckResult({ one }: { one: Import }) {
  const { t } = useLanguage()
  const { found, issues } = one
  if (!found || (one.state !== 'faulty' && one.state !== 'checked')) return null
  const faulty = one.state === 'faulty'
  const figure = (count: number) => count.toLocaleString('en')
  return (
    <section className="import-result" aria-label={t({ zh: '检查结果', en: 'Result of the check' })}>
      <div className={`notice ${faulty ? 'notice-late' : 'notice-done'}`} role="status">
        <Icon name={faulty ? 'warning' : 'check'} />
        <p>
          {faulty
            ? t({
                zh: `${figure(found.rows)} 行中有 ${figure(found.faultyRows)} 行要改，共 ${figure(found.faults)} 处。还没有登记任何一件。`,
                en: `${figure(found.faultyRows)} of ${figure(found.rows)} rows must be corrected, ${figure(found.faults)} places in all. Nothing is registered yet.`,
              })
            : t({
                zh: `${figure(found.rows)} 行都可以登记${found.coded > 0 ? `，其中 ${figure(found.coded)} 件带着档号` : ''}。还没有登记，确认无误后再导入。`,
                en: `All ${figure(found.rows)} rows can be registered${found.coded > 0 ? `, ${figure(found.coded)} of them with their codes` : ''}. Nothing is registered yet; import when you are sure.`,
              })}
        </p>
        {faulty && (
          <a className="button" href={client.fileUrl('import.marked', { importId: one.id })} download>
            <Icon name="download" size={16} />
            {t({ zh: '下载标错表格', en: 'Sheet with marks' })}
          </a>
        )}
      </div>
      {issues.length > 0 && <IssueTable one={one} />}
    </section>
  )
}

function IssueTable({ one }: { one: Import }) {
  const { t } = useLanguage()
  const sheet = one.sheets.find(({ name }) => name === one.plan?.sheet)
  const heads = sheet && one.plan ? partsOf(sheet, one.plan.headRow).heads : []
  const all = (one.found?.faults ?? 0) + (one.found?.notices ?? 0)
  return (
    <div className="import-issues">
      <ScrollPane label={t({ zh: '逐处说明', en: 'Place by place' })}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t({ zh: '行', en: 'Row' })}</th>
              <th scope="col">{t({ zh: '列', en: 'Column' })}</th>
              <th scope="col">{t({ zh: '说明', en: 'What is the matter' })}</th>
            </tr>
          </thead>
          <tbody>
            {one.issues.map(({ row, column, fault, message }) => (
              <tr key={`${row} ${column} ${message}`} data-fault={fault || undefined}>
                <td className="tabular">{row}</td>
                <td>{column === null ? '—' : shown(heads[column]) || columnLetter(column)}</td>
                <td>
                  <span className={fault ? 'import-fault' : 'import-notice'}>
                    {fault ? t({ zh: '错误', en: 'Fault' }) : t({ zh: '提示', en: 'Notice' })}
                  </span>
                  {message}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollPane>
      {all > one.issues.length && (
        <p className="faint small">
          {t({
            zh: `只列出前 ${one.issues.length} 处，其余见标错表格。`,
            en: `The first ${one.issues.length} places; the others stand in the sheet with marks.`,
          })}
        </p>
      )}
    </div>
  )
}
