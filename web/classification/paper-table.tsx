import { useState } from 'react'
import type { ChecklistEntry, KindDefinition } from '../../domain/kinds/index.ts'
import { useLanguage } from '../language.ts'
import { StatusTag } from '../pieces/status-tag.tsx'
import { PaperDialog } from './paper-dialog.tsx'

interface PaperTableProps {
  kind: KindDefinition
  saved: KindDefinition | undefined
  onChange: ((kind: KindDefinition) => void) | undefined
}

/** The papers 应有材料 that belong to a kind, each with when it is needed (S4.6). */
export function PaperTable({ kind, saved, onChange }: PaperTableProps) {
  const { t } = useLanguage()
  const [adding, setAdding] = useState(false)
  const list = kind.checklist ?? []
  const known = new Set(saved?.checklist?.map(({ code }) => code))
  return (
    <section className="kinds">
      <header>
        <h2>{t({ zh: '应有材料', en: 'Papers that belong to it' })}</h2>
        {onChange && (
          <button type="button" className="button" onClick={() => setAdding(true)}>
            {t({ zh: '加应有材料', en: 'New paper' })}
          </button>
        )}
      </header>
      {list.length === 0 ? (
        <p className="faint small">{t({ zh: '没有规定应有哪些材料。', en: 'No papers are laid down.' })}</p>
      ) : (
        <ul className="papers">
          {list.map(paper => (
            <li key={paper.code}>
              {t({ zh: paper.title, en: paper.titleEn ?? paper.title })}{' '}
              <span className="faint small">
                <Condition kind={kind} paper={paper} />
              </span>{' '}
              {saved && !known.has(paper.code) && <StatusTag tone="due">{t({ zh: '新增', en: 'new' })}</StatusTag>}
            </li>
          ))}
        </ul>
      )}
      {onChange && adding && <PaperDialog kind={kind} onChange={onChange} onClose={() => setAdding(false)} />}
    </section>
  )
}

/** When a paper is needed, in the words of the kind: 合同类型为借款、担保时. */
function Condition({ kind, paper }: { kind: KindDefinition; paper: ChecklistEntry }) {
  const { t } = useLanguage()
  return Object.entries(paper.when ?? {}).map(([name, wanted]) => {
    const field = kind.fields[name]
    if (!field) return null
    const values = [wanted].flat().map(value => {
      if (typeof value === 'boolean') return { zh: value ? '是' : '否', en: value ? 'yes' : 'no' }
      const zh = ('options' in field && field.options[value]) || value
      return { zh, en: ('options' in field && field.optionsEn?.[value]) || zh }
    })
    return t({
      zh: `${field.title}为${values.map(({ zh }) => zh).join('、')}时`,
      en: `when ${field.titleEn ?? field.title} is ${values.map(({ en }) => en).join(', ')}`,
    })
  })
}
