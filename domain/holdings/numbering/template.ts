import { type CodeTemplate, formatCode, normalizeCode, parseCode, patternOf, type Segment, type Slot } from './code.ts'
import { type CodeParts, type ElementName, elements, isElementName, isNumber, isSerial } from './elements.ts'
import { refuseNumbering } from './refusals.ts'

type Piece = Slot | { readonly literal: string }

/**
 * Reads a template of archival codes such as `{fonds}-{category}·{year}-{retention}[-{unit}]-{item:4}`: elements in braces with their
 * width, optional groups in brackets, the rest as it stands. What is unclear is refused with the reason (`numbering.…`).
 */
export function parseTemplate(source: string): CodeTemplate {
  const text = normalizeCode(source)
  if (!/^(?:[^{}[\]]|\{[^{}[\]]*\}|\[(?:[^{}[\]]|\{[^{}[\]]*\})*\])+$/u.test(text)) {
    refuseNumbering('numbering.template-broken', { template: source })
  }
  const segments = (text.match(/\[[^\]]*\]|\{[^}]*\}|[^{}[\]]+/gu) ?? []).map(readSegment)
  const slots = slotsOf(segments)
  const serial = slots.at(-1)?.element
  const repeated = slots.find(({ element }, at) => slots.findIndex(other => other.element === element) !== at)
  if (repeated) refuseNumbering('numbering.element-repeated', { element: repeated.element })
  const end = text.at(-1)
  if (!serial || !isSerial(serial) || (end !== '}' && end !== ']')) return refuseNumbering('numbering.no-serial')
  const template = { text, segments, serial, pattern: new RegExp(`^${patternOf(segments)}$`, 'u') }
  return isReadable(template) ? template : refuseNumbering('numbering.ambiguous', { template: source })
}

/** Slots of a template in order, those of optional groups among them. */
export function slotsOf(segments: readonly Segment[]): Slot[] {
  return segments.flatMap(segment =>
    'element' in segment ? [segment] : 'optional' in segment ? slotsOf(segment.optional) : [],
  )
}

function readSegment(text: string): Segment {
  if (!text.startsWith('[')) return readPiece(text)
  const optional = (text.slice(1, -1).match(/\{[^}]*\}|[^{}]+/gu) ?? []).map(readPiece)
  return optional.some(piece => 'element' in piece) ? { optional } : refuseNumbering('numbering.group-empty')
}

function readPiece(text: string): Piece {
  if (!text.startsWith('{')) {
    return /^[-·A-Z0-9\p{Script=Han}]+$/u.test(text)
      ? { literal: text }
      : refuseNumbering('numbering.literal', { literal: text })
  }
  const [element = '', width] = text.slice(1, -1).split(':')
  if (!isElementName(element)) return refuseNumbering('numbering.element-unknown', { element })
  if (width === undefined) return { element, width: elements[element].width }
  const takesWidth = elements[element].sort !== 'fixed' && /^[1-8]$/.test(width)
  return takesWidth ? { element, width: Number(width) } : refuseNumbering('numbering.width', { element })
}

const samples: CodeParts = { category: 'WS', class: 'WS', year: 2026, retention: 'Y' }

/** Tries every combination of optional groups: each code must come apart into the parts it was made of. */
function isReadable(template: CodeTemplate): boolean {
  const groups = template.segments.flatMap(segment => ('optional' in segment ? [slotsOf(segment.optional)] : []))
  if (groups.length > 5) return false
  return Array.from({ length: 2 ** groups.length }, (_, choice) => {
    const absent = new Set(groups.flatMap((slots, at) => ((choice >> at) & 1 ? [] : slots.map(slot => slot.element))))
    const parts: CodeParts = Object.fromEntries(
      slotsOf(template.segments).flatMap(slot => (absent.has(slot.element) ? [] : [[slot.element, sampleOf(slot)]])),
    )
    const back = parseCode(template, formatCode(template, parts))
    return back !== undefined && namesOf(template).every(name => back[name] === parts[name])
  }).every(Boolean)
}

function sampleOf({ element, width }: Slot): string | number {
  return samples[element] ?? (isNumber(element) ? 1 : 'A'.repeat(width || 2))
}

const namesOf = (template: CodeTemplate): ElementName[] => slotsOf(template.segments).map(slot => slot.element)
