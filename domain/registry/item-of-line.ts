import type { Secrecy } from '../access/secrecy.ts'
import type { ItemInput } from '../holdings/item-input.ts'
import type { RetentionCode } from '../holdings/retention.ts'
import { type Nature, natures, proposeYear, type YearProposal, yearProfiles } from '../holdings/year.ts'
import { documentKind } from '../kinds/document.kind.ts'
import type { Direction, LineKind, Urgency } from './line-input.ts'

/** What is known of a line when it becomes an item. */
export interface LineOfItem {
  readonly direction: Direction
  readonly kind: LineKind
  readonly fondsId: string
  /** Name of the organisation itself, which answers for what it sends. */
  readonly organisation: string
  readonly unitId: string | null
  readonly unitCode: string | null
  readonly registeredOn: string
  readonly counterpart: string
  readonly documentNo: string
  readonly title: string
  readonly datedOn: string
  readonly secrecy: Secrecy
  readonly urgency: Urgency
  readonly copies: number
  readonly pages: number | null
  readonly attachments: number
  readonly note: string
}

const genres = documentKind.fields.genre.options

/** The sort of document 文种 its title ends in: 关于购置搅拌车的请示 is a request; undefined where the title does not tell. */
export const genreOf = (title: string): keyof typeof genres | undefined =>
  (Object.keys(genres) as (keyof typeof genres)[])
    .filter(code => code !== 'other' && title.replace(/（[^）]*）$/, '').endsWith(genres[code]))
    .sort((a, b) => genres[b].length - genres[a].length)[0]

const isNature = (code: string | undefined): code is Nature => code !== undefined && Object.hasOwn(natures, code)

/** Proposes the year 年度 of a line's item and says why (S14.5): from the day on the document, else from the day of the register. */
export function proposeYearOf(line: Pick<LineOfItem, 'title' | 'datedOn' | 'registeredOn'>): YearProposal {
  const genre = genreOf(line.title)
  const proposal = proposeYear(yearProfiles['by-item'], {
    nature: isNature(genre) ? genre : 'ordinary',
    ...(line.datedOn && { signedOn: line.datedOn }),
    receivedOn: line.registeredOn,
  })
  if (!proposal) throw new Error('a line of the register always has its day')
  return proposal
}

/** Writes the description of the item a line becomes (S1.2): nobody types again what the register says. */
export function itemOfLine(line: LineOfItem, place: { year: number; retention: RetentionCode }): ItemInput {
  const received = line.direction === 'received'
  return {
    fondsId: line.fondsId,
    kind: line.kind,
    year: place.year,
    unitId: line.unitId,
    title: line.title,
    selfMadeTitle: false,
    documentNo: line.documentNo,
    creator: received ? line.counterpart : line.organisation,
    date: line.datedOn,
    pages: line.pages,
    copies: line.copies,
    secrecy: line.secrecy,
    openness: 'unreviewed',
    retention: place.retention,
    note: line.note,
    fields: line.kind === 'contract' ? contractFields(line) : documentFields(line),
  }
}

function documentFields(line: LineOfItem): Record<string, unknown> {
  const genre = genreOf(line.title)
  return {
    direction: line.direction,
    counterpart: line.counterpart,
    ...(line.direction === 'received' && { receivedOn: line.registeredOn }),
    urgency: line.urgency,
    attachments: line.attachments,
    ...(genre && { genre }),
  }
}

/** A contract's type is not in the register: it begins as “other” and is made exact when the draft is described. */
const contractFields = (line: LineOfItem): Record<string, unknown> => ({
  contractNo: line.documentNo || line.unitCode || '',
  contractType: 'other',
  counterparty: line.counterpart,
  ...(line.datedOn && { signedOn: line.datedOn }),
})
