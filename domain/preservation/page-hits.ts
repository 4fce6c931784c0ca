import { highlight, type SearchTerm } from '../shared/text.ts'

/** A rectangle on a page, in ten-thousandths of its width and height. */
export interface PageBox {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

/** Where a word stands on a page: one rectangle, or one on each line it runs over. */
export type PageHit = readonly PageBox[]

/** Finds where words stand on a recognised page, in reading order; `boxes` has four numbers for each UTF-16 unit of the text. */
export function hitsOnPage(
  text: string,
  boxes: readonly number[],
  terms: readonly Pick<SearchTerm, 'text'>[],
): PageHit[] {
  return highlight(text, terms)
    .map(({ start, end }) => joined(boxesBetween(boxes, start, end)))
    .filter(hit => hit.length > 0)
}

function boxesBetween(boxes: readonly number[], start: number, end: number): PageBox[] {
  return Array.from({ length: end - start }, (_, at) => {
    const [left = 0, top = 0, width = 0, height = 0] = boxes.slice((start + at) * 4, (start + at) * 4 + 4)
    return { left, top, width, height }
  }).filter(({ width, height }) => width > 0 && height > 0)
}

/** Joins neighbours on one line to one rectangle. */
function joined(boxes: readonly PageBox[]): PageBox[] {
  const lines: PageBox[] = []
  for (const box of boxes) {
    const line = lines.at(-1)
    if (line && onOneLine(line, box)) lines[lines.length - 1] = around(line, box)
    else lines.push(box)
  }
  return lines
}

const onOneLine = (a: PageBox, b: PageBox): boolean =>
  b.left + b.width >= a.left && Math.min(a.top + a.height, b.top + b.height) > Math.max(a.top, b.top)

function around(a: PageBox, b: PageBox): PageBox {
  const [left, top] = [Math.min(a.left, b.left), Math.min(a.top, b.top)]
  const right = Math.max(a.left + a.width, b.left + b.width)
  const bottom = Math.max(a.top + a.height, b.top + b.height)
  return { left, top, width: right - left, height: bottom - top }
}
