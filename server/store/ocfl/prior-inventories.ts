import { isDeepStrictEqual } from 'node:util'
import { type Finding, finding } from './findings.ts'
import { contentDirectoryOf, type Inventory, type PathsByDigest, specVersionByType } from './inventory.ts'

/** The inventory kept in a version folder, under the name of that folder. */
export interface PriorInventory {
  readonly version: string
  readonly inventory: Inventory
}

/** Judges the inventories kept in version folders, earliest first, against the current one of the object. */
export function judgePriorInventories(priors: readonly PriorInventory[], current: Inventory): Finding[] {
  const specVersions = [...priors.map(({ inventory }) => inventory), current].map(
    ({ type }) => specVersionByType.get(type) ?? '',
  )
  return priors.flatMap((prior, i) => [
    ...judgePrior(prior, current),
    ...(specVersions[i]! > specVersions[i + 1]!
      ? [finding('E103', `${priors[i + 1]?.version ?? ''}/inventory.json`)]
      : []),
  ])
}

function judgePrior({ version, inventory }: PriorInventory, current: Inventory): Finding[] {
  const at = `${version}/inventory.json`
  const findings: Finding[] = []
  if (inventory.head !== version) findings.push(finding('E040', at))
  if (inventory.id !== current.id) findings.push(finding('E037', at))
  if (contentDirectoryOf(inventory) !== contentDirectoryOf(current)) findings.push(finding('E019', at))
  for (const [name, then] of Object.entries(inventory.versions)) {
    const now = current.versions[name]
    const place = `${at}#versions/${name}`
    if (now === undefined || !isSameState(inventory, current, name)) findings.push(finding('E066', place))
    else if (!isDeepStrictEqual([then.created, then.message, then.user], [now.created, now.message, now.user])) {
      findings.push(finding('W011', place))
    }
  }
  return findings
}

/** Two inventories tell the same state of a version when each logical path leads to the same content in both. */
function isSameState(before: Inventory, after: Inventory, version: string): boolean {
  const then = digestByPath(before.versions[version]!.state)
  const now = digestByPath(after.versions[version]!.state)
  if (then.size !== now.size) return false
  return [...then].every(([path, digest]) => {
    const other = now.get(path)
    if (other === undefined) return false
    if (before.digestAlgorithm === after.digestAlgorithm) return digest.toLowerCase() === other.toLowerCase()
    return shareContent(before.manifest[digest], after.manifest[other])
  })
}

/** Digests of different algorithms cannot be compared, but the content files they stand for can. */
function shareContent(before: readonly string[] = [], after: readonly string[] = []): boolean {
  return before.some(path => after.includes(path))
}

function digestByPath(state: PathsByDigest): Map<string, string> {
  return new Map(Object.entries(state).flatMap(([digest, paths]) => paths.map(path => [path, digest] as const)))
}
