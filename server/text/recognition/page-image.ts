import { readFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createCanvas } from '@napi-rs/canvas'
import sharp from 'sharp'
import { createIsomorphicCanvasFactory, getDocumentProxy } from 'unpdf'
import type { PageOfFile } from './recognize.ts'

/** Grey pixels of a page, row by row: 0 is black, 255 white. */
export interface GreyImage {
  readonly width: number
  readonly height: number
  readonly grey: Uint8Array
}

/** A page as it is shown: upright as its file says, never larger than the pixels allowed. */
export type PageImage = GreyImage & { readonly dpi: number }

/** Resolution at which a page is read, in pixels per inch; more only costs time. */
const READ_DPI = 300
/** Pixels a page is read with: A3 at 300 dpi is 17 million, and larger drawings are read smaller. */
const READ_PIXELS = 18_000_000
/** Pixels a picture may have before it is made smaller; beyond it is no scan of a paper but an attack or a map. */
const SOURCE_PIXELS = 120_000_000
const POINTS_PER_INCH = 72

const decoding = { limitInputPixels: SOURCE_PIXELS, sequentialRead: true, failOn: 'error' } as const

/** Pages of a picture file. */
export async function countPages({ path }: { path: string }): Promise<number> {
  const { pages = 1, width, height } = await sharp(path, decoding).metadata()
  if (width * height > SOURCE_PIXELS) throw new RangeError('too large')
  return pages
}

/** Draws one page of a PDF, or reads one page of a picture. Errors: those of damaged, locked and oversized files. */
export function pageImage(page: PageOfFile): Promise<PageImage> {
  return page.mime === 'application/pdf' ? drawnPage(page) : readPage(page)
}

async function readPage({ path, page }: PageOfFile): Promise<PageImage> {
  const source = sharp(path, { ...decoding, page: page - 1 })
  const { width, height, density = READ_DPI } = await source.metadata()
  const shrink = Math.min(1, Math.sqrt(READ_PIXELS / (width * height)))
  const { data, info } = await source
    .autoOrient()
    .resize({ width: Math.round(width * shrink), height: Math.round(height * shrink), fit: 'inside' })
    .flatten({ background: '#fff' })
    .greyscale()
    .raw()
    .toBuffer({ resolveWithObject: true })
  const grey = info.channels === 1 ? data : everyNth(data, info.channels)
  return { width: info.width, height: info.height, grey, dpi: likelyDpi(density * shrink) }
}

/** What a file says of its resolution is believed only where paper is scanned with such a one. */
const likelyDpi = (dpi: number): number => (dpi >= 90 && dpi <= 1200 ? Math.round(dpi) : READ_DPI)

const packageFolder = (name: string): string =>
  `${dirname(fileURLToPath(import.meta.resolve('pdfjs-dist/package.json'))).replaceAll('\\', '/')}/${name}/`

async function drawnPage({ path, page: number }: PageOfFile): Promise<PageImage> {
  const pdf = await getDocumentProxy(new Uint8Array(await readFile(path)), {
    verbosity: 0,
    isEvalSupported: false,
    CanvasFactory: await createIsomorphicCanvasFactory(() => import('@napi-rs/canvas')),
    maxImageSize: SOURCE_PIXELS,
    cMapUrl: packageFolder('cmaps'),
    cMapPacked: true,
    standardFontDataUrl: packageFolder('standard_fonts'),
    wasmUrl: packageFolder('wasm'),
  })
  try {
    const page = await pdf.getPage(number)
    const whole = page.getViewport({ scale: 1 })
    const scale = Math.min(READ_DPI / POINTS_PER_INCH, Math.sqrt(READ_PIXELS / (whole.width * whole.height)))
    const viewport = page.getViewport({ scale })
    const [width, height] = [Math.max(1, Math.floor(viewport.width)), Math.max(1, Math.floor(viewport.height))]
    const canvas = createCanvas(width, height)
    // The reader's types know the canvas of a browser; this one draws the same.
    await page.render({ canvas: canvas as unknown as HTMLCanvasElement, viewport }).promise
    const { data } = canvas.getContext('2d').getImageData(0, 0, width, height)
    return { width, height, grey: luminance(data), dpi: Math.round(scale * POINTS_PER_INCH) }
  } finally {
    await pdf.cleanup()
    await pdf.loadingTask.destroy()
  }
}

function luminance(rgba: Uint8ClampedArray): Uint8Array {
  const grey = new Uint8Array(rgba.length / 4)
  for (let at = 0, from = 0; at < grey.length; at++, from += 4)
    grey[at] = (rgba[from]! * 77 + rgba[from + 1]! * 150 + rgba[from + 2]! * 29) >> 8
  return grey
}

const everyNth = (bytes: Uint8Array, step: number): Uint8Array =>
  Uint8Array.from({ length: bytes.length / step }, (_, at) => bytes[at * step]!)
