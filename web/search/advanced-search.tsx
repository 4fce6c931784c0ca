import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import {
  pointFields,
  readSearch,
  type SearchRequest,
  searchTitle,
  wordFields,
  writeSearch,
} from '../../domain/holdings/search-syntax.ts'
import type { KindDefinition } from '../../domain/kinds/index.ts'
import { useLanguage } from '../language.ts'
import { Dialog } from '../pieces/dialog.tsx'
import { FormField } from '../pieces/form-field.tsx'
import { kindsQuery } from './classification.ts'
import './advanced-search.css'

interface AdvancedSearchProps {
  /** What the box asks now, taken apart into the form. */
  q: string
  kind: string | undefined
  onClose: () => void
}

/** Each condition as it is typed; the form is another way to write what the box reads. */
type Typed = Readonly<Record<string, string>>

/** The search as a form 高级检索: one line for each field, those of a kind when the kind is chosen. */
export function AdvancedSearch({ q, kind: kindAsked, onClose }: AdvancedSearchProps) {
  const { t, language } = useLanguage()
  const navigate = useNavigate({ from: '/search' })
  const kinds = useQuery(kindsQuery).data?.kinds ?? []
  const [kind, setKind] = useState(kindAsked ?? '')
  const [changed, setChanged] = useState<Typed>({})
  const typed: Typed = { ...typedIn(readSearch(q, kinds)), ...changed }
  const chosen = kinds.find(({ code }) => code === kind)
  const send = () => {
    const text = writeSearch(requestOf(typed, kinds), field => searchTitle(field, language, kinds))
    void navigate({
      search: ({ q: _q, kind: _kind, ...others }) => ({ ...others, ...(text && { q: text }), ...(kind && { kind }) }),
    })
    onClose()
  }
  const line = (name: string, label: string, placeholder = '') => (
    <FormField key={name} label={label}>
      {control => (
        <input
          {...control}
          className="input"
          value={typed[name] ?? ''}
          placeholder={placeholder}
          onChange={event => setChanged({ ...changed, [name]: event.target.value })}
        />
      )}
    </FormField>
  )
  const titled = ({ title, titleEn }: { title: string; titleEn?: string | undefined }) =>
    t({ zh: title, en: capital(titleEn ?? title) })
  return (
    <Dialog
      title={t({ zh: '高级检索', en: 'Search by fields' })}
      onClose={onClose}
      acts={
        <>
          <button type="button" className="button" onClick={onClose}>
            {t({ zh: '取消', en: 'Cancel' })}
          </button>
          <button type="submit" form="advanced-search" className="button button-seal">
            {t({ zh: '检索', en: 'Search' })}
          </button>
        </>
      }
    >
      <form
        id="advanced-search"
        className="advanced-search"
        onSubmit={event => {
          event.preventDefault()
          send()
        }}
      >
        {line(
          'words',
          t({ zh: '任何地方', en: 'Anywhere' }),
          t({ zh: '几个词，空格隔开', en: 'Words apart by spaces' }),
        )}
        {Object.entries(wordFields).map(([name, titles]) => line(name, titled(titles)))}
        {line('code', t({ zh: '档号开头', en: 'Code begins with' }), 'A001-WS·2024')}
        {line('year', titled(pointFields.year), '2020..2024')}
        {line('date', titled(pointFields.date), '2024-03..2024-06')}
        {line('box', titled(pointFields.box), '12')}
        {line('volume', t({ zh: '案卷档号开头', en: 'Volume code begins with' }))}
        <FormField label={t({ zh: '门类', en: 'Kind' })}>
          {control => (
            <select {...control} className="input" value={kind} onChange={event => setKind(event.target.value)}>
              <option value="">{t({ zh: '全部门类', en: 'All kinds' })}</option>
              {kinds.map(one => (
                <option key={one.code} value={one.code}>
                  {titled(one)}
                </option>
              ))}
            </select>
          )}
        </FormField>
        {Object.entries(chosen?.fields ?? {}).map(([name, field]) => line(`fields.${name}`, titled(field)))}
      </form>
    </Dialog>
  )
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

const points = Object.keys(pointFields) as (keyof typeof pointFields)[]

/** Takes a request apart into what would be typed for each of its conditions. */
function typedIn({ words, inFields, ...rest }: SearchRequest): Typed {
  const alone = { words: '', inFields: [] }
  const pointsTyped = points.map(name => {
    const [, value = ''] = /^[^:]+:(.*)$/.exec(writeSearch({ ...alone, ...only(name, rest) })) ?? []
    return [name, value.replaceAll('"', '')] as const
  })
  return { words, ...Object.fromEntries([...inFields.map(({ field, text }) => [field, text]), ...pointsTyped]) }
}

const only = (name: keyof typeof pointFields, { code, years, dates, box, volume }: Partial<SearchRequest>) => ({
  ...(name === 'code' && code !== undefined && { code }),
  ...(name === 'year' && years && { years }),
  ...(name === 'date' && dates && { dates }),
  ...(name === 'box' && box !== undefined && { box }),
  ...(name === 'volume' && volume !== undefined && { volume }),
})

/** Puts together what was typed; a condition that cannot be read as one is looked for as words. */
function requestOf(typed: Typed, kinds: readonly KindDefinition[]): SearchRequest {
  const { words = '', ...conditions } = typed
  const isPoint = (name: string) => points.some(point => point === name)
  const filled = Object.entries(conditions).filter(([, text]) => text.trim() !== '')
  const said = filled
    .filter(([name]) => isPoint(name))
    .map(([name, text]) => `${name}:${text.trim().replaceAll(/\s+/g, '')}`)
  return {
    ...readSearch([words.trim(), ...said].join(' '), kinds),
    inFields: filled.filter(([name]) => !isPoint(name)).map(([field, text]) => ({ field, text: text.trim() })),
  }
}
