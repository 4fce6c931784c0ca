import {
  type CodeParts,
  type ElementName,
  elementPattern,
  elements,
  isElementName,
  isNumber,
  isSerial,
} from './elements.ts'
import { refuseNumbering } from './refusals.ts'

/** An element in its place in a template. */
export interface Slot {
  readonly element: ElementName
  readonly width: number
}

/** A piece of a template: text that stands as it is, an element, or a group left out when its elements are not given. */
export type Segment =
  | Slot
  | { readonly literal: string }
  | { readonly optional: readonly (Slot | { readonly literal: string })[] }

/** A template of archival codes 档号, taken apart. */
export interface CodeTemplate {
  readonly text: string
  readonly segments: readonly Segment[]
  /** Serial a code of this template ends with. */
  readonly serial: ElementName
  readonly pattern: RegExp
}

/** Writes the code of these parts; refuses with `numbering.part-absent` or `numbering.part-form`. Parts the template does not use are ignored. */
export function formatCode(template: CodeTemplate, parts: CodeParts): string {
  return write(
    spread(template.segments, name => parts[name] !== undefined),
    parts,
  )
}

/** Takes a code apart, undefined when it does not follow the template; the other way round of `formatCode`. */
export function parseCode(template: CodeTemplate, text: string): CodeParts | undefined {
  const groups = template.pattern.exec(normalizeCode(text))?.groups
  return groups && partsOf(groups)
}

/**
 * Key of the sequence in which a serial counts: all that stands before it, i.e. the lowest class. The scope of an item inside a
 * volume is therefore the volume's own code.
 */
export function scopeOf(template: CodeTemplate, parts: CodeParts, serial: ElementName = template.serial): string {
  const pieces = spread(template.segments, name => name === serial || parts[name] !== undefined)
  const end = pieces.findIndex(piece => 'element' in piece && piece.element === serial)
  return write(pieces.slice(0, Math.max(end, 0)), parts).replace(/[-·]+$/, '')
}

/** Number that follows the last one given in a sequence; the first is 1. */
export function nextSerial(last: number | null | undefined): number {
  return (last ?? 0) + 1
}

/** Brings a code as people and other systems write it into its one form: half-width letters and hyphens, `·` for every kind of dot. */
export function normalizeCode(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/\s/gu, '')
    .replace(/[\p{Pd}−]/gu, '-')
    .replace(/[.・•‧∙⋅。]/gu, '·')
}

/** Source of the regular expression for pieces of a template, one named group per element. */
export function patternOf(segments: readonly Segment[]): string {
  return segments
    .map(segment => {
      if ('literal' in segment) return segment.literal
      if ('optional' in segment) return `(?:${patternOf(segment.optional)})?`
      return `(?<${segment.element}>${elementPattern(segment.element, segment.width)})`
    })
    .join('')
}

/** Parts out of the named groups of a match. */
export function partsOf(groups: Readonly<Record<string, string | undefined>>): CodeParts {
  return Object.fromEntries(
    Object.entries(groups).flatMap(([name, value]) =>
      value === undefined || !isElementName(name) ? [] : [[name, isNumber(name) ? Number(value) : value]],
    ),
  )
}

type Piece = Slot | { readonly literal: string }

function spread(segments: readonly Segment[], given: (name: ElementName) => boolean): Piece[] {
  return segments.flatMap(segment => {
    if (!('optional' in segment)) return [segment]
    return segment.optional.some(piece => 'element' in piece && given(piece.element)) ? segment.optional : []
  })
}

function write(pieces: readonly Piece[], parts: CodeParts): string {
  return pieces.map(piece => ('literal' in piece ? piece.literal : writePart(piece, parts[piece.element]))).join('')
}

function writePart({ element, width }: Slot, value: string | number | undefined): string {
  const { title, titleEn, form, formEn } = elements[element]
  if (value === undefined || value === '') return refuseNumbering('numbering.part-absent', { title, titleEn })
  const text = isSerial(element) ? String(value).padStart(width, '0') : String(value)
  const fits = new RegExp(`^${elementPattern(element, width)}$`, 'u').test(text)
  return fits ? text : refuseNumbering('numbering.part-form', { title, titleEn, form, formEn, value })
}
