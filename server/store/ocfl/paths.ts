/** What may be wrong with a path of an inventory: a slash at an edge, or an empty, `.` or `..` element. */
export type PathFault = 'edge' | 'element'

/** The faults of a logical or content path; none means it is relative and stays below its root. */
export function pathFaults(path: string): readonly PathFault[] {
  const faults: PathFault[] = []
  if (path.startsWith('/') || path.endsWith('/')) faults.push('edge')
  if (path.split('/').some(element => element === '' || element === '.' || element === '..')) faults.push('element')
  return faults
}

/** Paths given twice, or given as a file while another path needs them to be a folder. */
export function conflictingPaths(paths: readonly string[]): readonly string[] {
  const folders = new Set(paths.flatMap(ancestors))
  const seen = new Set<string>()
  return paths.filter(path => {
    const conflicts = folders.has(path) || seen.has(path)
    seen.add(path)
    return conflicts
  })
}

/** The folders above a path: `a/b/c` lies in `a` and `a/b`. */
export function ancestors(path: string): string[] {
  const elements = path.split('/')
  return elements.slice(1).map((_, i) => elements.slice(0, i + 1).join('/'))
}
