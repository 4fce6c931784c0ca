import { useInfiniteQuery } from '@tanstack/react-query'
import { client } from '../../client/client.ts'
import type { FormThing } from '../../domain/forms/forms.ts'
import { counted, type Measure, useLanguage } from '../language.ts'
import { RefusalNotice } from '../pieces/refusal-notice.tsx'
import { useAsk } from './form-fields.tsx'
import { mostChosen } from './print-link.tsx'

type Listed = Exclude<FormThing, 'series' | 'location'>

interface ThingListProps {
  thing: Listed
  seriesId: string
  chosen: readonly string[]
}

const measureOf: Readonly<Record<Listed, Measure>> = {
  volume: 'volume',
  box: 'box',
  item: 'item',
  check: 'entry',
}

/** What a series holds, to print some of it; with nothing marked everything is printed. */
export function ThingList({ thing, seriesId, chosen }: ThingListProps) {
  const { t } = useLanguage()
  const ask = useAsk()
  const list = useInfiniteQuery({
    queryKey: ['form.things', thing, seriesId],
    queryFn: ({ pageParam }) => client.ask('form.things', { thing, seriesId, after: pageParam }),
    initialPageParam: 0,
    getNextPageParam: page => page.next,
  })
  const things = list.data?.pages.flatMap(page => page.things) ?? []
  const marked = new Set(chosen)
  const mark = (id: string, on: boolean) => {
    const next = on ? [...chosen, id] : chosen.filter(one => one !== id)
    ask({ ids: next.slice(0, mostChosen).join(',') })
  }
  if (list.error) return <RefusalNotice error={list.error} />
  if (list.isPending) return null
  const measure = measureOf[thing]
  return (
    <fieldset className="print-things">
      <legend>
        {marked.size > 0
          ? t({ zh: `已选 ${counted(marked.size, measure)}`, en: `${counted(marked.size, measure)} chosen` })
          : thing === 'check'
            ? t({ zh: '最近一次（也可以选别的）', en: 'The newest, or mark others' })
            : t({ zh: '全部（也可以只选几个）', en: 'All of them, or mark some' })}
        {marked.size > 0 && (
          <button type="button" className="button-link" onClick={() => ask({ ids: '' })}>
            {t({ zh: '改为全部', en: 'Take all' })}
          </button>
        )}
      </legend>
      {things.length === 0 && (
        <p className="faint">
          {t({
            zh: '这个类别里还没有。先在整理归档里立卷、装盒、编号。',
            en: 'There is nothing of the kind in this series yet. Arrange and number it first.',
          })}
        </p>
      )}
      <ul>
        {things.map(({ id, label, title }) => (
          <li key={id}>
            <label>
              <input type="checkbox" checked={marked.has(id)} onChange={event => mark(id, event.target.checked)} />
              <span className="tabular">
                {thing === 'box' ? t({ zh: `第 ${label} 盒`, en: `Box ${label}` }) : label}
              </span>
              <span className="faint">{title}</span>
            </label>
          </li>
        ))}
      </ul>
      {list.hasNextPage && (
        <button
          type="button"
          className="button-link"
          disabled={list.isFetchingNextPage}
          onClick={() => void list.fetchNextPage()}
        >
          {t({ zh: '再列一些', en: 'Show more' })}
        </button>
      )}
    </fieldset>
  )
}
