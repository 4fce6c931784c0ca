const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' })

// Scripts written on a square, their punctuation and full-width forms, and pictures: two columns of a terminal each.
const wide =
  /^(?:[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}\u3000-\u303f\uff01-\uff60\uffe0-\uffe6]|\p{Emoji_Presentation})/u

/** Columns of a terminal that a text takes. */
export function widthOf(text: string): number {
  let columns = 0
  for (const { segment } of graphemes.segment(text)) columns += wide.test(segment) ? 2 : 1
  return columns
}

/** Cuts a text to so many columns; a cut one ends with an ellipsis. */
export function cut(text: string, columns: number): string {
  if (widthOf(text) <= columns) return text
  let kept = ''
  for (const { segment } of graphemes.segment(text)) {
    if (widthOf(kept) + widthOf(segment) > columns - 1) break
    kept += segment
  }
  return `${kept}…`
}

/** Fills a text up with spaces to so many columns. */
export const pad = (text: string, columns: number): string => text + ' '.repeat(Math.max(0, columns - widthOf(text)))

/** Text from an archive as one safe line: what would move the cursor, colour the terminal or turn the reading direction is taken out. */
export const plain = (text: string): string =>
  text.replace(/\s+/g, ' ').replace(/[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, '')
