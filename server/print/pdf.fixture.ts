import { getDocumentProxy, getResolvedPDFJS } from 'unpdf'

/** A piece of text on a page, in points from the lower left corner. */
export interface Piece {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly width: number
}

/** A straight line on a page, in points from the lower left corner. */
export interface Stroke {
  readonly x: number
  readonly y: number
  readonly across: number
  readonly down: number
}

/** What stands on a printed page. */
export interface PrintedPage {
  readonly pieces: readonly Piece[]
  readonly strokes: readonly Stroke[]
}

/** Reads a PDF back: its pages, and the names of the faces they are set in. */
export async function readPrinted(pdf: Uint8Array): Promise<{ pages: PrintedPage[]; faces: string[] }> {
  const document = await getDocumentProxy(Uint8Array.from(pdf))
  const { OPS } = await getResolvedPDFJS()
  const pages: PrintedPage[] = []
  const faces = new Set<string>()
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number)
    const { items } = await page.getTextContent()
    const pieces: Piece[] = []
    for (const item of items) {
      if (!('str' in item) || item.str.trim() === '') continue
      const piece = {
        text: item.str,
        x: item.transform[4] as number,
        y: item.transform[5] as number,
        width: item.width,
      }
      const before = pieces.at(-1)
      if (before && touches(before, piece)) pieces.splice(-1, 1, joined(before, piece))
      else pieces.push(piece)
    }
    const { fnArray, argsArray } = await page.getOperatorList()
    const strokes: Stroke[] = []
    let origin: [number, number] = [0, 0]
    fnArray.forEach((operator, at) => {
      const args = argsArray[at] as unknown[]
      if (operator === OPS.transform) origin = [args[4] as number, args[5] as number]
      if (operator === OPS.setFont) faces.add((page.commonObjs.get(args[0] as string) as { name: string }).name)
      if (operator !== OPS.constructPath) return
      const box = args[2] as ArrayLike<number>
      strokes.push({ x: origin[0], y: origin[1], across: box[2]! - box[0]!, down: box[3]! - box[1]! })
    })
    pages.push({ pieces, strokes })
  }
  return { pages, faces: [...faces].map(name => name.replace(/^[A-Z]{6}\+/, '')).sort() }
}

const touches = (left: Piece, right: Piece): boolean =>
  Math.abs(left.y - right.y) < 0.1 && Math.abs(left.x + left.width - right.x) < 1

const joined = (left: Piece, right: Piece): Piece => ({
  ...left,
  text: left.text + right.text,
  width: right.x + right.width - left.x,
})

/** The page's words in reading order, one space between pieces. */
export const textOf = (page: PrintedPage): string => page.pieces.map(({ text }) => text).join(' ')

const TABLE_WIDTH = 257 * (72 / 25.4)

/** Heights of the lines that run over the whole width of the table, from the top of the page. */
export function ruledLines({ strokes }: PrintedPage): number[] {
  const heights = strokes
    .filter(({ across, down }) => down < 0.5 && across > TABLE_WIDTH - 1)
    .map(({ y }) => y)
    .sort((a, b) => b - a)
  return heights.filter((height, index) => index === 0 || heights[index - 1]! - height > 1)
}

/** Pieces of text that a vertical rule cuts. */
export function cutByRules({ pieces, strokes }: PrintedPage): Piece[] {
  const rules = strokes.filter(({ across, down }) => across < 0.5 && down > 20)
  return pieces.filter(({ x, y, width }) =>
    rules.some(rule => rule.x > x + 0.2 && rule.x < x + width - 0.2 && y < rule.y && y > rule.y - rule.down),
  )
}
