import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { KeyboardEvent } from 'react'
import { client } from '../../client/client.ts'
import { useLanguage } from '../language.ts'
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
          {t({ zh: 'Alt+↑↓ 调整次序，Delete 取出', en: 'Alt+↑↓ moves, Delete takes out' })}
        </p>
      )}
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
