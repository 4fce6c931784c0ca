import { isKnownAlgorithm } from './digest.ts'
import { type Code, type Finding, finding } from './findings.ts'
import {
  contentDirectoryOf,
  type Inventory,
  type InventoryVersion,
  type PathsByDigest,
  specVersionByType,
} from './inventory.ts'
import { conflictingPaths, pathFaults } from './paths.ts'
import { judgeVersionNames, sortedVersions } from './version-names.ts'

/** Judges an inventory by itself, without looking at any file; `at` is its path inside the object. */
export function judgeInventory(inventory: Inventory, at: string): Finding[] {
  return [
    ...judgeHeader(inventory, at),
    ...judgeManifest(inventory, at),
    ...judgeVersionNames(Object.keys(inventory.versions), `${at}#versions/`),
    ...Object.entries(inventory.versions).flatMap(([name, version]) =>
      judgeVersion(version, inventory.manifest, `${at}#versions/${name}`),
    ),
    ...judgeFixity(inventory, at),
  ]
}

function judgeHeader(
  { id, type, digestAlgorithm, head, contentDirectory, versions }: Inventory,
  at: string,
): Finding[] {
  const codes: Code[] = []
  // What is absent was reported when the inventory was parsed and stands here as an empty text.
  if (id !== '' && !isUri(id)) codes.push('W005')
  if (type !== '' && !specVersionByType.has(type)) codes.push('E038')
  if (digestAlgorithm === 'sha256') codes.push('W004')
  else if (digestAlgorithm !== '' && digestAlgorithm !== 'sha512') codes.push('E025')
  if (head !== '' && head !== sortedVersions(Object.keys(versions)).at(-1)) codes.push('E040')
  if (contentDirectory?.includes('/') || contentDirectory === '') codes.push('E017')
  if (contentDirectory === '.' || contentDirectory === '..') codes.push('E018')
  return codes.map(code => finding(code, at))
}

function judgeManifest(inventory: Inventory, at: string): Finding[] {
  const { manifest, versions } = inventory
  const used = new Set(Object.values(versions).flatMap(({ state }) => Object.keys(state)))
  const contentFolders = new Set(Object.keys(versions).map(name => `${name}/${contentDirectoryOf(inventory)}/`))
  const misplaced = allPaths(manifest).filter(path => !contentFolders.has(path.split('/', 2).join('/').concat('/')))
  return [
    ...repeatedDigests(manifest).map(digest => finding('E096', `${at}#manifest/${digest}`)),
    ...Object.keys(manifest)
      .filter(digest => !used.has(digest))
      .map(digest => finding('E107', `${at}#manifest/${digest}`)),
    ...misplaced.map(path => finding('E042', path)),
    ...judgePaths(allPaths(manifest), { element: 'E099', edge: 'E100', conflict: 'E101' }),
  ]
}

function judgeVersion({ created, state, user }: InventoryVersion, manifest: PathsByDigest, at: string): Finding[] {
  const findings = judgePaths(allPaths(state), { element: 'E052', edge: 'E053', conflict: 'E095' }, `${at}/state/`)
  if (created !== '' && !isInstant(created)) findings.push(finding('E049', `${at}/created`))
  if (user?.address !== undefined && !isUri(user.address)) findings.push(finding('W009', `${at}/user/address`))
  for (const digest of Object.keys(state)) {
    if (!Object.hasOwn(manifest, digest)) findings.push(finding('E050', `${at}/state/${digest}`))
  }
  return findings
}

function judgeFixity({ fixity = {} }: Inventory, at: string): Finding[] {
  return Object.entries(fixity).flatMap(([algorithm, block]) => [
    ...(isKnownAlgorithm(algorithm) ? [] : [finding('E056', `${at}#fixity/${algorithm}`)]),
    ...repeatedDigests(block).map(digest => finding('E097', `${at}#fixity/${algorithm}/${digest}`)),
    ...judgePaths(allPaths(block), { element: 'E099', edge: 'E100', conflict: 'E101' }),
  ])
}

function judgePaths(
  paths: readonly string[],
  codes: Record<'element' | 'edge' | 'conflict', Code>,
  at = '',
): Finding[] {
  return [
    ...paths.flatMap(path => pathFaults(path).map(fault => finding(codes[fault], `${at}${path}`))),
    ...conflictingPaths(paths).map(path => finding(codes.conflict, `${at}${path}`)),
  ]
}

/** Every path of a block, in its order. */
export const allPaths = (block: PathsByDigest): readonly string[] => Object.values(block).flat()

/** Whether a text is a URI (RFC 3986): a scheme, a colon and only the characters a URI may have. */
export function isUri(text: string): boolean {
  return /^[a-z][a-z0-9+.-]*:(?:[\w.~:/?#[\]@!$&'()*+,;=-]|%[0-9a-f]{2})+$/i.test(text)
}

/** Whether a text is a moment in RFC 3339 with seconds and a zone, on a day that exists. */
export function isInstant(text: string): boolean {
  const parts = /^(\d{4})-(\d{2})-(\d{2})[Tt](\d{2}):(\d{2}):(\d{2})(?:\.\d+)?(?:[Zz]|[+-](\d{2}):(\d{2}))$/.exec(text)
  if (parts === null) return false
  const [year, month, day, hour, minute, second, zoneHour, zoneMinute] = parts.slice(1).map(part => Number(part ?? 0))
  const lastDay = new Date(Date.UTC(year!, month!, 0)).getUTCDate()
  const inRange = (value: number, low: number, high: number) => low <= value && value <= high
  return (
    inRange(month!, 1, 12) &&
    inRange(day!, 1, lastDay) &&
    inRange(hour!, 0, 23) &&
    inRange(minute!, 0, 59) &&
    inRange(second!, 0, 60) &&
    inRange(zoneHour!, 0, 23) &&
    inRange(zoneMinute!, 0, 59)
  )
}

function repeatedDigests(block: PathsByDigest): string[] {
  const seen = new Set<string>()
  return Object.keys(block).filter(digest => {
    const key = digest.toLowerCase()
    const repeated = seen.has(key)
    seen.add(key)
    return repeated
  })
}
