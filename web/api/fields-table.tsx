import { useLanguage } from '../language.ts'
import { ScrollPane } from '../organisation/scroll-pane.tsx'
import type { Field } from './schema.ts'
import './fields-table.css'

interface FieldsTableProps {
  caption: string
  fields: readonly Field[]
  /** Whether these are asked for, so that it matters which are required. */
  asks?: boolean
}

/** Fields one under another: name, title, type and limits. */
export function FieldsTable({ caption, fields, asks = false }: FieldsTableProps) {
  const { t } = useLanguage()
  return (
    <ScrollPane label={caption}>
      <table className="table fields-table">
        <thead>
          <tr>
            <th scope="col">{t({ zh: '字段', en: 'Field' })}</th>
            <th scope="col">{t({ zh: '含义', en: 'Meaning' })}</th>
            <th scope="col">{t({ zh: '类型', en: 'Type' })}</th>
            {asks && <th scope="col">{t({ zh: '限制', en: 'Limits' })}</th>}
          </tr>
        </thead>
        <tbody>
          {fields.map(({ path, title, required, type, limits }) => (
            <tr key={path}>
              <th scope="row">
                <code>{path}</code>
                {asks && required && <span className="fields-required">{t({ zh: '必填', en: 'required' })}</span>}
              </th>
              <td>{t(title)}</td>
              <td>{t(type)}</td>
              {asks && <td>{limits.map(limit => t(limit)).join(t({ zh: '；', en: '; ' }))}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollPane>
  )
}
