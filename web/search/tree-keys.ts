import type { Branch } from './series-tree.ts'

/** A branch as it stands in the open tree, line by line. */
export interface Line {
  readonly branch: Branch
  readonly depth: number
  readonly open: boolean
  readonly parent: Branch | null
  readonly position: number
  readonly siblings: number
}

/** The lines that are seen while some branches are open, below a parent line or from the roots on. */
export function linesOf(branches: readonly Branch[], isOpen: (key: string) => boolean, above?: Line): Line[] {
  return branches.flatMap((branch, index) => {
    const line: Line = {
      branch,
      depth: above ? above.depth + 1 : 1,
      open: branch.branches.length > 0 && isOpen(branch.key),
      parent: above?.branch ?? null,
      position: index + 1,
      siblings: branches.length,
    }
    return line.open ? [line, ...linesOf(branch.branches, isOpen, line)] : [line]
  })
}

/** What a key does in a tree: go to another line, or open and close the one it stands on; nothing for any other key. */
export function pressTreeKey(
  key: string,
  lines: readonly Line[],
  at: number,
): { to: string } | { toggle: string } | undefined {
  const line = lines[at]
  const to = (index: number) => ({ to: lines[Math.min(lines.length - 1, Math.max(0, index))]?.branch.key ?? '' })
  if (!line) return undefined
  switch (key) {
    case 'ArrowDown':
      return to(at + 1)
    case 'ArrowUp':
      return to(at - 1)
    case 'Home':
      return to(0)
    case 'End':
      return to(lines.length - 1)
    case 'ArrowRight':
      if (line.branch.branches.length === 0) return undefined
      return line.open ? to(at + 1) : { toggle: line.branch.key }
    case 'ArrowLeft':
      if (line.open) return { toggle: line.branch.key }
      return line.parent ? { to: line.parent.key } : undefined
    default:
      return undefined
  }
}
