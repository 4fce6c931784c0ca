/** Half-open range of UTF-16 positions in the string as the caller wrote it. */
export interface TextRange {
  readonly start: number
  readonly end: number
}

/** One word or quoted phrase of a search: every gram must be in a match. */
export interface SearchTerm {
  /** Normal form of the term, for rechecking and highlighting. */
  readonly text: string
  readonly grams: readonly string[]
}

/** Text in normal form, with the original range each of its UTF-16 units came from. */
interface FoldedText {
  readonly text: string
  readonly starts: readonly number[]
  readonly ends: readonly number[]
}

const QUERY_LENGTH_LIMIT = 200
/** Keeps the lexemes of one text below the 1 MiB that PostgreSQL allows a tsvector. */
const GRAM_LIMIT = 100_000
const FILE_NAME_BYTES = 200

/** Invisible characters, accents and variation selectors: two writings that differ only in these are one word. */
const ignorable = /\p{Cf}|\p{Cs}|\p{Variation_Selector}|[\u0300-\u036f]|[\u3099\u309a]/gu
const gap = /^[\p{P}\p{S}\p{Z}\p{Cc}]$/u
/** Scripts written without spaces, and the private and unassigned code points that rare name characters live in. */
const unspaced = /^[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Bopomofo}\p{Co}\p{Cn}]$/u
/** Circles that typists use for the numeral 〇, as in 二○二四年. */
const zeroLike = /[○◯]/g

const GAP = ' '
const foldedCharacters = new Map<string, readonly string[]>()

/** The characters one code point stands for in normal form; a gap is a space, nothing is an empty list. */
function foldCharacter(character: string): readonly string[] {
  const known = foldedCharacters.get(character)
  if (known) return known
  const plain = character.replace(zeroLike, '〇').normalize('NFKD').replace(ignorable, '').toLowerCase()
  const folded = Array.from(plain, c => (gap.test(c) ? GAP : c))
  if (character.length === 1) foldedCharacters.set(character, folded)
  return folded
}

/**
 * Folds code point by code point, so that the normal form of a part is a part of the normal form. Punctuation and white space
 * are one gap, which stays only between two characters of spaced scripts: 〔2024〕15号 and (2024) 15号 both become `2024 15号`.
 */
function fold(original: string): FoldedText {
  const units: string[] = []
  const starts: number[] = []
  const ends: number[] = []
  let open: TextRange | undefined
  let lastIsSpaced = false
  let position = 0
  const push = (unit: string, { start, end }: TextRange): void => {
    units.push(unit)
    for (let i = 0; i < unit.length; i++) {
      starts.push(start)
      ends.push(end)
    }
  }
  for (const character of original) {
    const range = { start: position, end: position + character.length }
    position = range.end
    const folded = foldCharacter(character)
    if (folded.length === 0 && !open && ends.length > 0) ends[ends.length - 1] = range.end
    for (const unit of folded) {
      if (unit === GAP) {
        open ??= range
        continue
      }
      const isSpaced = !unspaced.test(unit)
      if (open && lastIsSpaced && isSpaced) push(GAP, open)
      push(unit, range)
      open = undefined
      lastIsSpaced = isSpaced
    }
  }
  return { text: units.join(''), starts, ends }
}

/**
 * Brings text into the one form that is indexed and searched: compatibility forms, width, case and accents folded, punctuation
 * and spaces gone except for one space between two Latin words or numbers. The result has only letters, numbers and spaces.
 */
export function normalizeText(original: string): string {
  return fold(original).text
}

const threeDigits = /^[0-9]{3}$/

/**
 * What a run of characters is found by: each pair of neighbours, and for figures each three. There are only a hundred pairs of figures, and
 * an archive is full of numbers: half of it would be gathered for one of them.
 */
function pairsAndFigures(run: readonly string[]): { pairs: string[]; figures: string[]; loosePairs: string[] } {
  const pairs = run.slice(1).map((character, i) => `${run[i]}${character}`)
  const triples = pairs.slice(1).map((pair, i) => `${run[i]}${pair}`)
  const isFigures = triples.map(triple => threeDigits.test(triple))
  return {
    pairs,
    figures: triples.filter((_, i) => isFigures[i]),
    loosePairs: pairs.filter((_, i) => !isFigures[i] && !isFigures[i - 1]),
  }
}

/**
 * Every character of a text, every pair of neighbours and every three figures, each once: whatever a reader remembers of it is found.
 * Very long texts give their first 100 000 grams.
 */
export function searchGrams(original: string): string[] {
  const grams = new Set<string>()
  for (const run of normalizeText(original).split(GAP)) {
    const characters = Array.from(run)
    const { pairs, figures } = pairsAndFigures(characters)
    for (const gram of [...pairs, ...figures, ...characters]) {
      if (grams.size >= GRAM_LIMIT) return [...grams]
      grams.add(gram)
    }
  }
  return [...grams]
}

