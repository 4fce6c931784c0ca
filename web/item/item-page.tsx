import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { type ReactNode, useEffect } from 'react'
import { momentOf } from '../dates.ts'
import { useLanguage } from '../language.ts'
import { CodeCell } from '../pieces/code-cell.tsx'
import { draftKeptAt } from '../pieces/draft.ts'
import { useNarrow } from '../pieces/narrow.ts'
import { Page } from '../pieces/page.tsx'
import { RefusalNotice } from '../pieces/refusal-notice.tsx'
import { LineOfItem } from '../registry/line-of-item.tsx'
import { FavouriteStar } from '../search/favourite-acts.tsx'
import { useMe } from '../session.ts'
import type { Names } from './changes.ts'
import { DescriptionView, lacking } from './description-view.tsx'
import { ComponentPane } from './files/component-pane.tsx'
import { useFormChoices } from './form/form-choices.ts'
import { HistoryView } from './history-view.tsx'
import { ItemActs } from './item-acts.tsx'
import { ItemEditor } from './item-editor.tsx'
import { historyQuery, itemQuery, type ShownItem } from './item-queries.ts'
import { stepsOf } from './item-steps.ts'
import { useShortcut } from './shortcut.ts'
import { StepsBar } from './steps-bar.tsx'
import { editName } from './use-edit.ts'
import { type Send, useSend } from './use-send.tsx'
import './item-page.css'
import './tabs.css'

/** How soon one looks again while the server is still writing the item to the store or reading its files. */
const soonMs = 2_000

/** One item 件: what it is, how far it is on its way, its files, its history, and what may be done next. */
export function ItemPage() {
  const { t } = useLanguage()
  const { itemId } = useParams({ from: '/shell/items/$itemId' })
  const shown = useQuery({
    ...itemQuery(itemId),
    refetchInterval: ({ state }) => (state.data && isAtWork(state.data) ? soonMs : false),
  })
  if (shown.data) return <Item key={itemId} shown={shown.data} />
  if (!shown.error)
    return (
      <p className="stand-in faint" role="status">
        {t({ zh: '正在打开…', en: 'Opening…' })}
      </p>
    )
  return (
    <Page title={t({ zh: '这件档案没有打开', en: 'This item did not open' })}>
      <RefusalNotice error={shown.error} />
      <p>
        <button type="button" className="button" onClick={() => void shown.refetch()}>
          {t({ zh: '再试一次', en: 'Try again' })}
        </button>{' '}
        <Link to="/search" className="button button-quiet">
          {t({ zh: '去检索', en: 'Search' })}
        </Link>
      </p>
    </Page>
  )
}

const isAtWork = ({ item, components }: ShownItem): boolean =>
  (item.state === 'filed' && !item.stored) || components.some(({ textState }) => textState === 'pending')

function Item({ shown }: { shown: ShownItem }) {
  const { t } = useLanguage()
  const { item } = shown
  const { edit } = useSearch({ from: '/shell/items/$itemId' })
  const go = useGo()
  const send = useSend()
  const { choices, error } = useFormChoices()
  const history = useHistoryOf(shown)
  const editable = item.may.includes('item.describe') || item.may.includes('item.correct')
  const editing = edit !== undefined && editable && choices !== undefined
  const beginEdit = () => go({ edit: '1', view: undefined })
  useShortcut('e', beginEdit, editable && !editing)
  return (
    <Page title={item.selfMadeTitle ? `[${item.title}]` : item.title} crumbs={[crumbOf(item, t)]} filled>
      <div className="item-head">
        <CodeCell code={item.code} alone />
        <FavouriteStar itemId={item.id} />
        <LineOfItem itemId={item.id} />
        <StepsBar steps={stepsOf(item, history, lacking(item).length === 0)} />
        {!editing && <ItemActs shown={shown} send={send} onEdit={beginEdit} />}
      </div>
      {!editing && <RefusalNotice error={send.error ?? error} />}
      <ItemBody shown={shown} send={send} go={go}>
        {editing && <ItemEditor shown={shown} choices={choices} send={send} onClose={() => go({ edit: undefined })} />}
      </ItemBody>
      {send.dialog}
    </Page>
  )
}

interface ItemBodyProps {
  shown: ShownItem
  send: Send
  go: ReturnType<typeof useGo>
  /** Stands in place of the description while it is being changed. */
  children: ReactNode
}

