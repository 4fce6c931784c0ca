import type { GreyImage } from './page-image.ts'

const PAPER = 255
/** Darker is ink. */
const INK = 150
/** Breaks in a printed line that are bridged, in pixels. */
const BREAK = 3

/**
 * Takes the ruling lines of tables out of a page, level and upright ones: a run of ink longer than any stroke of a character and as
 * thin as a pen. Where a character crosses the line its ink stays. Changes the pixels it is given.
 */
export function removeRulings({ width, height, grey }: GreyImage): void {
  const original = Uint8Array.from(grey)
  const level: Direction = { along: 1, across: width, length: width, lines: height }
  const upright: Direction = { along: width, across: 1, length: height, lines: width }
  const shortest = Math.round(Math.min(width, height) / 14)
  const thickest = Math.max(3, Math.round(Math.min(width, height) / 220))
  for (const direction of [level, upright]) removeAlong(original, grey, { direction, shortest, thickest })
}

/** How to walk over the pixels: the step along a line, the step to the next line, and how many there are of each. */
interface Direction {
  readonly along: number
  readonly across: number
  readonly length: number
  readonly lines: number
}

interface Wanted {
  readonly direction: Direction
  readonly shortest: number
  readonly thickest: number
}

function removeAlong(original: Uint8Array, grey: Uint8Array, { direction, shortest, thickest }: Wanted): void {
  const { along, across, length, lines } = direction
  for (let line = 0; line < lines; line++) {
    let begin = -1
    let lastInk = -1
    for (let place = 0; place <= length; place++) {
      const isInk = place < length && original[line * across + place * along]! < INK
      if (isInk) {
        if (begin < 0) begin = place
        lastInk = place
      } else if (begin >= 0 && (place - lastInk > BREAK || place === length)) {
        if (lastInk - begin >= shortest) eraseRun(original, grey, { direction, line, begin, end: lastInk, thickest })
        begin = -1
      }
    }
  }
}

interface Run {
  readonly direction: Direction
  readonly line: number
  readonly begin: number
  readonly end: number
  readonly thickest: number
}

function eraseRun(original: Uint8Array, grey: Uint8Array, { direction, line, begin, end, thickest }: Run): void {
  const { along, across, lines } = direction
  for (let place = begin; place <= end; place++) {
    const thickness = 1 + reach(-1, place) + reach(1, place)
    if (thickness > thickest) continue
    // The edge of a line is grey and would be left as a shadow of it.
    for (let near = -1; near <= 1; near++)
      if (line + near >= 0 && line + near < lines) grey[(line + near) * across + place * along] = PAPER
  }
  function reach(step: 1 | -1, place: number): number {
    let far = 0
    for (let at = line + step; at >= 0 && at < lines && far <= thickest; at += step, far++)
      if (original[at * across + place * along]! >= INK) break
    return far
  }
}
