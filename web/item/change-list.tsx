import { useLanguage } from '../language.ts'
import type { Change } from './changes.ts'

/** What became what: the old value struck out, the new one beside it. */
export function ChangeList({ changes }: { changes: readonly Change[] }) {
  const { t } = useLanguage()
  const nothing = t({ zh: '（空）', en: '(empty)' })
  return (
    <ul className="change-list">
      {changes.map(({ title, from, to }) => (
        <li key={title}>
          <span className="change-title">{title}</span>
          {from ? <del>{from}</del> : <span className="faint">{nothing}</span>}
          <span aria-hidden="true"> → </span>
          <ins>{to || nothing}</ins>
        </li>
      ))}
    </ul>
  )
}
