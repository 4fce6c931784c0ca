import { useLanguage } from '../language.ts'
import { ItemTitle } from '../search/item-columns.tsx'
import type { MemberRow } from './arranging.ts'
import { pagesOf } from './members-list.tsx'

/** Contents list 卷内目录 of a volume: number, document number, creator, title, date, pages. */
export function ContentsTable({ items }: { items: readonly MemberRow[] }) {
  const { t } = useLanguage()
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a pane that scrolls is reached by keyboard
    <section className="lying-scroll" tabIndex={0} aria-label={t({ zh: '卷内目录', en: 'Contents' })}>
      <table className="lying-table">
        <thead>
          <tr>
            <th scope="col">{t({ zh: '顺序号', en: 'No.' })}</th>
            <th scope="col">{t({ zh: '文号', en: 'Document no.' })}</th>
            <th scope="col">{t({ zh: '责任者', en: 'Creator' })}</th>
            <th scope="col">{t({ zh: '题名', en: 'Title' })}</th>
            <th scope="col">{t({ zh: '日期', en: 'Date' })}</th>
            <th scope="col" data-end>
              {t({ zh: '页号', en: 'Pages' })}
            </th>
          </tr>
        </thead>
        <tbody>
          {items.map(item => (
            <tr key={item.id}>
              <td className="tabular">{item.ordinal}</td>
              <td>{item.documentNo}</td>
              <td>{item.creator}</td>
              <td>
                <ItemTitle row={item} />
              </td>
              <td className="tabular">{item.date}</td>
              <td className="tabular" data-end>
                {pagesOf(item)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
