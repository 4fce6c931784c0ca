import { useState } from 'react'
import { alike, type FieldDefinition, type KindDefinition } from '../../domain/kinds/index.ts'
import { useLanguage } from '../language.ts'
import { ScrollPane } from '../organisation/scroll-pane.tsx'
import { StatusTag } from '../pieces/status-tag.tsx'
import { FieldDialog } from './field-dialog.tsx'
import { withoutField } from './kind-draft.ts'
import { fieldTypes } from './kind-words.ts'
import { SectionDialog } from './section-dialog.tsx'

interface FieldTableProps {
  kind: KindDefinition
  /** The version in use; none for a kind that is still to be added. */
  saved: KindDefinition | undefined
  /** None for who may only look. */
  onChange: ((kind: KindDefinition) => void) | undefined
}

type Open = { readonly field?: string } | 'section' | null

/** The fields 著录项 of a kind in the order of its form, each with what it takes; what is not saved yet is marked. */
export function FieldTable({ kind, saved, onChange }: FieldTableProps) {
  const { t } = useLanguage()
  const [open, setOpen] = useState<Open>(null)
  const close = () => setOpen(null)
  const editing = open !== null && open !== 'section' ? open : null
  return (
    <section className="kinds">
      <header>
        <h2>{t({ zh: '著录项', en: 'Fields' })}</h2>
        {onChange && (
          <div className="kinds-acts">
            <button type="button" className="button" onClick={() => setOpen('section')}>
              {t({ zh: '加栏目', en: 'New section' })}
            </button>
            <button type="button" className="button" onClick={() => setOpen({})}>
              {t({ zh: '加著录项', en: 'New field' })}
            </button>
          </div>
        )}
      </header>
      <ScrollPane label={t({ zh: '著录项', en: 'Fields' })}>
        <table className="table kinds-table">
          <thead>
            <tr>
              <th scope="col">{t({ zh: '名称', en: 'Name' })}</th>
              <th scope="col">{t({ zh: '类型', en: 'Type' })}</th>
              <th scope="col">{t({ zh: '必填', en: 'Required' })}</th>
              <th scope="col">{t({ zh: '栏目', en: 'Section' })}</th>
              <th scope="col">{t({ zh: '代码', en: 'Code' })}</th>
              {onChange && <th scope="col">{t({ zh: '办理', en: 'Act' })}</th>}
            </tr>
          </thead>
          <tbody>
            {Object.entries(kind.fields).map(([name, field]) => (
              <FieldLine
                key={name}
                {...{ kind, name, field, saved }}
                onEdit={onChange && (() => setOpen({ field: name }))}
                onRemove={onChange && !saved?.fields[name] ? () => onChange(withoutField(kind, name)) : undefined}
              />
            ))}
          </tbody>
        </table>
      </ScrollPane>
      {Object.keys(kind.fields).length === 0 && (
        <p className="faint small">
          {t({
            zh: '题名、文号、责任者、日期、页数这些每个门类都有；这里加这个门类特有的。',
            en: 'Title, number, creator, date and pages belong to every kind; add here what only this one has.',
          })}
        </p>
      )}
      {onChange && editing && (
        <FieldDialog
          kind={kind}
          name={editing.field}
          saved={editing.field !== undefined && saved?.fields[editing.field] !== undefined}
          onChange={onChange}
          onClose={close}
        />
      )}
      {onChange && open === 'section' && <SectionDialog kind={kind} onChange={onChange} onClose={close} />}
    </section>
  )
}

interface FieldLineProps {
  kind: KindDefinition
  name: string
  field: FieldDefinition
  saved: KindDefinition | undefined
  onEdit: (() => void) | undefined
  onRemove: (() => void) | undefined
}

function FieldLine({ kind, name, field, saved, onEdit, onRemove }: FieldLineProps) {
  const { t } = useLanguage()
  const section = field.section ? kind.sections?.[field.section] : undefined
  const options = 'options' in field ? Object.values(field.options) : []
  return (
    <tr>
      <th scope="row">
        {t({ zh: field.title, en: field.titleEn ?? field.title })} <Mark {...{ name, field, saved }} />
      </th>
      <td title={options.join('、')}>
        {t(fieldTypes[field.type])}
        {options.length > 0 && (
          <span className="faint small">{t({ zh: ` ${options.length} 项`, en: ` of ${options.length}` })}</span>
        )}
      </td>
      <td>{field.required && !field.retired && t({ zh: '必填', en: 'required' })}</td>
      <td>{section && t({ zh: section.title, en: section.titleEn ?? section.title })}</td>
      <td className="faint">{name}</td>
      {onEdit && (
        <td>
          <button
            type="button"
            className="button-link"
            aria-label={t({ zh: `修改${field.title}`, en: `Edit ${field.titleEn ?? field.title}` })}
            onClick={onEdit}
          >
            {t({ zh: '修改', en: 'Edit' })}
          </button>{' '}
          {onRemove && (
            <button type="button" className="button-link" onClick={onRemove}>
              {t({ zh: '去掉', en: 'Remove' })}
            </button>
          )}
        </td>
      )}
    </tr>
  )
}

/** Whether a field is new, changed or retired against the version in use. */
function Mark({ name, field, saved }: Pick<FieldLineProps, 'name' | 'field' | 'saved'>) {
  const { t } = useLanguage()
  const before = saved?.fields[name]
  if (saved && !before) return <StatusTag tone="due">{t({ zh: '新增', en: 'new' })}</StatusTag>
  if (field.retired)
    return <StatusTag tone={before?.retired ? 'plain' : 'due'}>{t({ zh: '停用', en: 'retired' })}</StatusTag>
  if (before && !alike(before, field)) return <StatusTag tone="due">{t({ zh: '有改动', en: 'changed' })}</StatusTag>
  return null
}
