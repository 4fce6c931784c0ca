import { type Code, type Finding, finding } from './findings.ts'

/** Paths of files with the same content, by the digest of that content. */
export type PathsByDigest = Readonly<Record<string, readonly string[]>>

/** One version of an object: when, why and by whom it was made, and which files it consists of. */
export interface InventoryVersion {
  readonly created: string
  readonly state: PathsByDigest
  readonly message?: string
  readonly user?: { readonly name: string; readonly address?: string }
}

/** The inventory 清单 of an OCFL object: its whole history and where the bytes are. */
export interface Inventory {
  readonly id: string
  readonly type: string
  readonly digestAlgorithm: string
  readonly head: string
  readonly contentDirectory?: string
  readonly manifest: PathsByDigest
  readonly versions: Readonly<Record<string, InventoryVersion>>
  readonly fixity?: Readonly<Record<string, PathsByDigest>>
}

/** The OCFL versions known here, by the `type` of their inventories, earlier first. */
export const specVersionByType: ReadonlyMap<string, string> = new Map([
  ['https://ocfl.io/1.0/spec/#inventory', '1.0'],
  ['https://ocfl.io/1.1/spec/#inventory', '1.1'],
])

const inventoryKeys = ['id', 'type', 'digestAlgorithm', 'head', 'contentDirectory', 'manifest', 'versions', 'fixity']
const versionKeys = ['created', 'state', 'message', 'user']
const userKeys = ['name', 'address']

type Json = Readonly<Record<string, unknown>>
type Note = (code: Code, place?: string) => void

/** The name of the folder of a version that holds its content. */
export const contentDirectoryOf = (inventory: Inventory): string => inventory.contentDirectory ?? 'content'

/** Brings the text of an inventory into its type; what does not fit is reported and left empty, so that judging can go on. */
export function parseInventory(text: string, at: string): { inventory?: Inventory; findings: Finding[] } {
  const findings: Finding[] = []
  const note: Note = (code, place = '') => findings.push(finding(code, place === '' ? at : `${at}#${place}`))
  const json = parseJson(text)
  if (!isObject(json)) {
    note('E033')
    return { findings }
  }
  noteUnknownKeys(json, inventoryKeys, '', note)
  const inventory: Inventory = {
    id: requiredText(json, 'id', 'E037', note),
    type: requiredText(json, 'type', 'E038', note),
    digestAlgorithm: requiredText(json, 'digestAlgorithm', 'E025', note),
    head: requiredText(json, 'head', 'E040', note),
    ...optional(
      'contentDirectory',
      optionalText(json['contentDirectory'], () => note('E017', 'contentDirectory')),
    ),
    manifest: parseManifest(json['manifest'], note),
    versions: parseVersions(json['versions'], note),
    ...optional('fixity', parseFixity(json['fixity'], note)),
  }
  return { inventory, findings }
}

function parseManifest(value: unknown, note: Note): PathsByDigest {
  if (value === undefined) note('E041')
  else if (!isObject(value)) note('E106', 'manifest')
  return pathsByDigest(value, digest => note('E092', `manifest/${digest}`))
}

function parseFixity(value: unknown, note: Note): Inventory['fixity'] {
  if (value === undefined) return undefined
  if (!isObject(value)) note('E111', 'fixity')
  return mapObject(value, (block, algorithm) => {
    if (!isObject(block)) note('E057', `fixity/${algorithm}`)
    return pathsByDigest(block, digest => note('E057', `fixity/${algorithm}/${digest}`))
  })
}

function parseVersions(value: unknown, note: Note): Inventory['versions'] {
  if (value === undefined) note('E043')
  else if (!isObject(value)) note('E044', 'versions')
  return mapObject(value, (version, name) => {
    if (!isObject(version)) note('E047', `versions/${name}`)
    return parseVersion(isObject(version) ? version : {}, `versions/${name}`, note)
  })
}

function parseVersion(json: Json, at: string, note: Note): InventoryVersion {
  const { created, state, message } = json
  noteUnknownKeys(json, versionKeys, `${at}/`, note)
  if (created === undefined || state === undefined) note('E048', at)
  if (created !== undefined && typeof created !== 'string') note('E049', `${at}/created`)
  if (state !== undefined && !isObject(state)) note('E050', `${at}/state`)
  if (message === undefined || json['user'] === undefined) note('W007', at)
  return {
    created: typeof created === 'string' ? created : '',
    state: pathsByDigest(state, digest => note('E051', `${at}/state/${digest}`)),
    ...optional(
      'message',
      optionalText(message, () => note('E094', `${at}/message`)),
    ),
    ...optional('user', parseUser(json['user'], `${at}/user`, note)),
  }
}

function parseUser(value: unknown, at: string, note: Note): InventoryVersion['user'] {
  if (value === undefined) return undefined
  if (!isObject(value) || typeof value['name'] !== 'string' || value['name'] === '') {
    note('E054', at)
    return undefined
  }
  noteUnknownKeys(value, userKeys, `${at}/`, note)
  if (value['address'] === undefined) note('W008', at)
  return {
    name: value['name'],
    ...optional(
      'address',
      optionalText(value['address'], () => note('W009', `${at}/address`)),
    ),
  }
}

function requiredText(json: Json, key: string, wrong: Code, note: Note): string {
  const value = json[key]
  if (typeof value === 'string') return value
  note(value === undefined ? 'E036' : wrong, key)
  return ''
}

function optionalText(value: unknown, wrong: () => void): string | undefined {
  if (value !== undefined && typeof value !== 'string') wrong()
  return typeof value === 'string' ? value : undefined
}

function pathsByDigest(value: unknown, wrong: (digest: string) => void): PathsByDigest {
  return mapObject(value, (paths, digest) => {
    const texts = Array.isArray(paths) ? paths.filter(path => typeof path === 'string') : []
    if (!Array.isArray(paths) || texts.length !== paths.length) wrong(digest)
    return texts
  })
}

function noteUnknownKeys(json: Json, known: readonly string[], at: string, note: Note): void {
  for (const key of Object.keys(json)) if (!known.includes(key)) note('E102', `${at}${key}`)
}

/** Maps the members of a JSON object; `Object.fromEntries` keeps a key like `__proto__` an ordinary one. */
function mapObject<T>(value: unknown, map: (member: unknown, key: string) => T): Record<string, T> {
  return Object.fromEntries(
    Object.entries(isObject(value) ? value : {}).map(([key, member]) => [key, map(member, key)]),
  )
}

function optional<K extends string, V>(key: K, value: V | undefined): { [P in K]?: V } {
  return (value === undefined ? {} : { [key]: value }) as { [P in K]?: V }
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
