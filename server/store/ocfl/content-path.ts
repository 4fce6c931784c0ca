import { refuseStore } from '../refusals.ts'
import { ancestors, pathFaults } from './paths.ts'

const maxElementBytes = 200
const maxPathBytes = 600
const maxLogicalPathBytes = 4096

// Characters and names that Windows cannot store, so that a root can be copied to any system.
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const illegal = /[<>:"|?*\\\u0000-\u001f\u007f]/g
const reserved = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\.|$)/i

/** Refuses a logical path that would be unsafe to unpack anywhere: absolute, with `.`, `..` or empty parts, or control characters. */
export function assertLogicalPath(path: string): void {
  const asWindowsReadsIt = path.replaceAll('\\', '/')
  const isSafe =
    pathFaults(asWindowsReadsIt).length === 0 &&
    !/^[a-z]:/i.test(path) &&
    !/\p{Cc}/u.test(path) &&
    path.isWellFormed() &&
    Buffer.byteLength(path) <= maxLogicalPathBytes
  if (!isSafe) refuseStore('store.bad-path', { path })
}

/** Hands out the paths of one version's content files: readable, storable on every system, and never two that one system takes for one. */
export class ContentPaths {
  readonly #files = new Set<string>()
  readonly #folders = new Set<string>()

  /** A free path for a file, as near to its logical path as can be; where it cannot, the digest serves as its name. */
  take(logicalPath: string, digest: string): string {
    let path = logicalPath.split('/').map(storableElement).join('/')
    if (Buffer.byteLength(path) > maxPathBytes || !this.#isFree(path)) path = digest
    while (!this.#isFree(path)) path += '_'
    this.#files.add(fold(path))
    for (const folder of ancestors(path)) this.#folders.add(fold(folder))
    return path
  }

  #isFree(path: string): boolean {
    const folded = fold(path)
    if (this.#files.has(folded) || this.#folders.has(folded)) return false
    return !ancestors(folded).some(folder => this.#files.has(folder))
  }
}

/** Names that differ only so are one name on Windows and macOS. */
const fold = (path: string) => path.normalize('NFC').toLowerCase()

function storableElement(element: string): string {
  const storable = element
    .normalize('NFC')
    .replaceAll(illegal, '_')
    .replace(/[. ]+$/, '_')
  return shorten(reserved.test(storable) ? `_${storable}` : storable)
}

/** Cuts a name at a character boundary, keeping its extension, so that it fits every file system. */
function shorten(name: string): string {
  if (Buffer.byteLength(name) <= maxElementBytes) return name
  const extension = /\.[^.]{1,16}$/u.exec(name)?.[0] ?? ''
  const room = maxElementBytes - Buffer.byteLength(extension)
  const stem = Buffer.from(name)
    .subarray(0, room)
    .toString()
    .replace(/\uFFFD+$/, '')
  return `${stem.replace(/[. ]+$/, '_')}${extension}`
}
