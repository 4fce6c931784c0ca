import sharp from 'sharp'
import type { GreyImage } from './page-image.ts'
import { removeRulings } from './rulings.ts'

/** A page made ready for reading, and the way from its pixels to fractions of the page as it was. */
export interface Straightened {
  readonly image: GreyImage
  toPage(x: number, y: number): readonly [number, number]
}

const MOST_DEGREES = 4
const STEP_DEGREES = 0.2
/** A page that leans less is read as well as it is. */
const LEAST_DEGREES = 0.25
const SAMPLED_WIDTH = 700

/** Turns a page that was laid askew on the scanner upright, and takes the ruling lines of its tables out. */
export async function straighten(page: GreyImage): Promise<Straightened> {
  const degrees = await skewOf(page)
  const image = Math.abs(degrees) < LEAST_DEGREES ? copyOf(page) : await turned(page, -degrees)
  removeRulings(image)
  return { image, toPage: backTo(page, image, image.width === page.width ? 0 : -degrees) }
}

const copyOf = ({ width, height, grey }: GreyImage): GreyImage => ({ width, height, grey: Uint8Array.from(grey) })

async function turned({ width, height, grey }: GreyImage, degrees: number): Promise<GreyImage> {
  const { data, info } = await sharp(grey, { raw: { width, height, channels: 1 } })
    .rotate(degrees, { background: '#fff' })
    .extractChannel(0)
    .raw()
    .toBuffer({ resolveWithObject: true })
  return { width: info.width, height: info.height, grey: data }
}

function backTo(page: GreyImage, image: GreyImage, degrees: number): Straightened['toPage'] {
  const radians = (degrees * Math.PI) / 180
  const [cos, sin] = [Math.cos(radians), Math.sin(radians)]
  return (x, y) => {
    const [dx, dy] = [x - image.width / 2, y - image.height / 2]
    return [(dx * cos + dy * sin + page.width / 2) / page.width, (dy * cos - dx * sin + page.height / 2) / page.height]
  }
}

/** By how many degrees the lines of a page fall to the right: where they lie level, rows of ink and rows of paper differ most. */
export async function skewOf(page: GreyImage): Promise<number> {
  const { width, height } = page
  const { data, info } = await sharp(page.grey, { raw: { width, height, channels: 1 } })
    .resize({ width: Math.min(width, SAMPLED_WIDTH) })
    .extractChannel(0)
    .raw()
    .toBuffer({ resolveWithObject: true })
  const ink = inkOf(data, info.width)
  let best = { degrees: 0, contrast: contrastAt(ink, info.height, 0) }
  for (let degrees = -MOST_DEGREES; degrees <= MOST_DEGREES; degrees += STEP_DEGREES) {
    const contrast = contrastAt(ink, info.height, degrees)
    if (contrast > best.contrast * 1.02) best = { degrees, contrast }
  }
  return best.degrees
}

function inkOf(grey: Uint8Array, width: number): { x: number; y: number }[] {
  const ink: { x: number; y: number }[] = []
  for (let at = 0; at < grey.length; at++) if (grey[at]! < 140) ink.push({ x: at % width, y: Math.floor(at / width) })
  return ink
}

function contrastAt(ink: readonly { x: number; y: number }[], height: number, degrees: number): number {
  const slope = Math.tan((degrees * Math.PI) / 180)
  const rows = new Float64Array(height * 2)
  for (const { x, y } of ink) {
    const row = Math.round(y - x * slope + height / 2)
    if (row >= 0 && row < rows.length) rows[row]! += 1
  }
  return rows.reduce((sum, count, row) => sum + (count - (rows[row - 1] ?? 0)) ** 2, 0)
}
