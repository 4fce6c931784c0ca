import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { KeyboardEvent } from 'react'
import { client } from '../../client/client.ts'
import { useLanguage } from '../language.ts'
import { notify } from '../pieces/notices.tsx'
import { RefusalNotice } from '../pieces/refusal-notice.tsx'
import { ItemTitle } from '../search/item-columns.tsx'
import { type MemberRow, moved, type ShownVolume, volumeQuery } from './arranging.ts'
import type { Arranging } from './use-arranging.tsx'

/** Contents of the open volume in their order: Alt with an arrow moves a paper, Delete takes it out. */
export function MembersList({ volumeId, arranging }: { volumeId: string; arranging: Arranging }) {
  const { t } = useLanguage()
  const queryClient = useQueryClient()
  const { data, error } = useQuery(volumeQuery(volumeId))
  if (!data) return <RefusalNotice error={error} />
  const { items, volume } = data
  const open = volume.may.includes('volume.arrange')
  const reorder = (order: readonly MemberRow[]) => {
    if (order === items) return
    queryClient.setQueryData<ShownVolume>(volumeQuery(volumeId).queryKey, { ...data, items: [...order] })
    void arranging.act(() => client.tell('volume.reorder', { volumeId, itemIds: order.map(({ id }) => id) }))
  }
  const putInOrder = async () => {
    const before = items.map(({ id }) => id)
    const { itemIds } = await client.ask('volume.propose-order', { volumeId })
    const keep = (order: readonly string[]) =>
      arranging.act(() => client.tell('volume.reorder', { volumeId, itemIds: [...order] }))
    if (!(await keep(itemIds))) return
    notify({
      text: t({ zh: '已按时间排列，相连的放在一起', en: 'Ordered by date, what is tied side by side' }),
      act: { label: t({ zh: '撤销', en: 'Undo' }), run: () => void keep(before) },
    })
  }
  const press = (event: KeyboardEvent<HTMLElement>, at: number) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step !== 0 && !event.altKey) neighbour(event.currentTarget, step)?.focus()
    else if (step !== 0 && open) {
      reorder(moved(items, at, step))
      refocus(event.currentTarget)
    } else if (event.key === 'Delete' && open) void arranging.take(volumeId, [items[at]?.id ?? ''])
    else return
    event.preventDefault()
  }
  return (
    <>
      {open && items.length > 1 && (
        <p className="arrange-keys faint">
          {t({ zh: 'Alt+↑↓ 调整次序，Delete 取出', en: 'Alt+↑↓ moves, Delete takes out' })}{' '}
          <button type="button" className="button-link" onClick={() => void putInOrder()}>
            {t({ zh: '按建议排列', en: 'Put in the proposed order' })}
          </button>
        </p>
      )}
      <YearBreaks volume={volume} items={items} />
      <ol className="arrange-members">
        {items.map((item, at) => (
          // biome-ignore lint/a11y/noNoninteractiveTabindex: the keys that order papers act on the row
          <li key={item.id} tabIndex={0} onKeyDown={event => press(event, at)} aria-label={item.title}>
            <span className="tabular faint">{at + 1}</span>
            <ItemTitle row={item} />
            <span className="tabular">{pagesOf(item)}</span>
            {open && (
              <Moves
                at={at}
                count={items.length}
                item={item}
                onMove={step => reorder(moved(items, at, step))}
                onTake={() => void arranging.take(volumeId, [item.id])}
              />
            )}
          </li>
        ))}
      </ol>
    </>
  )
}

/** Says which papers the rules put under another year, before the volume is numbered (S14.5). */
export function YearBreaks({ volume, items }: Pick<ShownVolume, 'volume' | 'items'>) {
  const { t } = useLanguage()
  if (volume.state === 'filed' || volume.yearBreaks.length === 0) return null
  return (
    <ul className="arrange-breaks small">
      {volume.yearBreaks.map(({ itemId, year, zh, en }) => {
        const title = items.find(({ id }) => id === itemId)?.title ?? ''
        return (
          <li key={itemId}>
            {t({ zh: `《${title}》应归 ${year} 年（${zh}）`, en: `“${title}” belongs to ${year} (${en})` })}
          </li>
        )
      })}
    </ul>
  )
}

/** Pages a paper takes in its volume. */
export const pagesOf = ({ pageFrom, pageTo }: Pick<MemberRow, 'pageFrom' | 'pageTo'>): string =>
  pageFrom === null ? '—' : pageFrom === pageTo ? String(pageFrom) : `${pageFrom}–${pageTo}`

/** The keyboard stays on a row that has moved. */
const refocus = (row: HTMLElement) => requestAnimationFrame(() => row.focus())

const neighbour = (row: HTMLElement, step: number) =>
  (step > 0 ? row.nextElementSibling : row.previousElementSibling) as HTMLElement | null

interface MovesProps {
  at: number
  count: number
  item: MemberRow
  onMove: (step: 1 | -1) => void
  onTake: () => void
}

/** The same with the mouse. */
function Moves({ at, count, item, onMove, onTake }: MovesProps) {
  const { t } = useLanguage()
  return (
    <span className="arrange-moves">
      <button
        type="button"
        tabIndex={-1}
        disabled={at === 0}
        aria-label={t({ zh: `上移《${item.title}》`, en: `Move up “${item.title}”` })}
        onClick={() => onMove(-1)}
      >
        ↑
      </button>
      <button
        type="button"
        tabIndex={-1}
        disabled={at === count - 1}
        aria-label={t({ zh: `下移《${item.title}》`, en: `Move down “${item.title}”` })}
        onClick={() => onMove(1)}
      >
        ↓
      </button>
      <button
        type="button"
        tabIndex={-1}
        aria-label={t({ zh: `取出《${item.title}》`, en: `Take out “${item.title}”` })}
        onClick={onTake}
      >
        ×
      </button>
    </span>
  )
}
