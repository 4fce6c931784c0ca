import { Link, useNavigate } from '@tanstack/react-router'
import { type ReactNode, useEffect } from 'react'

/** The item opened last, to which one comes back. */
let opened: string | null = null

/** Where inside an item somebody wants to look: a file, and words on its pages. */
export interface PlaceInItem {
  readonly file: string
  readonly find: string
}

/** Opens an item; Enter on a row and a click on it do the same. */
export function useOpenItem(): (itemId: string, place?: PlaceInItem) => void {
  const navigate = useNavigate()
  return (itemId, place) => {
    opened = itemId
    void navigate({ to: '/items/$itemId', params: { itemId }, search: { ...place } })
  }
}

interface ItemLinkProps {
  itemId: string
  inList?: boolean
  place?: PlaceInItem | undefined
  children: ReactNode
}

/** A link to an item; inside a list the arrows lead to its row, so Tab passes it by. */
export function ItemLink({ itemId, inList, place, children }: ItemLinkProps) {
  return (
    <Link
      to="/items/$itemId"
      params={{ itemId }}
      search={{ ...place }}
      className="item-link"
      tabIndex={inList ? -1 : undefined}
      onClick={() => {
        opened = itemId
      }}
    >
      {children}
    </Link>
  )
}

/** Coming back from an item, the keyboard and the eye are on its row again. */
export function useReturnToRow(listed: boolean): void {
  useEffect(() => {
    if (!listed || !opened) return
    const row = document.querySelector<HTMLElement>(`tr[data-id="${CSS.escape(opened)}"]`)
    opened = null
    row?.focus({ preventScroll: true })
    row?.scrollIntoView({ block: 'center' })
  }, [listed])
}
