import { isRegisteredExtension } from './extensions.ts'
import { type Finding, finding } from './findings.ts'
import { contentDirectoryOf, type Inventory } from './inventory.ts'
import { allPaths } from './inventory-rules.ts'
import { childrenOf, type FileTree } from './object-files.ts'
import { judgeVersionNames, versionNumber } from './version-names.ts'

const optionalFolders = ['extensions', 'logs']

/** The version folders of an object, in no particular order. */
export function versionFolders(tree: FileTree): string[] {
  return childrenOf(tree.folders).filter(name => versionNumber(name) !== undefined)
}

/** Judges what lies directly in the object folder, apart from the version declaration and what its inventory says. */
export function judgeObjectFolder(tree: FileTree, digestAlgorithm: string): Finding[] {
  const known = ['inventory.json', `inventory.json.${digestAlgorithm}`]
  const files = childrenOf(tree.files).filter(name => !known.includes(name) && !/^\d=/.test(name))
  const folders = childrenOf(tree.folders).filter(
    name => versionNumber(name) === undefined && !optionalFolders.includes(name),
  )
  return [
    ...[...files, ...folders].map(path => finding('E001', path)),
    ...[...tree.others].map(path => finding('E090', path)),
    ...childrenOf(tree.files, 'extensions').map(name => finding('E067', `extensions/${name}`)),
    ...childrenOf(tree.folders, 'extensions')
      .filter(name => !isRegisteredExtension(name))
      .map(name => finding('W013', `extensions/${name}`)),
  ]
}

/** Judges that the version folders are a sequence and the very versions the inventory lists. */
export function judgeVersionFolders(tree: FileTree, inventory: Inventory): Finding[] {
  const onDisk = versionFolders(tree)
  const listed = Object.keys(inventory.versions)
  const differing = [...onDisk.filter(name => !listed.includes(name)), ...listed.filter(name => !onDisk.includes(name))]
  return [...judgeVersionNames(onDisk, ''), ...differing.map(name => finding('E046', name))]
}

/** Judges what lies directly in a version folder and whether its content folder is well kept. */
export function judgeVersionFolder(tree: FileTree, version: string, inventory: Inventory): Finding[] {
  const content = contentDirectoryOf(inventory)
  const own = ['inventory.json', `inventory.json.${inventory.digestAlgorithm}`]
  const below = `${version}/${content}/`
  const hasContent = [...tree.files].some(path => path.startsWith(below))
  return [
    ...childrenOf(tree.files, version)
      .filter(name => !own.includes(name))
      .map(name => finding('E015', `${version}/${name}`)),
    ...childrenOf(tree.folders, version)
      .filter(name => name !== content)
      .map(name => finding('W002', `${version}/${name}`)),
    ...(tree.folders.has(`${version}/${content}`) && !hasContent ? [finding('W003', `${version}/${content}`)] : []),
    ...[...tree.emptyFolders].filter(path => path.startsWith(below)).map(path => finding('E024', path)),
  ]
}

/** Judges that the content files of the versions an inventory knows, and the files it lists, are the same files. */
export function judgeListedFiles(tree: FileTree, inventory: Inventory): Finding[] {
  const listed = new Set(allPaths(inventory.manifest))
  const contentFolders = Object.keys(inventory.versions).map(version => `${version}/${contentDirectoryOf(inventory)}/`)
  const unlisted = [...tree.files].filter(
    path => !listed.has(path) && contentFolders.some(folder => path.startsWith(folder)),
  )
  const absent = (paths: readonly string[]) => paths.filter(path => !tree.files.has(path))
  return [
    ...unlisted.map(path => finding('E023', path)),
    ...absent([...listed]).map(path => finding('E092', path)),
    ...Object.values(inventory.fixity ?? {})
      .flatMap(block => absent(allPaths(block)))
      .map(path => finding('E093', path)),
  ]
}