/** What is written about the item at the left, its files at the right; on a phone one after the other. */
function ItemBody({ shown, send, go, children }: ItemBodyProps) {
  const { item, components } = shown
  const search = useSearch({ from: '/shell/items/$itemId' })
  const narrow = useNarrow()
  const names = useNames(shown)
  const view = search.view === 'history' || (search.view === 'files' && narrow) ? search.view : 'description'
  const files = (
    <ComponentPane
      shown={shown}
      send={send}
      looking={search.file ?? (narrow ? undefined : components[0]?.id)}
      page={Number(search.page) || 1}
      onLook={file => go({ file, page: undefined })}
      onPage={page => go({ page: page === 1 ? undefined : String(page) })}
      find={search.find ?? ''}
      onFind={find => go({ find: find || undefined })}
    />
  )
  return (
    <div className="item-body">
      <div className="item-written">
        {children || (
          <>
            <Views view={view} narrow={narrow} files={components.length} onView={next => go({ view: next })} />
            {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a pane that scrolls is reached by keyboard */}
            <div className="item-written-pane" tabIndex={0}>
              {view === 'description' && <Unsaved itemId={item.id} onGoOn={() => go({ edit: '1' })} />}
              {view === 'description' && <DescriptionView shown={shown} />}
              {view === 'history' && <HistoryView itemId={item.id} names={names} />}
              {view === 'files' && files}
            </div>
          </>
        )}
      </div>
      {!narrow && files}
    </div>
  )
}

/** The names that stored changes are read with. */
function useNames({ kind }: ShownItem): Names {
  const { language, t } = useLanguage()
  const { choices } = useFormChoices()
  return {
    kind,
    language,
    unitName: choices?.unitName ?? (id => id),
    kindTitle(code) {
      const known = choices?.kinds.find(one => one.code === code)
      return known ? t({ zh: known.title, en: known.titleEn ?? known.title }) : code
    },
  }
}

type Choices = { readonly [Key in 'view' | 'edit' | 'file' | 'page' | 'find']?: string | undefined }

/** Changes what the address says of this page. */
function useGo(): (part: Choices) => void {
  const navigate = useNavigate({ from: '/items/$itemId' })
  return part =>
    void navigate({
      search: before =>
        Object.fromEntries(Object.entries({ ...before, ...part }).filter(([, value]) => value !== undefined)),
      replace: true,
    })
}

/** The history, read anew whenever the item has become another. */
function useHistoryOf({ item: { id, revision, stored } }: ShownItem) {
  const queryClient = useQueryClient()
  // biome-ignore lint/correctness/useExhaustiveDependencies: each revision and the writing to the store add an entry
  useEffect(() => {
    void queryClient.invalidateQueries({ queryKey: historyQuery(id).queryKey })
  }, [queryClient, id, revision, stored])
  return useQuery(historyQuery(id)).data ?? []
}

const crumbOf = ({ state }: ShownItem['item'], t: ReturnType<typeof useLanguage>['t']) =>
  state === 'filed'
    ? { title: t({ zh: '全部档案', en: 'All records' }), to: '/browse' as const }
    : { title: t({ zh: '整理归档', en: 'Intake' }), to: '/intake' as const }

interface ViewsProps {
  view: string
  narrow: boolean
  files: number
  onView: (view: string | undefined) => void
}

function Views({ view, narrow, files, onView }: ViewsProps) {
  const { t } = useLanguage()
  const views = [
    { code: 'description', title: t({ zh: '著录', en: 'Description' }) },
    ...(narrow ? [{ code: 'files', title: t({ zh: `电子文件 ${files}`, en: `Files ${files}` }) }] : []),
    { code: 'history', title: t({ zh: '过程记录', en: 'History' }) },
  ]
  return (
    <nav className="tabs" aria-label={t({ zh: '这件档案', en: 'This item' })}>
      {views.map(({ code, title }) => (
        <button
          key={code}
          type="button"
          aria-current={code === view ? 'true' : undefined}
          onClick={() => onView(code === 'description' ? undefined : code)}
        >
          {title}
        </button>
      ))}
    </nav>
  )
}

/** A change that was begun on this device and not saved. */
function Unsaved({ itemId, onGoOn }: { itemId: string; onGoOn: () => void }) {
  const { t } = useLanguage()
  const { personId } = useMe()
  const at = draftKeptAt(editName(itemId, personId))
  if (!at) return null
  return (
    <p className="notice notice-due">
      <span>
        {t({
          zh: `有没保存的修改（${momentOf(at)}）。`,
          en: `There is a change that was not saved (${momentOf(at)}).`,
        })}{' '}
        <button type="button" className="button-link" onClick={onGoOn}>
          {t({ zh: '接着改', en: 'Go on' })}
        </button>
      </span>
    </p>
  )
}
