import { fileURLToPath } from 'node:url'
import { getDocumentProxy } from 'unpdf'
import type { Extraction } from './extract.ts'

const PAGES_READ = 5000
/** Letters below which a page is taken for a scan. */
const WORDLESS = 12

/**
 * Text and page count of a PDF. Stops at the text limit or at the given time (milliseconds since the epoch) with what it has.
 * Errors: those of pdf.js, for damaged and password-protected files.
 */
export async function readPdf(
  bytes: Uint8Array,
  limits: { stopReadingAt: number; textLimit: number },
): Promise<Extraction> {
  const pdf = await getDocumentProxy(new Uint8Array(bytes), {
    verbosity: 0,
    isEvalSupported: false,
    ...characterMaps(),
  })
  const texts: string[] = []
  const scans: number[] = []
  let length = 0
  let next = 1
  for (; next <= Math.min(pdf.numPages, PAGES_READ); next++) {
    if (length > limits.textLimit || Date.now() > limits.stopReadingAt) break
    const page = await pdf.getPage(next)
    const { items } = await page.getTextContent()
    const text = items.map(item => ('str' in item ? `${item.str}${item.hasEOL ? '\n' : ''}` : '')).join('')
    texts.push(text)
    if (isWordless(text)) scans.push(next)
    length += text.length
    page.cleanup()
  }
  return { text: texts.join('\n'), pages: pdf.numPages, truncated: next <= pdf.numPages, scans }
}

/** A scanner's software may print a page number or a mark over the picture; that is no text of the page. */
const isWordless = (text: string): boolean => text.replace(/\P{L}/gu, '').length < WORDLESS

/** Tables for Chinese PDFs that embed no fonts (GBK-EUC-H and the like), which otherwise give no text at all. */
function characterMaps(): { cMapUrl: string; cMapPacked: true } | Record<string, never> {
  try {
    const folder = fileURLToPath(new URL('./cmaps/', import.meta.resolve('pdfjs-dist/package.json')))
    return { cMapUrl: folder.replaceAll('\\', '/'), cMapPacked: true }
  } catch {
    return {}
  }
}
