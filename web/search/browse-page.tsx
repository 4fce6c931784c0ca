import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { type ItemState, itemStateCodes, itemStates } from '../../domain/holdings/item-life.ts'
import { useLanguage } from '../language.ts'
import { Empty } from '../pieces/empty.tsx'
import { Icon } from '../pieces/icon.tsx'
import { useKeyset } from '../pieces/keyset.ts'
import { KeysetTable } from '../pieces/keyset-table.tsx'
import { Page } from '../pieces/page.tsx'
import { useSelection } from '../pieces/selection.ts'
import { useMayAny } from '../session.ts'
import { legsOf, loadLegs } from './browse-legs.ts'
import { type Classification, useClassification } from './classification.ts'
import { ExportList } from './export-list.tsx'
import { KeepAsFavourites } from './favourite-acts.tsx'
import { Finding } from './finding.tsx'
import { BulkActs, useItemActs } from './item-acts.tsx'
import { ItemBrief, useItemColumns } from './item-columns.tsx'
import { useOpenItem, useReturnToRow } from './item-link.tsx'
import './search-filters.css'
import { type Branch, growTree, keyOf, wayTo } from './series-tree.ts'
import { TreePane } from './tree-pane.tsx'

/** The holdings by their tree 分类树: what stands in a series, by number; what stands above one, newest first. */
export function BrowsePage() {
  const { t } = useLanguage()
  const { state: stateAsked, ...place } = useSearch({ from: '/shell/browse' })
  const state = itemStateCodes.find(code => code === stateAsked)
  const classification = useClassification()
  const roots = growTree(classification)
  const key = keyOf(place)
  const way = wayTo(roots, key)
  const branch = way.at(-1)
  const missing = key !== '' && !branch && !classification.loading
  return (
    <Page
      title={titleOf(way, state, t)}
      acts={
        <>
          <ExportPlace branch={branch} state={state} />
          <CatalogueLink way={way} />
        </>
      }
      filled
    >
      <Finding
        name="tree"
        title={{ zh: '分类树', en: 'Series' }}
        counts={{ zh: '件', en: 'items' }}
        side={<TreePane roots={roots} classification={classification} selected={key} />}
        onPhone={key === '' && !state ? 'side' : 'list'}
      >
        {missing ? (
          <Empty
            title={t({ zh: '分类树里没有这一类', en: 'The tree has no such series' })}
            hint={t({ zh: '可能已经没有档案，或者您看不到它。', en: 'It may be empty by now, or not open to you.' })}
          />
        ) : key !== '' && !branch ? null : (
          <ItemList
            key={key}
            branch={branch}
            items={classification.loading ? null : (branch ? [branch] : roots).reduce((sum, one) => sum + one.items, 0)}
            state={state}
            kindTitle={classification.kindTitle}
          />
        )}
      </Finding>
    </Page>
  )
}

type T = ReturnType<typeof useLanguage>['t']

/** A place is called by its kind and all below it, a fonds by its name; a state that narrows it comes last. */
function titleOf(way: readonly Branch[], state: ItemState | undefined, t: T): string {
  const names = way.slice(way.length > 1 ? 1 : 0).map(({ title }) => t(title))
  const place = names.length > 0 ? names : [t({ zh: '全部档案', en: 'All records' })]
  return [...place, ...(state ? [stateTitle(state, t)] : [])].join(' · ')
}

const stateTitle = (state: ItemState, t: T): string => t({ zh: itemStates[state].title, en: itemStates[state].titleEn })

/** What stands in a place can be taken along as a list; a series that belongs to no unit has no name of its own to ask by. */
function ExportPlace({ branch, state }: { branch: Branch | undefined; state: ItemState | undefined }) {
  const [series] = branch?.series ?? []
  const { fonds, kind, year, retention, series: leaf } = branch?.place ?? {}
  if (leaf && !series?.unitId) return null
  const place =
    leaf && series
      ? { kind: series.kind, year: series.year, retention: series.retention, unitId: series.unitId ?? undefined }
      : { fondsId: fonds, kind, year: year ? Number(year) : undefined, retention }
  const asked = Object.fromEntries(Object.entries({ ...place, state }).filter(([, value]) => value !== undefined))
  return <ExportList asked={asked} />
}

