import type { Block, Line, Symbol as Sign } from 'tesseract.js'
import type { PageText } from './recognize.ts'

/** Lines of one page beyond which it is no page of words. */
const MOST_UNITS = 40_000
const WHOLE = 10_000
const unspaced = /[\p{scx=Han}\p{P}\p{S}]/u

type ToPage = (x: number, y: number) => readonly [number, number]

/** Puts recognised signs together to lines, without the spaces that stand between Chinese characters, and keeps the place of each. */
export function pageText(blocks: readonly Pick<Block, 'paragraphs'>[], toPage: ToPage): PageText {
  let text = ''
  const boxes: number[] = []
  const add = (part: string, box: readonly number[]) => {
    text += part
    for (let unit = 0; unit < part.length; unit++) boxes.push(...box)
  }
  for (const line of blocks.flatMap(({ paragraphs }) => paragraphs.flatMap(({ lines }) => lines))) {
    if (text.length > MOST_UNITS) break
    if (text !== '') add('\n', nowhere)
    for (const { spaced, sign } of signsOf(line)) {
      if (spaced) add(' ', nowhere)
      add(sign.text.replaceAll('\0', '').toWellFormed(), boxOf(sign, toPage))
    }
  }
  return { text, boxes }
}

const nowhere = [0, 0, 0, 0] as const

/** The signs of a line in order, and whether a space belongs before each: only between words of letters and figures. */
function signsOf({ words }: Pick<Line, 'words'>): { spaced: boolean; sign: Sign }[] {
  const signs: { spaced: boolean; sign: Sign }[] = []
  for (const { symbols } of words) {
    for (const [at, sign] of symbols.entries()) {
      const before = signs.at(-1)?.sign.text
      const spaced = at === 0 && before !== undefined && !unspaced.test(before) && !unspaced.test(sign.text)
      signs.push({ spaced, sign })
    }
  }
  return signs
}

function boxOf({ bbox: { x0, y0, x1, y1 } }: Sign, toPage: ToPage): number[] {
  const corners = [toPage(x0, y0), toPage(x1, y0), toPage(x0, y1), toPage(x1, y1)]
  const [left, right] = span(corners.map(([x]) => x))
  const [top, bottom] = span(corners.map(([, y]) => y))
  return [left, top, right - left, bottom - top]
}

function span(values: readonly number[]): readonly [number, number] {
  const inside = (value: number) => Math.round(Math.min(1, Math.max(0, value)) * WHOLE)
  return [inside(Math.min(...values)), inside(Math.max(...values))]
}
