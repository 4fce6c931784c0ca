import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { type Finding, finding } from './findings.ts'

/** Something met while walking a storage root: an object's folder, relative to the root, or a fault of the hierarchy. */
export type HierarchyStep = { readonly object: string } | { readonly fault: Finding }

/** Walks the folders of a storage root down to its objects, in the order of their names. */
export async function* walkHierarchy(root: string, folder = ''): AsyncGenerator<HierarchyStep> {
  const entries = (await readdir(join(root, folder), { withFileTypes: true })).sort((a, b) =>
    a.name < b.name ? -1 : 1,
  )
  const files = entries.filter(entry => entry.isFile())
  const folders = entries.filter(entry => entry.isDirectory())
  const pathOf = (name: string) => (folder === '' ? name : `${folder}/${name}`)
  for (const entry of entries) {
    if (!entry.isFile() && !entry.isDirectory()) yield { fault: finding('E090', pathOf(entry.name)) }
  }
  if (folder !== '') {
    if (entries.length === 0) yield { fault: finding('E073', folder) }
    if (files.some(({ name }) => name.startsWith('0=ocfl_object_'))) {
      yield { object: folder }
      return
    }
    // A file without an object around it is a stray; among further folders it has a code of its own.
    for (const { name } of files) yield { fault: finding(folders.length > 0 ? 'E084' : 'E072', pathOf(name)) }
  }
  for (const { name } of folders) {
    if (folder !== '' || name !== 'extensions') yield* walkHierarchy(root, pathOf(name))
  }
}