/** One term of a search from a text that is looked for as it stands; nothing where the text has neither letter nor figure. */
export function searchTerm(original: string): SearchTerm | undefined {
  const text = normalizeText(original)
  if (text === '') return undefined
  const grams = new Set<string>()
  for (const run of text.split(GAP)) {
    const characters = Array.from(run)
    const { figures, loosePairs } = pairsAndFigures(characters)
    for (const gram of characters.length === 1 ? characters : [...figures, ...loosePairs]) grams.add(gram)
  }
  return { text, grams: [...grams] }
}

/** Reads the search box: words apart by white space, phrases in quotes; all of them must match. Input beyond 200 units is ignored. */
export function searchQuery(box: string): { terms: SearchTerm[] } {
  const words = box.slice(0, QUERY_LENGTH_LIMIT).match(/"[^"]*"?|“[^”]*”?|「[^」]*」?|[^\s"“「]+/g) ?? []
  const terms = words.map(searchTerm).filter(term => term !== undefined)
  return { terms: [...new Map(terms.map(term => [term.text, term])).values()] }
}

/** Where the terms stand in the original text, in order and without overlaps. */
export function highlight(original: string, terms: readonly Pick<SearchTerm, 'text'>[]): TextRange[] {
  const { text, starts, ends } = fold(original)
  const found: TextRange[] = []
  for (const term of terms) {
    if (term.text === '') continue
    for (let at = text.indexOf(term.text); at >= 0; at = text.indexOf(term.text, at + 1)) {
      found.push({ start: starts[at]!, end: ends[at + term.text.length - 1]! })
    }
  }
  return joinRanges(found)
}

function joinRanges(ranges: readonly TextRange[]): TextRange[] {
  const joined: TextRange[] = []
  for (const range of ranges.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    const last = joined.at(-1)
    if (last && range.start < last.end)
      joined[joined.length - 1] = { start: last.start, end: Math.max(last.end, range.end) }
    else joined.push(range)
  }
  return joined
}

/** A passage of about `width` UTF-16 units around the first match, on one line, with the matches marked in it. */
export function snippet(
  original: string,
  terms: readonly Pick<SearchTerm, 'text'>[],
  width: number,
): { text: string; marks: TextRange[] } {
  const line = original.trim().replace(/\s+/g, ' ')
  const first = highlight(line, terms)[0] ?? { start: 0, end: 0 }
  const lead = Math.max(0, Math.floor((width - (first.end - first.start)) / 3))
  const from = onCharacter(line, Math.max(0, Math.min(first.start - lead, line.length - width)))
  const to = onCharacter(line, Math.max(from + width, first.end))
  const text = `${from > 0 ? '…' : ''}${line.slice(from, to)}${to < line.length ? '…' : ''}`
  return { text, marks: highlight(text, terms) }
}

/** Moves a position that would split a surrogate pair to the beginning of the pair. */
function onCharacter(text: string, position: number): number {
  const code = text.charCodeAt(position)
  return position > 0 && code >= 0xdc00 && code <= 0xdfff ? position - 1 : position
}

const reservedName = /^(con|prn|aux|nul|(com|lpt)[0-9¹²³]|conin\$|conout\$)\s*(\.|$)/i

/**
 * Name under which an uploaded file is kept and shown: no folders, no invisible or direction-changing characters, nothing that
 * Windows refuses, at most 200 bytes of UTF-8 with the extension kept, never empty.
 */
export function fileNameOf(raw: string): string {
  const bare = (raw.split(/[/\\]/).findLast(part => part.trim() !== '') ?? '')
    .replace(/(?!\s)[\p{Cc}\p{Cf}\p{Cs}]/gu, '')
    .replace(/\s+/g, ' ')
    .normalize('NFC')
    .replace(/[<>:"|?*]/g, c => String.fromCharCode(c.charCodeAt(0) + 0xfee0))
    .replace(/^[\s.]+|[\s.]+$/g, '')
  const name = reservedName.test(bare) ? `_${bare}` : bare || '未命名'
  const extension = /\.[\p{L}\p{N}]{1,10}$/u.exec(name)?.[0] ?? ''
  const stem = name.slice(0, name.length - extension.length)
  const cut = cutToBytes(stem, FILE_NAME_BYTES - byteLength(extension))
  return (cut === stem ? stem : cut.replace(/[\s.]+$/, '')) + extension
}

function byteLength(text: string): number {
  return new TextEncoder().encode(text).length
}

function cutToBytes(text: string, limit: number): string {
  const { read } = new TextEncoder().encodeInto(text, new Uint8Array(limit))
  return text.slice(0, read)
}
