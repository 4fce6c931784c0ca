import { type Nature, natures, strangersInYear, yearProfiles } from '../year.ts'

/** What says of what year a bound paper is. */
export interface DatedPaper {
  readonly id: string
  readonly date: string
  readonly fields: Readonly<Record<string, unknown>>
}

/** Papers of a volume that the rules put under another year than the volume's (S14.5), each with that year and why. */
export function yearBreaks(year: number, papers: readonly DatedPaper[]) {
  const members = papers.map(({ id, date, fields }) => ({
    id,
    nature: natureOf(fields['genre']),
    ...(date !== '' && { signedOn: date }),
    ...(typeof fields['receivedOn'] === 'string' && { receivedOn: fields['receivedOn'] }),
  }))
  return strangersInYear(yearProfiles['by-volume'], year, members).map(({ member, proposal }) => ({
    itemId: member.id,
    year: proposal.year,
    zh: proposal.because.zh,
    en: proposal.because.en,
  }))
}

const isNature = (code: string): code is Nature => Object.hasOwn(natures, code)
const natureOf = (genre: unknown): Nature => (typeof genre === 'string' && isNature(genre) ? genre : 'ordinary')
