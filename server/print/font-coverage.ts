import { readFileSync } from 'node:fs'

/** The code points a face can draw, as half-open ranges in ascending order. */
export type Coverage = readonly (readonly [from: number, end: number])[]

const TABLE_RECORD_BYTES = 16
const ENCODING_RECORD_BYTES = 8
const GROUP_BYTES = 12
/** The `cmap` subtable that maps all of Unicode: segmented coverage, OpenType format 12. */
const SEGMENTED_COVERAGE = 12

/** Reads which characters a TrueType face has; throws when it has no table for all of Unicode. */
export function coverageOf(fontFile: URL): Coverage {
  const font = readFileSync(fontFile)
  const tables = Array.from({ length: font.readUInt16BE(4) }, (_, at) => 12 + at * TABLE_RECORD_BYTES)
  const record = tables.find(at => font.toString('latin1', at, at + 4) === 'cmap')
  const cmap = record === undefined ? Buffer.alloc(4) : font.subarray(font.readUInt32BE(record + 8))
  const subtables = Array.from({ length: cmap.readUInt16BE(2) }, (_, at) =>
    cmap.subarray(cmap.readUInt32BE(4 + at * ENCODING_RECORD_BYTES + 4)),
  )
  const subtable = subtables.find(bytes => bytes.readUInt16BE(0) === SEGMENTED_COVERAGE)
  if (!subtable) throw new Error(`${fontFile.pathname} has no character table for all of Unicode`)
  return Array.from({ length: subtable.readUInt32BE(12) }, (_, index) => {
    const group = 16 + index * GROUP_BYTES
    return [subtable.readUInt32BE(group), subtable.readUInt32BE(group + 4) + 1] as const
  })
}

/** Drawn in place of a character that the face lacks, the geta mark of East Asian typesetting. */
const LACKING = '〓'
/** Neither spaces nor invisible characters are drawn, so no face need have them. */
const undrawn = /[\s\p{Default_Ignorable_Code_Point}]/u

/** The text with `〓` for each character the face lacks, and which those were, each once. */
export function legible(text: string, coverage: Coverage): { text: string; lacking: string[] } {
  const lacking = new Set<string>()
  const readable = text.replace(/[^\x20-\x7e]/gu, character => {
    if (covers(coverage, character.codePointAt(0)!) || undrawn.test(character)) return character
    lacking.add(character)
    return LACKING
  })
  return { text: readable, lacking: [...lacking] }
}

function covers(coverage: Coverage, codePoint: number): boolean {
  let [low, high] = [0, coverage.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (coverage[middle]![1] <= codePoint) low = middle + 1
    else high = middle
  }
  return low < coverage.length && coverage[low]![0] <= codePoint
}
