import { readFileSync } from 'node:fs'
import { parentPort, workerData } from 'node:worker_threads'
import { degrees, EncryptedPDFError, PDFDocument, PDFName, PDFNumber, type PDFPage } from '@cantoo/pdf-lib'
import type { StampAnswer, StampJob, StampSide } from './stamp-pdf.ts'

const pointsPerMm = 72 / 25.4
const fromTop = 6 * pointsPerMm
const fromEdge = 15 * pointsPerMm

async function stamped({ path, stamp, side }: StampJob): Promise<Uint8Array> {
  const document = await PDFDocument.load(readFileSync(path), { updateMetadata: false })
  const page = document.getPage(0)
  const [drawn] = await document.embedPdf(stamp)
  if (!drawn) throw new Error('the stamp has no page')
  const seen = seenBox(page)
  const unit = userUnit(page)
  const scale = Math.min(1 / unit, (seen.width * 0.9) / drawn.width)
  const [width, height] = [drawn.width * scale, drawn.height * scale]
  const { x, y } = onPaper(
    seen,
    leftOf(side, seen.width, { width, edge: fromEdge / unit }),
    seen.height - fromTop / unit - height,
  )
  page.drawPage(drawn, { x, y, width, height, rotate: degrees(seen.turned) })
  return document.save({ updateFieldAppearances: false })
}

interface Seen {
  /** The box that is shown, on the paper as it is stored. */
  readonly box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number }
  /** How far a viewer turns the page clockwise. */
  readonly turned: 0 | 90 | 180 | 270
  /** Size as the reader sees it. */
  readonly width: number
  readonly height: number
}

function seenBox(page: PDFPage): Seen {
  const [media, crop] = [upright(page.getMediaBox()), upright(page.getCropBox())]
  const x = Math.max(media.x, crop.x)
  const y = Math.max(media.y, crop.y)
  const width = Math.min(media.x + media.width, crop.x + crop.width) - x
  const height = Math.min(media.y + media.height, crop.y + crop.height) - y
  // A crop box that lies outside the paper is ignored, as viewers do.
  const box = width > 0 && height > 0 ? { x, y, width, height } : media
  const turned = (((page.getRotation().angle % 360) + 360) % 360) as Seen['turned']
  const lying = turned === 90 || turned === 270
  return { box, turned, width: lying ? box.height : box.width, height: lying ? box.width : box.height }
}

/** A box may name its corners in any order. */
const upright = ({ x, y, width, height }: Seen['box']): Seen['box'] => ({
  x: Math.min(x, x + width),
  y: Math.min(y, y + height),
  width: Math.abs(width),
  height: Math.abs(height),
})

/** Points to a unit of this page; plans larger than 5 m use it. */
function userUnit(page: PDFPage): number {
  const unit = page.node.lookup(PDFName.of('UserUnit'))
  return unit instanceof PDFNumber && unit.asNumber() > 0 ? unit.asNumber() : 1
}

function leftOf(side: StampSide, across: number, { width, edge }: { width: number; edge: number }): number {
  if (side === 'left') return Math.min(edge, across - width)
  if (side === 'right') return Math.max(0, across - width - edge)
  return (across - width) / 2
}

/** A point given as the reader sees it, from the lower left, on the paper as it is stored. */
function onPaper({ box, turned }: Seen, x: number, y: number): { x: number; y: number } {
  switch (turned) {
    case 90:
      return { x: box.x + box.width - y, y: box.y + x }
    case 180:
      return { x: box.x + box.width - x, y: box.y + box.height - y }
    case 270:
      return { x: box.x + y, y: box.y + box.height - x }
    default:
      return { x: box.x + x, y: box.y + y }
  }
}

const job = workerData as StampJob
try {
  const pdf = await stamped(job)
  parentPort?.postMessage({ pdf } satisfies StampAnswer)
} catch (error) {
  const failure = error instanceof EncryptedPDFError ? 'encrypted' : 'damaged'
  parentPort?.postMessage({ failure } satisfies StampAnswer)
}
