import { strToU8, zipSync } from 'fflate'
import { encodeJpeg } from './jpeg.ts'
import { type Picture, rasterise } from './raster.ts'
import { type Paper, paperPdf, paperSvg } from './typeset.ts'

export type { Paper } from './typeset.ts'

const A4 = { widthPt: 595.28, heightPt: 841.89 } as const
const MM_PER_INCH = 25.4
const A4_WIDTH_MM = 210

/** A born-digital PDF on A4 with its fonts inside; the paragraphs are spread over at least `pages` pages. */
export function makePdf({ pages = 1, ...paper }: Paper & { readonly pages?: number }): Uint8Array {
  return paperPdf(paper, { ...A4, pageCount: pages, scanned: false })
}

/** A Word document (OOXML) with a centred title and plain paragraphs. */
export function makeDocx({ title, paragraphs }: Pick<Paper, 'title' | 'paragraphs'>): Uint8Array {
  const bodies = [
    docxParagraph(title, { centred: true }),
    ...paragraphs.map(text => docxParagraph(text, { centred: false })),
  ]
  const parts = {
    '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/document.xml': `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${bodies.join('')}<w:sectPr><w:pgSz w:w="11906" w:h="16838"/></w:sectPr></w:body></w:document>`,
  }
  const declared = Object.entries(parts).map(([name, xml]) => [
    name,
    strToU8(`<?xml version="1.0" encoding="UTF-8"?>${xml}`),
  ])
  return zipSync(Object.fromEntries(declared), { mtime: new Date(1980, 0, 1) })
}

function docxParagraph(text: string, { centred }: { centred: boolean }): string {
  const layout = centred ? '<w:jc w:val="center"/>' : '<w:ind w:firstLineChars="200" w:firstLine="640"/>'
  const weight = centred ? '<w:b/><w:sz w:val="44"/>' : '<w:sz w:val="32"/>'
  const run = `<w:rPr><w:rFonts w:eastAsia="仿宋"/>${weight}</w:rPr><w:t xml:space="preserve">${xmlSafe(text)}</w:t>`
  return `<w:p><w:pPr>${layout}</w:pPr><w:r>${run}</w:r></w:p>`
}

const xmlEscapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }

function xmlSafe(text: string): string {
  return text.replace(/(?!\s)\p{Cc}/gu, '').replace(/[&<>]/g, character => xmlEscapes[character]!)
}

/** A text file as older Windows programs save it, in GBK (GB18030); what two bytes cannot say becomes a question mark. */
export function makeTxtGbk(text: string): Uint8Array {
  const codes = gbkCodes()
  return Uint8Array.from(Array.from(text).flatMap(character => codes.get(character) ?? [0x3f]))
}

let knownGbkCodes: ReadonlyMap<string, readonly number[]> | undefined

/** The platform decodes GB18030 but does not encode it, so the table is read off its decoder once. */
function gbkCodes(): ReadonlyMap<string, readonly number[]> {
  if (knownGbkCodes) return knownGbkCodes
  const codes = new Map<string, readonly number[]>()
  const decoder = new TextDecoder('gb18030')
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      const character = decoder.decode(Uint8Array.of(lead, trail))
      if (Array.from(character).length === 1 && character !== '\ufffd') codes.set(character, [lead, trail])
    }
  }
  for (let ascii = 0; ascii < 0x80; ascii++) codes.set(String.fromCharCode(ascii), [ascii])
  knownGbkCodes = codes
  return codes
}

/** What a scanned page shows; the first line is its title. */
export interface ScannedPage extends Omit<Paper, 'title' | 'paragraphs'> {
  readonly lines: readonly string[]
  /** Pixels. */
  readonly width: number
  readonly height: number
}

/**
 * A page as it comes from the scanner: ink on off-white paper, a little askew and grainy, with the red head and seal of the issuer
 * if one is named. The same page gives the same bytes.
 */
export function makeJpeg({ width, height, lines, ...paper }: ScannedPage): Uint8Array {
  const [title = '', ...paragraphs] = lines
  const heightPt = (A4.widthPt * height) / width
  const svg = paperSvg({ title, paragraphs, ...paper }, { widthPt: A4.widthPt, heightPt, pageCount: 1, scanned: true })
  const random = randomFrom(lines.join('\n'))
  const angle = ((random() - 0.5) * Math.PI) / 120
  const scale = width / A4.widthPt
  const [cos, sin] = [Math.cos(angle) * scale, Math.sin(angle) * scale]
  const shift: [number, number] = [
    (heightPt / 2) * sin + (width - A4.widthPt * cos) / 2,
    (height - heightPt * cos - A4.widthPt * sin) / 2,
  ]
  const picture = rasterise(svg, { width, height, placement: [cos, sin, -sin, cos, ...shift] })
  age(picture, random)
  return encodeJpeg(picture, { quality: 75, dpi: Math.round((width * MM_PER_INCH) / A4_WIDTH_MM) })
}

/** Paper is not white, a scanner's lamp is weaker at one side, and its sensor has grain. */
function age({ width, rgb }: Picture, random: () => number): void {
  const paper = [251, 249, 243]
  for (let i = 0; i < rgb.length; i += 3) {
    const lamp = 1 - (0.05 * ((i / 3) % width)) / width
    const grain = (random() - 0.5) * 9
    for (let channel = 0; channel < 3; channel++)
      rgb[i + channel] = (rgb[i + channel]! * paper[channel]! * lamp) / 255 + grain
  }
}

/** Numbers from 0 to 1 that follow from the seed alone (mulberry32 over an FNV-1a hash). */
function randomFrom(seed: string): () => number {
  let state = 0x811c9dc5
  for (const byte of new TextEncoder().encode(seed)) state = Math.imul(state ^ byte, 0x01000193)
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
