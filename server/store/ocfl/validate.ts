import { judgeObjectDeclaration } from './declaration.ts'
import { type Finding, finding } from './findings.ts'
import { judgeDigests } from './fixity.ts'
import { type Inventory, specVersionByType } from './inventory.ts'
import { childrenOf, type FileTree, readTree } from './object-files.ts'
import {
  judgeListedFiles,
  judgeObjectFolder,
  judgeVersionFolder,
  judgeVersionFolders,
  versionFolders,
} from './object-structure.ts'
import { judgePriorInventories } from './prior-inventories.ts'
import { type InventoryFile, readInventoryFile } from './sealed-inventory.ts'
import { sortedVersions } from './version-names.ts'

export { isValid } from './findings.ts'

/** How thoroughly to judge: without `fixity` no content file is read. */
export interface ValidateOptions {
  readonly fixity?: boolean
}

/** Judges the folder of one OCFL 1.0 or 1.1 object; nothing found means flawless. */
export async function validateObject(dir: string, { fixity = true }: ValidateOptions = {}): Promise<Finding[]> {
  const tree = await readTree(dir)
  const names = childrenOf(tree.files)
  const declared = await judgeObjectDeclaration(dir, names)
  if (!tree.files.has('inventory.json')) {
    return [...declared.findings, finding('E063', ''), ...judgeObjectFolder(tree, 'sha512')]
  }
  const root = await readInventoryFile(dir, '', names)
  const current = root.inventory
  if (current === undefined) return [...declared.findings, ...root.findings]
  const priors = await readPriorInventories(dir, tree)
  const inventories = [current, ...[...priors.values()].flatMap(({ inventory }) => inventory ?? [])]
  return distinct([
    ...declared.findings,
    ...root.findings,
    ...judgeType(current, declared.specVersion),
    ...judgeObjectFolder(tree, current.digestAlgorithm),
    ...judgeVersionFolders(tree, current),
    ...judgeVersions(tree, root, priors),
    ...inventories.flatMap(inventory => judgeListedFiles(tree, inventory)),
    ...(fixity ? await judgeDigests(dir, tree.files, inventories) : []),
  ])
}

async function readPriorInventories(dir: string, tree: FileTree): Promise<Map<string, InventoryFile>> {
  const kept = sortedVersions(versionFolders(tree)).filter(version => tree.files.has(`${version}/inventory.json`))
  const files = new Map<string, InventoryFile>()
  for (const version of kept) {
    files.set(version, await readInventoryFile(dir, version, childrenOf(tree.files, version)))
  }
  return files
}

function judgeVersions(tree: FileTree, root: InventoryFile, priors: ReadonlyMap<string, InventoryFile>): Finding[] {
  const current = root.inventory!
  const folders = versionFolders(tree)
  const head = priors.get(current.head)
  const parsed = [...priors].flatMap(([version, { inventory }]) =>
    inventory === undefined ? [] : { version, inventory },
  )
  return [
    ...folders.flatMap(version => judgeVersionFolder(tree, version, priors.get(version)?.inventory ?? current)),
    ...folders.filter(version => !priors.has(version)).map(version => finding('W010', version)),
    ...[...priors.values()].flatMap(({ findings }) => findings),
    ...(head === undefined || head.bytes.equals(root.bytes) ? [] : [finding('E064', 'inventory.json')]),
    ...judgePriorInventories(parsed, current),
  ]
}

function judgeType({ type }: Inventory, declared: string | undefined): Finding[] {
  const specVersion = specVersionByType.get(type)
  const differs = declared !== undefined && specVersion !== undefined && specVersion !== declared
  return differs ? [finding('E038', 'inventory.json')] : []
}

function distinct(findings: readonly Finding[]): Finding[] {
  return [...new Map(findings.map(found => [`${found.code} ${found.path}`, found])).values()]
}
