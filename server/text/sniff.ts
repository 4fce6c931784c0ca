import { fileTypeFromBuffer, fileTypeFromFile, supportedExtensions } from 'file-type'
import { type Charset, charsetOf } from './charset.ts'
import { type ByteSource, bytesSource, compoundFileNames, withFileSource, zipEntryNames } from './containers.ts'
import { formatOf, formats, plainTextExtensions } from './formats.ts'

export { type Preview, previewOf } from './formats.ts'

/** What a file is, judged by its bytes. */
export interface FileKind {
  readonly mime: string
  /** Usual extension of the type, without the dot; `bin` when the type is unknown. */
  readonly extension: string
  /** PRONOM identifier of the format and version, where known for certain. */
  readonly puid?: string
  /** Encoding, for texts. */
  readonly charset?: Charset
  /** True when the name claims another type than the bytes show. */
  readonly mismatch: boolean
}

interface Found {
  readonly mime: string
  readonly extension: string
  readonly charset?: Charset
}

const HEAD_BYTES = 64 * 1024
const TAIL_BYTES = 64 * 1024
const unknown: Found = { mime: 'application/octet-stream', extension: 'bin' }

/**
 * Identifies a file by its content: `file` is its path, or its bytes (or their beginning, which tells less). The name only
 * chooses between kinds of plain text and is checked for disagreement. Errors: only those of reading the file.
 */
export async function sniffFile(file: string | Uint8Array, name: string): Promise<FileKind> {
  if (typeof file !== 'string') return await identify(bytesSource(file), name, fileTypeFromBuffer(file))
  return await withFileSource(file, source => identify(source, name, fileTypeFromFile(file)))
}

type MagicAnswer = ReturnType<typeof fileTypeFromFile>

async function identify(source: ByteSource, name: string, magicAnswer: MagicAnswer): Promise<FileKind> {
  const extensionInName = /\.([^.\s]+)$/.exec(name)?.[1]?.toLowerCase() ?? ''
  const magic = await magicAnswer.catch(() => undefined)
  const head = await source.read(0, HEAD_BYTES)
  const found = await refine({
    source,
    head,
    extensionInName,
    magic: magic && { mime: magic.mime, extension: magic.ext },
  })
  const puid = await puidOf(found.mime, head, source)
  const mismatch = disagrees(extensionInName, found)
  return { ...found, ...(puid && { puid }), mismatch }
}

interface Evidence {
  readonly source: ByteSource
  readonly head: Uint8Array
  readonly extensionInName: string
  readonly magic: Found | undefined
}

/** Looks into the containers and texts that a magic number cannot tell apart. */
async function refine({ source, head, extensionInName, magic }: Evidence): Promise<Found> {
  if (magic?.mime === 'application/x-cfb') return compoundKind(await compoundFileNames(source)) ?? magic
  if (magic?.mime === 'application/zip')
    return (await zipEntryNames(source)).has('OFD.xml') ? known('application/ofd') : magic
  if (magic && magic.mime !== 'application/xml')
    return { ...magic, extension: formatOf(magic.mime)?.extension ?? magic.extension }
  const charset = charsetOf(head, { partial: source.size > head.length })
  if (!charset) return magic ?? unknown
  return { ...textKind(new TextDecoder(charset).decode(head), extensionInName), charset }
}

function known(mime: string): Found {
  return { mime, extension: formatOf(mime)?.extension ?? 'bin' }
}

function compoundKind(names: ReadonlySet<string>): Found | undefined {
  if (names.has('EncryptedPackage')) return known('application/x-encrypted-office')
  if (names.has('WordDocument')) return known('application/msword')
  if (names.has('Workbook') || names.has('Book')) return known('application/vnd.ms-excel')
  if (names.has('PowerPoint Document')) return known('application/vnd.ms-powerpoint')
  if (names.has('__properties_version1.0')) return known('application/vnd.ms-outlook')
  return undefined
}

/** What may stand before the root element of a markup document. */
const prolog = /^\s*(?:<\?[\s\S]*?\?>\s*|<!--[\s\S]*?-->\s*)*/
const html = /^<(?:!doctype\s+html|html|head|body|script|iframe)\b/i
const svg = /^(?:<!doctype\s+svg[^>]*(?:\[[^\]]*\])?[^>]*>\s*)?<(?:\w+:)?svg\b/i
const mail = /^(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*)*?(?:from|received|return-path|mime-version|message-id):/i

function textKind(text: string, extensionInName: string): Found {
  const body = text.replace(prolog, '')
  if (html.test(body)) return known('text/html')
  if (svg.test(body)) return known('image/svg+xml')
  if (/^\s*<\?xml\s/.test(text) || (extensionInName === 'xml' && body.startsWith('<'))) return known('application/xml')
  if (mail.test(text) && /^(?:from|date|subject):/im.test(text)) return known('message/rfc822')
  if (extensionInName === 'csv') return known('text/csv')
  return { mime: 'text/plain', extension: plainTextExtensions.has(extensionInName) ? extensionInName : 'txt' }
}

/** Extensions whose claim can be checked; `dat` is anybody's. */
const recognised: ReadonlySet<string> = new Set([
  ...[...supportedExtensions].filter(extension => extension !== 'dat'),
  ...formats.flatMap(format => [format.extension, ...(format.also ?? [])]),
  ...plainTextExtensions,
])

/** A name without an extension, or with one that nobody can check, claims nothing. */
function disagrees(extensionInName: string, { mime, extension }: Found): boolean {
  if (!recognised.has(extensionInName)) return false
  return extensionInName !== extension && !formatOf(mime)?.also?.includes(extensionInName)
}

const pdfVersions: Readonly<Record<string, string>> = {
  '1.0': 'fmt/14',
  '1.1': 'fmt/15',
  '1.2': 'fmt/16',
  '1.3': 'fmt/17',
  '1.4': 'fmt/18',
  '1.5': 'fmt/19',
  '1.6': 'fmt/20',
  '1.7': 'fmt/276',
  '2.0': 'fmt/1129',
}

/** PDF/A parts and levels, as the document claims them in its XMP packet. */
const pdfaLevels: Readonly<Record<string, string>> = {
  '1A': 'fmt/95',
  '1B': 'fmt/354',
  '2A': 'fmt/476',
  '2B': 'fmt/477',
  '2U': 'fmt/478',
  '3A': 'fmt/479',
  '3B': 'fmt/480',
  '3U': 'fmt/481',
}

const jfifVersions: Readonly<Record<string, string>> = { '1.0': 'fmt/42', '1.1': 'fmt/43', '1.2': 'fmt/44' }

async function puidOf(mime: string, head: Uint8Array, source: ByteSource): Promise<string | undefined> {
  const start = latin1(head)
  if (mime === 'application/pdf') {
    const tail = latin1(await source.read(Math.max(0, source.size - TAIL_BYTES), TAIL_BYTES))
    const part = /pdfaid:part(?:>|=["'])(\d)/.exec(start + tail)?.[1]
    const level = /pdfaid:conformance(?:>|=["'])([ABU])/i.exec(start + tail)?.[1]?.toUpperCase()
    return pdfaLevels[`${part}${level}`] ?? pdfVersions[/^%PDF-(\d\.\d)/.exec(start)?.[1] ?? '']
  }
  if (mime === 'image/jpeg') return start.startsWith('JFIF\0', 6) ? jfifVersions[`${head[11]}.${head[12]}`] : undefined
  if (mime === 'image/gif') return start.startsWith('GIF87a') ? 'fmt/3' : 'fmt/4'
  return formatOf(mime)?.puid
}

function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1')
}
