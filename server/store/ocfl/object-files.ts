import { readdir } from 'node:fs/promises'
import { join } from 'node:path'

/** What is on disk below a folder, as paths relative to it with `/` between elements. */
export interface FileTree {
  readonly files: ReadonlySet<string>
  readonly folders: ReadonlySet<string>
  readonly emptyFolders: ReadonlySet<string>
  /** Links and devices, which are never followed. */
  readonly others: ReadonlySet<string>
}

/** Lists everything below a folder. */
export async function readTree(root: string): Promise<FileTree> {
  const tree = {
    files: new Set<string>(),
    folders: new Set<string>(),
    emptyFolders: new Set<string>(),
    others: new Set<string>(),
  }
  const pending = ['']
  for (let folder = pending.pop(); folder !== undefined; folder = pending.pop()) {
    const entries = await readdir(join(root, folder), { withFileTypes: true })
    if (entries.length === 0 && folder !== '') tree.emptyFolders.add(folder)
    for (const entry of entries) {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`
      if (entry.isDirectory()) {
        tree.folders.add(path)
        pending.push(path)
      } else if (entry.isFile()) tree.files.add(path)
      else tree.others.add(path)
    }
  }
  return tree
}

/** The names of what lies directly in a folder of the tree. */
export function childrenOf(paths: Iterable<string>, folder = ''): string[] {
  const start = folder === '' ? '' : `${folder}/`
  return [...paths]
    .filter(path => path.startsWith(start) && !path.includes('/', start.length))
    .map(path => path.slice(start.length))
}
