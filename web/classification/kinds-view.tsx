import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useLanguage } from '../language.ts'
import { ScrollPane } from '../organisation/scroll-pane.tsx'
import { Icon } from '../pieces/icon.tsx'
import { RefusalNotice } from '../pieces/refusal-notice.tsx'
import { StatusTag } from '../pieces/status-tag.tsx'
import { useMayAny } from '../session.ts'
import { methods } from './kind-words.ts'
import { type ShownKind, shownKindsQuery } from './kinds.ts'

/** All kinds 门类, those of the product first; each opens the page of its fields. */
export function KindsView() {
  const { t } = useLanguage()
  const mayAny = useMayAny()
  const { data, error } = useQuery(shownKindsQuery)
  return (
    <section className="kinds">
      <header>
        <h2>{t({ zh: '门类', en: 'Kinds' })}</h2>
        {mayAny(['kind.define']) && (
          <Link to="/settings/classification" search={{ kind: 'new' }} className="button">
            <Icon name="plus" size={14} />
            {t({ zh: '新增门类', en: 'New kind' })}
          </Link>
        )}
      </header>
      <RefusalNotice error={error} />
      <ScrollPane label={t({ zh: '门类', en: 'Kinds' })}>
        <table className="table kinds-table">
          <thead>
            <tr>
              <th scope="col">{t({ zh: '门类', en: 'Kind' })}</th>
              <th scope="col">{t({ zh: '门类代码', en: 'Category' })}</th>
              <th scope="col">{t({ zh: '整理', en: 'Arranged' })}</th>
              <th scope="col">{t({ zh: '著录项', en: 'Fields' })}</th>
              <th scope="col">{t({ zh: '件数', en: 'Items' })}</th>
              <th scope="col">{t({ zh: '版本', en: 'Version' })}</th>
            </tr>
          </thead>
          <tbody>
            {data?.kinds.map(one => (
              <KindLine key={one.kind.code} shown={one} />
            ))}
          </tbody>
        </table>
      </ScrollPane>
    </section>
  )
}

function KindLine({ shown: { kind, version, customised, items } }: { shown: ShownKind }) {
  const { t } = useLanguage()
  const asked = Object.values(kind.fields).filter(({ retired }) => !retired).length
  return (
    <tr>
      <th scope="row">
        <Link to="/settings/classification" search={{ kind: kind.code }}>
          {t({ zh: kind.title, en: kind.titleEn ?? kind.title })}
        </Link>
      </th>
      <td className="tabular">{kind.categoryCode}</td>
      <td>{t(methods[kind.unit])}</td>
      <td className="tabular">{asked}</td>
      <td className="tabular">{items.toLocaleString('en')}</td>
      <td className="tabular">
        {version} {customised && <StatusTag>{t({ zh: '自定', en: 'own' })}</StatusTag>}
      </td>
    </tr>
  )
}
