import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { hasCode } from '../disk.ts'
import { judgeRootDeclaration } from './declaration.ts'
import { isRegisteredExtension } from './extensions.ts'
import { type Finding, finding } from './findings.ts'
import { walkHierarchy } from './hierarchy.ts'
import { parseInventory, specVersionByType } from './inventory.ts'
import { LayoutConfig, layoutName, objectFolders } from './layout.ts'
import { type ValidateOptions, validateObject } from './validate.ts'

/** An object as far as the storage root cares. */
interface Placed {
  readonly folder: string
  readonly id: string
  readonly specVersion: string
}

/** Judges a whole OCFL storage root: its declaration, layout and folders, and every object in it; nothing found means flawless. */
export async function validateRoot(dir: string, options: ValidateOptions = {}): Promise<Finding[]> {
  const entries = await readdir(dir, { withFileTypes: true })
  const names = entries.filter(entry => entry.isFile()).map(({ name }) => name)
  const declared = await judgeRootDeclaration(dir, names)
  const findings = [...declared.findings, ...(await judgeLayoutFile(dir)), ...(await judgeExtensions(dir))]
  const placed: Placed[] = []
  for await (const step of walkHierarchy(dir)) {
    if ('fault' in step) findings.push(step.fault)
    else {
      const inObject = await validateObject(join(dir, step.object), options)
      findings.push(...inObject.map(found => ({ ...found, path: join(step.object, found.path) })))
      placed.push({ folder: step.object, ...(await identify(join(dir, step.object))) })
    }
  }
  return [
    ...findings,
    ...judgePlaces(placed, await readLayout(dir)),
    ...judgeSpecVersions(placed, declared.specVersion),
  ]
}

function judgePlaces(placed: readonly Placed[], layout: LayoutConfig | undefined): Finding[] {
  const seen = new Set<string>()
  const misplaced = placed.filter(({ id, folder }) => {
    // An object without a readable inventory has its own findings and no place to be wrong.
    if (id === '') return false
    const isWrong = seen.has(id) || (layout !== undefined && objectFolders(id, layout).join('/') !== folder)
    seen.add(id)
    return isWrong
  })
  const isTop = ({ folder }: Placed) => !folder.includes('/')
  const isMixed = placed.some(isTop) && !placed.every(isTop)
  return [...misplaced.map(({ folder }) => finding('E083', folder)), ...(isMixed ? [finding('W015', '')] : [])]
}

function judgeSpecVersions(placed: readonly Placed[], ofRoot: string | undefined): Finding[] {
  if (ofRoot === undefined) return []
  return placed.filter(({ specVersion }) => specVersion > ofRoot).map(({ folder }) => finding('E081', folder))
}

async function judgeLayoutFile(dir: string): Promise<Finding[]> {
  const text = await readIfPresent(join(dir, 'ocfl_layout.json'))
  if (text === undefined) return []
  const { extension, description } = (parse(text) ?? {}) as { extension?: unknown; description?: unknown }
  if (typeof extension !== 'string' || typeof description !== 'string') return [finding('E070', 'ocfl_layout.json')]
  return isRegisteredExtension(extension) ? [] : [finding('E071', 'ocfl_layout.json')]
}

async function judgeExtensions(dir: string): Promise<Finding[]> {
  const entries = await readdir(join(dir, 'extensions'), { withFileTypes: true }).catch(() => [])
  return entries.flatMap(entry => {
    const path = `extensions/${entry.name}`
    if (!entry.isDirectory()) return finding('E112', path)
    return isRegisteredExtension(entry.name) ? [] : finding('W016', path)
  })
}

/** The layout the root declares, when it is the one known here; other layouts are not judged. */
async function readLayout(dir: string): Promise<LayoutConfig | undefined> {
  const named = parse((await readIfPresent(join(dir, 'ocfl_layout.json'))) ?? '') as { extension?: unknown } | undefined
  if (named?.extension !== layoutName) return undefined
  const config = await readIfPresent(join(dir, 'extensions', layoutName, 'config.json'))
  return LayoutConfig.safeParse(config === undefined ? { extensionName: layoutName } : parse(config)).data
}

async function identify(dir: string): Promise<{ id: string; specVersion: string }> {
  const text = (await readIfPresent(join(dir, 'inventory.json'))) ?? ''
  const { id = '', type = '' } = parseInventory(text, '').inventory ?? {}
  return { id, specVersion: specVersionByType.get(type) ?? '' }
}

async function readIfPresent(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return undefined
    throw error
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) ?? undefined
  } catch {
    return undefined
  }
}
