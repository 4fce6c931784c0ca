import { mkdir, readFile, stat } from 'node:fs/promises'
import { join, relative, resolve } from 'node:path'
import { type Disk, hasCode, isTaken, namesIn, disk as realDisk } from '../disk.ts'
import { refuseStore } from '../refusals.ts'
import { defaultLayout, LayoutConfig, layoutName, objectFolders } from './layout.ts'

/** An opened OCFL storage root 存储库 and what is needed to write to it. */
export interface StorageRoot {
  readonly dir: string
  /** Where versions are prepared: beside the root, on the same file system, never inside it. */
  readonly temporary: string
  readonly layout: LayoutConfig
  readonly disk: Disk
}

/** Where to prepare versions, and through which hands to write. */
export interface RootOptions {
  readonly temporary?: string
  readonly disk?: Disk
}

const declaration = '0=ocfl_1.1'
const layoutFile = 'ocfl_layout.json'
const configFile = `extensions/${layoutName}/config.json`

const texts = {
  [configFile]: json(defaultLayout),
  [layoutFile]: json({
    extension: layoutName,
    description:
      'Objects lie in folders named by the SHA-256 of their identifier, below three folders of three digits of it.',
  }),
  'README.md': `# 兰台存储库 / Lantai storage root

本目录按 OCFL 1.1 存放档案，不依赖任何软件即可读取。每个对象一个目录，其中 inventory.json 列出全部版本、
逻辑路径、摘要和对应的内容文件。请勿手工改动。

This folder keeps records as OCFL 1.1 says and can be read without any software. Each object has a folder of its
own; the inventory.json in it lists every version, the logical paths, the digests and the content files. Please
change nothing by hand.
`,
  [declaration]: 'ocfl_1.1\n',
}

/** What creation puts into a root, in this order: only the first marks a folder as ours, only the last makes it a root. */
const creationOrder = ['extensions', layoutFile, 'README.md', declaration]

/** Opens a storage root, or makes one of an absent, empty or half-made folder; refuses every other folder untouched. */
export async function openRoot(path: string, options: RootOptions = {}): Promise<StorageRoot> {
  const dir = resolve(path)
  const root = { dir, temporary: `${dir}.tmp`, disk: realDisk, layout: defaultLayout, ...options }
  if (!relative(dir, root.temporary).startsWith('..')) throw new Error(`${root.temporary} lies inside the storage root`)
  const names = await namesIn(dir).catch(error => {
    if (hasCode(error, 'ENOTDIR')) return refuseStore('store.not-ours', { dir })
    throw error
  })
  const isRoot = names.includes(declaration)
  if (!isRoot && names.length > 0 && !(await isHalfMade(dir, names))) refuseStore('store.not-ours', { dir })
  await Promise.all([mkdir(dir, { recursive: true }), mkdir(root.temporary, { recursive: true })])
  await assertOneFileSystem(root)
  if (!isRoot) await createRoot(root)
  return { ...root, layout: await readLayout(dir) }
}

/** A storage root to be read where it lies, perhaps on a disk that nobody may write to. */
export async function rootForReading(path: string): Promise<StorageRoot> {
  const dir = resolve(path)
  return { dir, temporary: `${dir}.tmp`, disk: realDisk, layout: await readLayout(dir) }
}

/**
 * Refuses to go on when the root that was opened is no longer there. An unplugged disk leaves its empty folder behind, into which a
 * writer would write what nobody finds again.
 */
export async function assertPresent({ dir }: StorageRoot): Promise<void> {
  if (!(await namesIn(dir)).includes(declaration)) refuseStore('store.absent', { dir })
}

/** The folder of an object, whether it exists or not. */
export const objectDir = (root: StorageRoot, id: string): string => join(root.dir, ...objectFolders(id, root.layout))

async function createRoot({ dir, temporary, disk }: StorageRoot): Promise<void> {
  const work = join(temporary, crypto.randomUUID())
  await disk.makeDirectory(join(work, configFile, '..'))
  for (const [name, text] of Object.entries(texts)) await disk.writeFile(join(work, name), text)
  await disk.syncTree(work)
  for (const name of creationOrder) {
    // Another server may be making the same root, or an earlier attempt may have come this far.
    await disk.rename(join(work, name), join(dir, name)).catch(error => {
      if (!isTaken(error)) throw error
    })
  }
  await disk.syncDirectory(dir)
  await disk.syncDirectory(join(dir, '..'))
  await disk.remove(work)
}

async function isHalfMade(dir: string, names: readonly string[]): Promise<boolean> {
  const config = await readFile(join(dir, configFile), 'utf8').catch(() => '')
  return config === texts[configFile] && names.every(name => creationOrder.includes(name))
}

async function readLayout(dir: string): Promise<LayoutConfig> {
  const layout = LayoutConfig.safeParse(await readJson(join(dir, configFile)))
  const named = (await readJson(join(dir, layoutFile))) as { extension?: unknown } | undefined
  if (!layout.success || named?.extension !== layoutName) return refuseStore('store.unknown-layout', { dir })
  return layout.data
}

async function assertOneFileSystem({ dir, temporary }: StorageRoot): Promise<void> {
  const [here, there] = await Promise.all([stat(dir), stat(temporary)])
  if (here.dev !== there.dev) refuseStore('store.temporary-elsewhere', { dir, temporary })
}

async function readJson(path: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(path, 'utf8'))
  } catch {
    return undefined
  }
}

function json(value: object): string {
  return `${JSON.stringify(value, null, 2)}\n`
}
