import { useNavigate, useSearch } from '@tanstack/react-router'
import { events } from '../../domain/events.ts'
import { nounTitle } from '../api/nouns.ts'
import { useLanguage } from '../language.ts'
import { DateRange } from './date-range.tsx'
import { NamedField } from './named-field.tsx'
import type { Names } from './names.ts'
import { isEvent, type TrailFilter } from './trail.ts'

/** Sets part of the filter in the address; what details are open stays open. */
export function useSetFilter(): (part: { [Name in keyof TrailFilter]: string | undefined }) => void {
  const navigate = useNavigate({ from: '/audit' })
  return part =>
    void navigate({
      search: before =>
        Object.fromEntries(Object.entries({ ...before, ...part }).filter(([, value]) => value !== undefined)),
    })
}

/** Who, what, on what and when: each narrows the list, and the address names them all. */
export function TrailFilters({ names }: { names: Names }) {
  const { t } = useLanguage()
  const { person, event, object, from, to } = useSearch({ from: '/shell/audit' })
  const set = useSetFilter()
  const narrowed = [person, event, object, from, to].some(value => value !== undefined)
  return (
    <>
      <NamedField
        name={t({ zh: '谁', en: 'Who' })}
        placeholder={t({ zh: '谁：姓名或登录名', en: 'Who' })}
        value={person}
        named={names.people}
        onChange={id => set({ person: id })}
      />
      <EventChoice event={event} onChange={name => set({ event: name })} />
      <NamedField
        name={t({ zh: '对象', en: 'Object' })}
        placeholder={t({ zh: '对象：人或机构', en: 'On whom or what' })}
        value={object}
        named={new Map([...names.people, ...names.units])}
        free
        onChange={id => set({ object: id })}
      />
      <DateRange from={from} to={to} onChange={set} />
      {narrowed && (
        <button
          type="button"
          className="button button-quiet"
          onClick={() =>
            set({ person: undefined, event: undefined, object: undefined, from: undefined, to: undefined })
          }
        >
          {t({ zh: '清除', en: 'Clear' })}
        </button>
      )}
    </>
  )
}

const byNoun = Map.groupBy(Object.entries(events), ([name]) => name.split('.')[0] ?? name)

function EventChoice({
  event,
  onChange,
}: {
  event: string | undefined
  onChange: (event: string | undefined) => void
}) {
  const { t } = useLanguage()
  return (
    <select
      className="input trail-filter"
      aria-label={t({ zh: '做了什么', en: 'Did what' })}
      data-active={event !== undefined}
      value={event ?? ''}
      onChange={({ target }) => onChange(target.value || undefined)}
    >
      <option value="">{t({ zh: '全部事件', en: 'Every event' })}</option>
      {event !== undefined && !isEvent(event) && <option value={event}>{event}</option>}
      {[...byNoun].map(([noun, its]) => (
        <optgroup key={noun} label={t(nounTitle(noun))}>
          {its.map(([name, { title, titleEn }]) => (
            <option key={name} value={name}>
              {t({ zh: title, en: titleEn })}
            </option>
          ))}
        </optgroup>
      ))}
    </select>
  )
}
