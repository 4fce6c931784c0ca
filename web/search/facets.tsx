import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { client, type Input, type Output } from '../../client/client.ts'
import { useLanguage } from '../language.ts'
import { Icon } from '../pieces/icon.tsx'
import { RefusalNotice } from '../pieces/refusal-notice.tsx'
import type { Classification } from './classification.ts'
import { type FacetName, facetNames, facetTitles, type Narrowing, useNarrowing, valueTitle } from './narrowing.ts'
import './facets.css'

export type Facets = Output<'item.facets'>

/** How what was asked for divides; the last answer stays until the next is there. */
export function useFacets(asked: Input<'item.facets'>) {
  return useQuery({
    queryKey: ['item.facets', asked],
    queryFn: ({ signal }) => client.ask('item.facets', asked, { signal }),
    placeholderData: keepPreviousData,
  })
}

/** Values of a facet shown before the rest is asked for. */
const shownAtFirst = 6

interface FacetPanelProps {
  asked: Input<'item.facets'>
  narrowing: Narrowing
  classification: Classification
}

/** What was found, divided by each facet 分面; a click narrows the list to it, another widens it again. */
export function FacetPanel({ asked, narrowing, classification }: FacetPanelProps) {
  const { t } = useLanguage()
  const { data, error } = useFacets(asked)
  return (
    <div className="facets">
      <RefusalNotice error={error} />
      {data && !data.whole && (
        <p className="facets-note">
          {t({
            zh: '找到的超过 1000 件，数字按最近的 1000 件统计，实际只多不少。',
            en: 'More than 1000 were found; the figures count the newest 1000 and are the least there are.',
          })}
        </p>
      )}
      {data &&
        facetNames.map(name => (
          <Facet key={name} name={name} facets={data} chosen={narrowing[name]} classification={classification} />
        ))}
    </div>
  )
}

interface FacetProps {
  name: FacetName
  facets: Facets
  chosen: string | undefined
  classification: Classification
}

function Facet({ name, facets, chosen, classification }: FacetProps) {
  const { t } = useLanguage()
  const [unfolded, setUnfolded] = useState(false)
  const set = useNarrowing()
  const counted = facets[name]
  const values = chosen && !counted.some(({ value }) => value === chosen) ? [{ value: chosen, count: 0 }] : counted
  // What does not divide says nothing, unless it is what one narrowed to.
  if (values.length < 2 && !chosen) return null
  const shown = unfolded ? values : values.slice(0, shownAtFirst)
  return (
    <section className="facet">
      <h2>{t(facetTitles[name])}</h2>
      <ul>
        {shown.map(({ value, count }) => (
          <li key={value}>
            <button
              type="button"
              className="facet-value"
              aria-pressed={value === chosen}
              onClick={() => set(name, value === chosen ? undefined : value)}
            >
              <span>{t(valueTitle(name, value, classification))}</span>
              {value === chosen ? (
                <Icon name="cross" size={12} />
              ) : (
                <span className="facet-count">{facets.whole ? count : `${count}+`}</span>
              )}
            </button>
          </li>
        ))}
      </ul>
      {values.length > shownAtFirst && (
        <button type="button" className="button-link small" onClick={() => setUnfolded(!unfolded)}>
          {unfolded
            ? t({ zh: '收起', en: 'Fewer' })
            : t({ zh: `其余 ${values.length - shownAtFirst} 项`, en: `${values.length - shownAtFirst} more` })}
        </button>
      )}
    </section>
  )
}