/** A catalogue 目录 can be printed of a year and of whatever lies below it. */
function CatalogueLink({ way }: { way: readonly Branch[] }) {
  const { t } = useLanguage()
  const mayAny = useMayAny()
  const search = catalogueOf(way)
  if (!search || !mayAny(['catalogue.print', 'catalogue.export'])) return null
  return (
    <Link to="/catalogue" search={search} className="button">
      <Icon name="print" size={16} />
      {t({ zh: '打印目录', en: 'Print catalogue' })}
    </Link>
  )
}

function catalogueOf(way: readonly Branch[]) {
  const [root, branch] = [way[0], way.at(-1)]
  const [series] = branch?.series ?? []
  if (!root || !branch || !series || !(branch.place.year ?? branch.place.series)) return null
  const byRetention = branch.place.retention ?? branch.place.series
  return {
    ...(root.place.fonds && { fonds: root.place.fonds }),
    kind: series.kind,
    year: String(series.year),
    ...(byRetention && { retention: series.retention }),
    ...(branch.place.series && series.unitId && { unit: series.unitId }),
  }
}

interface ItemListProps {
  /** Absent where everything is listed. */
  branch: Branch | undefined
  /** How many items stand here, whatever their state; null while that is not known. */
  items: number | null
  state: ItemState | undefined
  kindTitle: Classification['kindTitle']
}

function ItemList({ branch, items, state, kindTitle }: ItemListProps) {
  const { t } = useLanguage()
  const open = useOpenItem()
  const mayAny = useMayAny()
  const legs = legsOf(branch, state && [state])
  const list = useKeyset({ key: ['item.list', legs], load: after => loadLegs(legs, after) })
  const selection = useSelection()
  const acts = useItemActs(list.rows, ids => selection.set(ids, false))
  const columns = useItemColumns({ rows: list.rows, kindTitle })
  useReturnToRow(list.rows.length > 0)
  return (
    <>
      <KeysetTable
        name="items"
        caption={t({ zh: '档案', en: 'Records' })}
        columns={columns}
        list={state ? list : { ...list, total: items }}
        rowId={row => row.id}
        rowName={row => row.title}
        measure="item"
        tools={<StateFilter state={state} />}
        empty={<NothingHere state={state} />}
        brief={row => <ItemBrief row={row} />}
        onOpen={open}
        selection={selection}
        bulkActs={ids => (
          <>
            <BulkActs ids={ids} rows={list.rows} acts={acts} />
            {mayAny(['item.search']) && <KeepAsFavourites ids={ids} onDone={selection.clear} />}
          </>
        )}
      />
      {acts.dialogs}
    </>
  )
}

/** Narrows the list to one state 状态, kept in the address. */
function StateFilter({ state }: { state: ItemState | undefined }) {
  const { t } = useLanguage()
  const navigate = useNavigate({ from: '/browse' })
  return (
    <select
      className="input search-filter"
      aria-label={t({ zh: '状态', en: 'State' })}
      data-active={state !== undefined}
      value={state ?? ''}
      onChange={({ target: { value } }) =>
        void navigate({ search: ({ state: _before, ...place }) => (value ? { ...place, state: value } : place) })
      }
    >
      <option value="">{t({ zh: '全部状态', en: 'State: all' })}</option>
      {itemStateCodes.map(code => (
        <option key={code} value={code}>
          {stateTitle(code, t)}
        </option>
      ))}
    </select>
  )
}

function NothingHere({ state }: { state: ItemState | undefined }) {
  const { t } = useLanguage()
  if (!state)
    return (
      <Empty
        title={t({ zh: '还没有档案', en: 'No records yet' })}
        hint={t({
          zh: '登记以后，档案按门类、年度、保管期限和机构列在这里。',
          en: 'Once registered, records stand here by kind, year, retention and unit.',
        })}
      />
    )
  const title = stateTitle(state, t)
  return (
    <Empty
      title={t({ zh: `没有“${title}”的档案`, en: `Nothing is “${title}” here` })}
      act={
        <Link from="/browse" to="/browse" search={({ state: _state, ...place }) => place} className="button">
          {t({ zh: `去掉“${title}”`, en: `Drop “${title}”` })}
        </Link>
      }
    />
  )
}
