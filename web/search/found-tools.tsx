import { useNavigate } from '@tanstack/react-router'
import { useId, useState } from 'react'
import { useLanguage } from '../language.ts'
import { Icon } from '../pieces/icon.tsx'
import type { Classification } from './classification.ts'
import {
  facetNames,
  facetTitles,
  type Narrowing,
  type Order,
  orders,
  orderTitles,
  useNarrowing,
  valueTitle,
} from './narrowing.ts'
import './search-filters.css'

/** Searches on within what was found 在结果中检索: the words are added to those that were asked. */
export function WithinFound() {
  const { t } = useLanguage()
  const navigate = useNavigate({ from: '/search' })
  const [more, setMore] = useState('')
  const name = t({ zh: '在结果中再查', en: 'Search within' })
  return (
    <form
      className="search-within"
      onSubmit={event => {
        event.preventDefault()
        const words = more.trim()
        if (!words) return
        void navigate({ search: ({ q = '', ...others }) => ({ ...others, q: `${q} ${words}`.trim() }) })
        setMore('')
      }}
    >
      <input
        className="input"
        type="text"
        aria-label={name}
        placeholder={name}
        value={more}
        onChange={event => setMore(event.target.value)}
      />
    </form>
  )
}

/** Chooses the order; by code or date only what is not too much to be put in order as a whole. */
export function OrderChoice({ order, sortable }: { order: Order; sortable: boolean }) {
  const { t } = useLanguage()
  const navigate = useNavigate({ from: '/search' })
  const hint = useId()
  return (
    <>
      <select
        className="input search-filter"
        aria-label={t({ zh: '次序', en: 'Order' })}
        aria-describedby={sortable ? undefined : hint}
        value={order}
        onChange={({ target: { value } }) =>
          void navigate({
            search: ({ order: _before, ...others }) => (value === 'newest' ? others : { ...others, order: value }),
          })
        }
      >
        {orders.map(one => (
          <option key={one} value={one} disabled={!sortable && (one === 'code' || one === 'date')}>
            {t(orderTitles[one])}
          </option>
        ))}
      </select>
      {!sortable && (
        <span id={hint} className="aside-from-sight">
          {t({
            zh: '找到的超过 1000 件，缩小范围后可按档号或日期排。',
            en: 'More than 1000 were found; narrow the search to sort by code or date.',
          })}
        </span>
      )}
    </>
  )
}

interface NarrowedToProps {
  narrowing: Narrowing
  classification: Classification
  /** Says on the button what it drops: where nothing was found, that is the next thing to try. */
  inWords?: boolean
}

/** What the search is narrowed to, each with a button that drops it. */
export function NarrowedTo({ narrowing, classification, inWords = false }: NarrowedToProps) {
  const { t } = useLanguage()
  const set = useNarrowing()
  return facetNames.flatMap(name => {
    const value = narrowing[name]
    if (!value) return []
    const title = t(valueTitle(name, value, classification))
    const drops = t({ zh: `去掉“${facetTitles[name].zh} ${title}”`, en: `Drop “${facetTitles[name].en}: ${title}”` })
    return [
      <button
        key={name}
        type="button"
        className="button search-chip"
        aria-label={drops}
        onClick={() => set(name, undefined)}
      >
        {inWords ? drops : title}
        <Icon name="cross" size={12} />
      </button>,
    ]
  })
}
