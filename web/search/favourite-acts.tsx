import { type QueryClient, queryOptions, useQuery, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { client } from '../../client/client.ts'
import { counted, useLanguage, type Wording } from '../language.ts'
import { FormField } from '../pieces/form-field.tsx'
import { Icon } from '../pieces/icon.tsx'
import { notify } from '../pieces/notices.tsx'
import { Popup } from '../pieces/popup.tsx'
import { RefusalNotice } from '../pieces/refusal-notice.tsx'
import { useMayAny } from '../session.ts'

/** The folders 收藏夹 somebody has, and whether these items are in one. */
export const favouritesQuery = (ids: readonly string[]) =>
  queryOptions({
    queryKey: ['favourite.list', 'of', ids],
    queryFn: () => client.ask('favourite.list', { ids: [...ids], limit: 200 }),
    staleTime: 60_000,
  })

export const folderTitle = (folder: string): Wording =>
  folder === '' ? { zh: '未分夹', en: 'No folder' } : { zh: folder, en: folder }

export const refreshFavourites = (queryClient: QueryClient) =>
  queryClient.invalidateQueries({ queryKey: ['favourite.list'] })

/** Keeps all that is selected as favourites 收藏, in a folder one has or a new one. */
export function KeepAsFavourites({ ids, onDone }: { ids: readonly string[]; onDone?: () => void }) {
  const { t } = useLanguage()
  return (
    <Popup above label={t({ zh: '收藏', en: 'Favourite' })}>
      {close => (
        <FolderForm
          ids={ids}
          close={() => {
            close()
            onDone?.()
          }}
        />
      )}
    </Popup>
  )
}

function FolderForm({ ids, close }: { ids: readonly string[]; close: () => void }) {
  const { t } = useLanguage()
  const queryClient = useQueryClient()
  const { data } = useQuery(favouritesQuery([]))
  const [folder, setFolder] = useState('')
  const [failure, setFailure] = useState<unknown>(null)
  const keep = async (event: FormEvent) => {
    event.preventDefault()
    try {
      const { added } = await client.tell('favourite.add', { ids: [...ids].slice(0, mostAtOnce), folder })
      notify(t({ zh: `已收藏 ${counted(added, 'item')}`, en: `${counted(added, 'item')} kept as favourites` }))
    } catch (refusal) {
      return setFailure(refusal)
    }
    close()
    await refreshFavourites(queryClient)
  }
  const known = (data?.folders ?? []).filter(one => one.folder !== '')
  return (
    <form className="popup-form" onSubmit={event => void keep(event)}>
      <FormField
        label={t({ zh: '收藏夹', en: 'Folder' })}
        hint={t({ zh: '空着就不分夹；写新名称就新建一个。', en: 'Empty for none; a new name makes a new one.' })}
      >
        {control => (
          <input
            {...control}
            className="input"
            list="favourite-folders"
            maxLength={40}
            value={folder}
            onChange={event => setFolder(event.target.value)}
          />
        )}
      </FormField>
      <datalist id="favourite-folders">
        {known.map(one => (
          <option key={one.folder} value={one.folder} />
        ))}
      </datalist>
      <RefusalNotice error={failure} />
      <button type="submit" className="button">
        {t({ zh: `收藏 ${counted(ids.length, 'item')}`, en: `Keep ${counted(ids.length, 'item')}` })}
      </button>
    </form>
  )
}

const mostAtOnce = 1000

/** Whether one item is a favourite, and the way to make it one or none: a star beside it. */
export function FavouriteStar({ itemId }: { itemId: string }) {
  const { t } = useLanguage()
  const queryClient = useQueryClient()
  const mayAny = useMayAny()
  const { data } = useQuery({ ...favouritesQuery([itemId]), enabled: mayAny(['item.search']) })
  const [failure, setFailure] = useState<unknown>(null)
  if (!data) return null
  const kept = data.items.length > 0
  const turn = async () => {
    try {
      await (kept
        ? client.tell('favourite.remove', { ids: [itemId] })
        : client.tell('favourite.add', { ids: [itemId] }))
      setFailure(null)
    } catch (refusal) {
      setFailure(refusal)
    }
    await refreshFavourites(queryClient)
  }
  return (
    <>
      <button
        type="button"
        className="button button-quiet button-icon"
        aria-pressed={kept}
        aria-label={t({ zh: '收藏', en: 'Favourite' })}
        title={kept ? t({ zh: '取消收藏', en: 'Remove from favourites' }) : t({ zh: '收藏', en: 'Favourite' })}
        onClick={() => void turn()}
      >
        <Icon name={kept ? 'star-on' : 'star'} />
      </button>
      <RefusalNotice error={failure} />
    </>
  )
}
