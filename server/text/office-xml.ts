import { strFromU8, unzipSync } from 'fflate'
import type { Extraction } from './extract.ts'

/** Where a ZIP-and-XML format keeps its words. */
interface PackageFormat {
  readonly parts: RegExp
  /** Elements that end a line. */
  readonly line: RegExp
  /** Whether each part is a page. */
  readonly paged: boolean
}

const packageFormats = {
  pptx: { parts: /^ppt\/slides\/slide\d+\.xml$/, line: /<\/a:p>/g, paged: true },
  odf: { parts: /^content\.xml$/, line: /<\/text:(?:p|h)>/g, paged: false },
  ofd: { parts: /^(?:.*\/)?Pages\/[^/]+\/Content\.xml$/, line: /<\/(?:\w+:)?TextCode>/g, paged: true },
} as const satisfies Record<string, PackageFormat>

/** Unpacked size above which a part is no text but an attack, in bytes. */
const PART_BYTES = 64 * 1024 * 1024

/** Text of a presentation, an OpenDocument file or an OFD 版式文件. Errors: those of a damaged ZIP. */
export function packageText(name: keyof typeof packageFormats, bytes: Uint8Array): Extraction {
  const { parts, line, paged }: PackageFormat = packageFormats[name]
  const files = unzipSync(bytes, { filter: file => parts.test(file.name) && file.originalSize <= PART_BYTES })
  const inOrder = Object.keys(files).toSorted(new Intl.Collator('en', { numeric: true }).compare)
  if (inOrder.length === 0) return { text: '', failed: 'damaged' }
  const text = inOrder.map(part => plainText(strFromU8(files[part]!), line)).join('\n')
  return paged ? { text, pages: inOrder.length } : { text }
}

/** Words of a web page, without its tags, scripts and styles. */
export function htmlText(html: string): string {
  const shown = html.replace(/<(script|style)\b[\s\S]*?<\/\1\s*>/gi, ' ')
  return plainText(shown, /<(?:br|\/(?:p|div|tr|li|h[1-6]|title))\b[^>]*>/gi)
}

/** Words of an XML text, each element's on a line of its own. */
export function xmlText(xml: string): string {
  return plainText(xml, /<\/[^>]*>/g)
}

const namedEntities: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'", nbsp: ' ' }

function plainText(xml: string, line: RegExp): string {
  return xml
    .replace(line, '\n')
    .replace(/<(?:text:tab|text:s|\/td)\b[^>]*>/g, ' ')
    .replace(/<!--[\s\S]*?-->|<[^>]*>/g, '')
    .replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w+));/gi, (whole, hex?: string, decimal?: string, name?: string) => {
      if (name) return namedEntities[name] ?? whole
      const code = hex ? Number.parseInt(hex, 16) : Number(decimal)
      return code <= 0x10ffff ? String.fromCodePoint(code) : ''
    })
    .replace(/[ \t]*\n\s*/g, '\n')
    .trim()
}
