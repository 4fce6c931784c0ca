import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { client } from '../../client/client.ts'
import { useLanguage } from '../language.ts'
import { FormField } from '../pieces/form-field.tsx'
import { Icon } from '../pieces/icon.tsx'
import { notify } from '../pieces/notices.tsx'
import { Popup } from '../pieces/popup.tsx'
import { RefusalNotice } from '../pieces/refusal-notice.tsx'
import type { SearchAddress } from './narrowing.ts'
import './recent-searches.css'

const savedQuery = queryOptions({
  queryKey: ['search.list'],
  queryFn: () => client.ask('search.list', {}),
  staleTime: 60_000,
})

/** The searches somebody keeps 保存的检索, each to be asked again; nothing where there are none. */
export function SavedSearches() {
  const { t } = useLanguage()
  const queryClient = useQueryClient()
  const { data, error } = useQuery(savedQuery)
  const [failure, setFailure] = useState<unknown>(null)
  const forget = async (searchId: string, name: string) => {
    try {
      await client.tell('search.forget', { searchId })
      notify(t({ zh: `已删除检索“${name}”`, en: `Forgot the search “${name}”` }))
    } catch (refusal) {
      setFailure(refusal)
    }
    await queryClient.invalidateQueries({ queryKey: ['search.list'] })
  }
  if (!error && !data?.searches.length) return null
  return (
    <section className="recent-searches">
      <header>
        <h2>{t({ zh: '保存的检索', en: 'Saved searches' })}</h2>
      </header>
      <RefusalNotice error={error ?? failure} />
      <ul>
        {data?.searches.map(({ id, name, asked }) => (
          <li key={id}>
            <Link to="/search" search={asked}>
              <Icon name="search" size={14} />
              {name}
            </Link>
            <button
              type="button"
              className="button button-quiet button-icon"
              aria-label={t({ zh: `删除检索“${name}”`, en: `Forget the search “${name}”` })}
              onClick={() => void forget(id, name)}
            >
              <Icon name="cross" size={14} />
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Keeps what is asked now under a name. */
export function SaveSearch({ address }: { address: SearchAddress }) {
  const { t } = useLanguage()
  return (
    <Popup align="end" label={t({ zh: '保存检索', en: 'Save search' })}>
      {close => <SaveForm address={address} close={close} />}
    </Popup>
  )
}

/** The panel was opened to write just this. */
const focus = (input: HTMLInputElement | null) => input?.focus()

function SaveForm({ address, close }: { address: SearchAddress; close: () => void }) {
  const { t } = useLanguage()
  const queryClient = useQueryClient()
  const [name, setName] = useState(address.q ?? '')
  const [failure, setFailure] = useState<unknown>(null)
  const save = async (event: FormEvent) => {
    event.preventDefault()
    try {
      await client.tell('search.save', { name, asked: { ...address } })
    } catch (refusal) {
      return setFailure(refusal)
    }
    notify(t({ zh: `已保存检索“${name.trim()}”`, en: `Saved the search “${name.trim()}”` }))
    close()
    await queryClient.invalidateQueries({ queryKey: ['search.list'] })
  }
  return (
    <form className="popup-form" onSubmit={event => void save(event)}>
      <FormField label={t({ zh: '名称', en: 'Name' })} required>
        {control => (
          <input
            {...control}
            className="input"
            maxLength={40}
            ref={focus}
            value={name}
            onChange={event => setName(event.target.value)}
          />
        )}
      </FormField>
      <RefusalNotice error={failure} />
      <button type="submit" className="button" disabled={name.trim() === ''}>
        {t({ zh: '保存', en: 'Save' })}
      </button>
    </form>
  )
}
