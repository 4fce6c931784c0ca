import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { client } from '../../client/client.ts'
import { counted, useLanguage } from '../language.ts'
import { Empty } from '../pieces/empty.tsx'
import { useKeyset } from '../pieces/keyset.ts'
import { KeysetTable } from '../pieces/keyset-table.tsx'
import { notify } from '../pieces/notices.tsx'
import { Page } from '../pieces/page.tsx'
import { RefusalNotice } from '../pieces/refusal-notice.tsx'
import { useSelection } from '../pieces/selection.ts'
import { useClassification } from './classification.ts'
import { favouritesQuery, folderTitle, KeepAsFavourites, refreshFavourites } from './favourite-acts.tsx'
import { Finding } from './finding.tsx'
import { BulkActs, useItemActs } from './item-acts.tsx'
import { ItemBrief, useItemColumns } from './item-columns.tsx'
import { useOpenItem, useReturnToRow } from './item-link.tsx'
import './facets.css'

/** My favourites 我的收藏: what somebody wants at hand, in folders of their own. */
export function FavouritesPage() {
  const { t } = useLanguage()
  const { folder } = useSearch({ from: '/shell/favourites' })
  const { data } = useQuery(favouritesQuery([]))
  const chosen = folder === 'none' ? '' : folder?.slice(1)
  return (
    <Page
      title={chosen === undefined ? t({ zh: '我的收藏', en: 'My favourites' }) : t(folderTitle(chosen))}
      lead={t({ zh: '只有自己看得到。', en: 'Only you see them.' })}
      filled
    >
      <Finding
        name="folders"
        title={{ zh: '收藏夹', en: 'Folders' }}
        side={<Folders folders={data?.folders ?? []} chosen={folder} />}
        onPhone="list"
      >
        <FavouriteList key={folder} folder={chosen} />
      </Finding>
    </Page>
  )
}

interface FoldersProps {
  folders: readonly { folder: string; count: number }[]
  chosen: string | undefined
}

/** Folder as the address has it: a mark before the name keeps one without a name apart from none chosen. */
const inAddress = (folder: string) => (folder === '' ? 'none' : `_${folder}`)

function Folders({ folders, chosen }: FoldersProps) {
  const { t } = useLanguage()
  return (
    <ul className="facets facet">
      {folders.map(({ folder, count }) => {
        const value = inAddress(folder)
        return (
          <li key={value}>
            <Link
              to="/favourites"
              search={value === chosen ? {} : { folder: value }}
              className="facet-value"
              aria-current={value === chosen ? 'true' : undefined}
            >
              <span>{t(folderTitle(folder))}</span>
              <span className="facet-count">{count}</span>
            </Link>
          </li>
        )
      })}
    </ul>
  )
}

function FavouriteList({ folder }: { folder: string | undefined }) {
  const { t } = useLanguage()
  const queryClient = useQueryClient()
  const open = useOpenItem()
  const { kindTitle } = useClassification()
  const list = useKeyset({
    key: ['favourite.list', folder],
    load: async after => {
      const asked = { ...(folder !== undefined && { folder }), ...(after && { after }) }
      const { items, next } = await client.ask('favourite.list', asked)
      return { rows: items, next }
    },
  })
  const selection = useSelection()
  const acts = useItemActs(list.rows, ids => selection.set(ids, false))
  const columns = useItemColumns({ rows: list.rows, kindTitle })
  const [failure, setFailure] = useState<unknown>(null)
  useReturnToRow(list.rows.length > 0)
  const remove = async (ids: readonly string[]) => {
    const { removed } = await client.tell('favourite.remove', { ids: [...ids] })
    notify(t({ zh: `已取消收藏 ${counted(removed, 'item')}`, en: `${counted(removed, 'item')} taken out` }))
    selection.clear()
    await refreshFavourites(queryClient)
  }
  return (
    <>
      <KeysetTable
        name="favourites"
        caption={t({ zh: '收藏的档案', en: 'Favourites' })}
        columns={columns}
        list={list}
        rowId={row => row.id}
        rowName={row => row.title}
        measure="item"
        brief={row => <ItemBrief row={row} />}
        onOpen={open}
        selection={selection}
        bulkActs={ids => (
          <>
            <BulkActs ids={ids} rows={list.rows} acts={acts} />
            <KeepAsFavourites ids={ids} onDone={selection.clear} />
            <button type="button" className="button" onClick={() => void remove(ids).catch(setFailure)}>
              {t({ zh: '取消收藏', en: 'Remove from favourites' })}
            </button>
          </>
        )}
        empty={
          <Empty
            title={t({ zh: '还没有收藏', en: 'No favourites yet' })}
            hint={t({
              zh: '在检索结果里选中几件，按“收藏”；或在一件档案的页面上点星。',
              en: 'Select items in a list and press “Favourite”, or press the star on the page of an item.',
            })}
            act={
              <Link to="/search" className="button">
                {t({ zh: '去检索', en: 'Search' })}
              </Link>
            }
          />
        }
      />
      {acts.dialogs}
      <RefusalNotice error={failure} />
    </>
  )
}
