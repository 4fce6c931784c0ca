import { Link, useNavigate } from '@tanstack/react-router'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { recall, remember } from '../device.ts'
import { useLanguage } from '../language.ts'
import { Icon } from '../pieces/icon.tsx'
import { type Branch, wayTo } from './series-tree.ts'
import { type Line, linesOf, pressTreeKey } from './tree-keys.ts'
import './tree.css'

/** Which branches are open: those one opened, the first root, and the way to what is selected. */
function useOpenBranches(roots: readonly Branch[], selected: string) {
  const [chosen, setChosen] = useState<Readonly<Record<string, boolean>>>(() => recall('tree') ?? {})
  const isOpen = (key: string) => chosen[key] ?? roots[0]?.key === key
  const above = wayTo(roots, selected)
    .slice(0, -1)
    .map(({ key }) => key)
    .join(' ')
  useEffect(() => {
    const way = above.split(' ').filter(Boolean)
    if (way.length > 0) setChosen(before => ({ ...before, ...Object.fromEntries(way.map(key => [key, true])) }))
  }, [above])
  const toggle = (key: string) => {
    const after = { ...chosen, [key]: !isOpen(key) }
    setChosen(after)
    remember('tree', after)
  }
  return { isOpen, toggle }
}

/** The tree of the holdings 分类树 with how many items stand where; arrows walk, right opens, left closes, Enter lists. */
export function SeriesTree({ roots, selected }: { roots: readonly Branch[]; selected: string }) {
  const { t } = useLanguage()
  const navigate = useNavigate()
  const tree = useRef<HTMLDivElement>(null)
  const { isOpen, toggle } = useOpenBranches(roots, selected)
  const [reached, setReached] = useState<string | null>(null)
  const lines = linesOf(roots, isOpen)
  const reachable = [reached, selected].find(key => lines.some(line => line.branch.key === key)) ?? lines[0]?.branch.key

  const press = (event: KeyboardEvent, at: number) => {
    const line = lines[at]
    if (!line || event.ctrlKey || event.metaKey || event.altKey) return
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault()
      void navigate({ to: '/browse', search: line.branch.place })
      return
    }
    const act = pressTreeKey(event.key, lines, at)
    if (!act) return
    event.preventDefault()
    if ('toggle' in act) toggle(act.toggle)
    else tree.current?.querySelector<HTMLElement>(`[data-key="${CSS.escape(act.to)}"]`)?.focus()
  }
  return (
    <div ref={tree} className="tree" role="tree" aria-label={t({ zh: '分类树', en: 'Tree of series' })}>
      {lines.map((line, at) => (
        <TreeLine
          key={line.branch.key}
          line={line}
          selected={line.branch.key === selected}
          reachable={line.branch.key === reachable}
          onToggle={toggle}
          onReach={setReached}
          onKeyDown={event => press(event, at)}
        />
      ))}
    </div>
  )
}

interface TreeLineProps {
  line: Line
  selected: boolean
  reachable: boolean
  onToggle: (key: string) => void
  onReach: (key: string) => void
  onKeyDown: (event: KeyboardEvent) => void
}

function TreeLine({ line, selected, reachable, onToggle, onReach, onKeyDown }: TreeLineProps) {
  const { t } = useLanguage()
  const { key, title, place, items, branches } = line.branch
  return (
    <div
      className="tree-line"
      role="treeitem"
      data-key={key}
      aria-level={line.depth}
      aria-posinset={line.position}
      aria-setsize={line.siblings}
      aria-selected={selected}
      aria-expanded={branches.length > 0 ? line.open : undefined}
      tabIndex={reachable ? 0 : -1}
      style={{ '--depth': line.depth - 1 } as React.CSSProperties}
      onFocus={() => onReach(key)}
      onKeyDown={onKeyDown}
    >
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the arrows of the line do the same */}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: a pointer's way to what the arrows do */}
      <span className="tree-mark" onClick={() => onToggle(key)}>
        {branches.length > 0 && <Icon name={line.open ? 'down' : 'right'} size={12} />}
      </span>
      <Link to="/browse" search={place} tabIndex={-1} className="tree-title" title={t(title)}>
        <span>{t(title)}</span>
        <span className="tree-count">{items.toLocaleString('en')}</span>
      </Link>
    </div>
  )
}
