import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { client, type Input, type Output } from '../../client/client.ts'
import { type ItemState, missingForFiling } from '../../domain/holdings/item-life.ts'
import { counted, useLanguage } from '../language.ts'
import { CodeCell } from '../pieces/code-cell.tsx'
import { DateText, MomentText } from '../pieces/date-text.tsx'
import { StatusTag } from '../pieces/status-tag.tsx'
import { useItemActs } from '../search/item-acts.tsx'
import { ItemLink } from '../search/item-link.tsx'
import { Pile } from './pile.tsx'

type ItemRow = Output<'item.list'>['items'][number]

/** How many rows of a pile lie uppermost; a low window shows fewer of them. */
const shown = 10
const mostCounted = 200

function useItems(input: Input<'item.list'>) {
  const query = useQuery({ queryKey: ['item.list', input], queryFn: () => client.ask('item.list', input) })
  const rows = query.data?.items ?? []
  const count = query.data?.next ? `${rows.length}+` : rows.length
  return { rows, count, loading: query.isPending, error: query.error }
}

function AllOf({ state, count }: { state: ItemState; count: number | string }) {
  return count === 0 ? null : (
    <Link to="/browse" search={{ state }}>
      {counted(count, 'item')}
    </Link>
  )
}

function Title({ row }: { row: ItemRow }) {
  return (
    <th scope="row" title={row.title}>
      <ItemLink itemId={row.id}>
        <span className="pile-title">{row.selfMadeTitle ? `[${row.title}]` : row.title}</span>
      </ItemLink>
    </th>
  )
}

/** What is still unwritten of an item, so that it cannot be filed: 缺页数. */
function Missing({ row }: { row: ItemRow }) {
  const { t } = useLanguage()
  const missing = missingForFiling({ ...row, dated_on: row.date || null })
  const [first, ...others] = missing
  if (!first) return null
  const all = t({
    zh: `缺${missing.map(({ zh }) => zh).join('、')}`,
    en: `No ${missing.map(({ en }) => en).join(', ')}`,
  })
  return (
    <span title={all}>
      <StatusTag tone="due">
        {others.length === 0 ? all : t({ zh: `缺 ${missing.length} 项`, en: `${missing.length} missing` })}
      </StatusTag>
    </span>
  )
}

const waiting = {
  draft: {
    title: { zh: '待编号', en: 'To number' },
    empty: { zh: '没有等着编号的。', en: 'Nothing waits for a number.' },
    permission: 'item.number',
    act: { zh: '编号', en: 'Number' },
  },
  numbered: {
    title: { zh: '待归档', en: 'To file' },
    empty: { zh: '没有等着归档的。', en: 'Nothing waits to be filed.' },
    permission: 'item.file',
    act: { zh: '归档', en: 'File' },
  },
} as const

/** Items that wait for their next step, the newest first, each with the act or with what it still lacks. */
export function WaitingPile({ state }: { state: keyof typeof waiting }) {
  const { t } = useLanguage()
  const { rows, count, ...asked } = useItems({ states: [state], limit: mostCounted })
  const { number, file, busy, dialogs } = useItemActs(rows)
  const { title, empty, permission, act } = waiting[state]
  const run = state === 'draft' ? number : file
  return (
    <>
      <Pile low title={t(title)} count={<AllOf state={state} count={count} />} empty={t(empty)} {...asked}>
        {rows.slice(0, shown).map(row => (
          <tr key={row.id}>
            <Title row={row} />
            <td className={row.code ? 'pile-code pile-aside' : 'pile-note pile-aside'}>
              {row.code ? <CodeCell code={row.code} /> : row.unitName}
            </td>
            <td className="pile-act">
              {row.may.includes(permission) ? (
                <button type="button" className="button" disabled={busy} onClick={() => run([row.id])}>
                  {t(act)}
                </button>
              ) : (
                <Missing row={row} />
              )}
            </td>
          </tr>
        ))}
      </Pile>
      {dialogs}
    </>
  )
}

/** The drafts 草稿 of one's own unit, with what is still to be written, and the way to the next one. */
export function OwnDraftPile() {
  const { t } = useLanguage()
  const { rows, count, ...asked } = useItems({ states: ['draft'], limit: mostCounted })
  return (
    <Pile
      title={t({ zh: '本部门的草稿', en: 'Drafts of your unit' })}
      count={<AllOf state="draft" count={count} />}
      act={
        <Link to="/intake" className="button">
          {t({ zh: '登记', en: 'Register' })}
        </Link>
      }
      empty={t({
        zh: '没有草稿。登记的材料，编号以前都在这里。',
        en: 'No drafts. What you register stays here until it is numbered.',
      })}
      {...asked}
    >
      {rows.slice(0, shown).map(row => (
        <tr key={row.id}>
          <Title row={row} />
          <td className="pile-moment">
            <DateText date={row.registeredAt} />
          </td>
          <td className="pile-act">
            <Missing row={row} />
          </td>
        </tr>
      ))}
    </Pile>
  )
}

/** What was filed 归档 last, as far as this person may see it. */
export function FiledPile() {
  const { t } = useLanguage()
  const { rows, count: _count, ...asked } = useItems({ states: ['filed'], limit: 50 })
  // The list is by registration; among the newest fifty the ones filed last come first.
  const lately = [...rows].sort((a, b) => (b.filedAt ?? '').localeCompare(a.filedAt ?? ''))
  return (
    <Pile
      low
      title={t({ zh: '最近归档', en: 'Filed lately' })}
      count={
        rows.length > 0 && (
          <Link to="/browse" search={{ state: 'filed' }}>
            {t({ zh: '全部', en: 'All' })}
          </Link>
        )
      }
      empty={t({ zh: '归档的材料会列在这里。', en: 'What is filed will be listed here.' })}
      {...asked}
    >
      {lately.slice(0, shown).map(row => (
        <tr key={row.id}>
          <td className="pile-code">
            <CodeCell code={row.code} />
          </td>
          <Title row={row} />
          <td className="pile-note pile-aside">{row.unitName}</td>
          <td className="pile-moment">
            <MomentText at={row.filedAt} />
          </td>
        </tr>
      ))}
    </Pile>
  )
}
