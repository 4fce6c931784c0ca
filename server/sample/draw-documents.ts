import { sampleUnits } from '../../domain/setup/sample-people.ts'
import {
  type DocumentPattern,
  documentPatterns,
  issuers,
  longTitles,
  type SingleDocument,
  shortTitles,
} from './document-phrases.ts'
import { daysAfter, draw } from './draw.ts'
import { type Drawn, describe, occurrences } from './draw-occurrences.ts'
import { keywords } from './text-phrases.ts'

/** Every document of the sample by date, with its number 文号. */
export function drawDocuments(): Drawn[] {
  return withNumbers([...recurring(), ...singles()].sort(byDate))
}

/** Order of items by date, then title. */
export const byDate = (a: Drawn, b: Drawn): number => (sortKey(a) < sortKey(b) ? -1 : 1)

const sortKey = ({ words }: Drawn) => `${words.date} ${words.title}`

function* recurring(): Generator<Drawn> {
  for (const { pattern, title, date, year } of occurrences<DocumentPattern>(documentPatterns)) {
    const { unit, topic, retention, genre, from, secrecy = 'internal' } = pattern
    yield {
      unit,
      topic,
      words: {
        ...describe({ title, date, year, genre, retention }),
        kind: 'document',
        secrecy,
        creator: issuers[from].creator || sampleUnits[unit],
        documentNo: issuers[from].number,
        openness: secrecy === 'public' ? 'open' : 'unreviewed',
        fields: documentFields(pattern, { title, date }),
      },
    }
  }
}

function* singles(): Generator<Drawn> {
  const single = ([date, retention, genre, unit, title]: SingleDocument, selfMadeTitle: boolean): Drawn => ({
    unit,
    topic: 'office',
    words: {
      ...describe({ title, date, year: Number(date.slice(0, 4)), genre, retention }),
      kind: 'document',
      secrecy: 'internal',
      creator: sampleUnits[unit],
      selfMadeTitle,
      fields: { genre },
    },
  })
  yield* longTitles.map(title => single(title, false))
  yield* shortTitles.map(title => single(title, true))
}

function documentFields(
  { from, genre, topic }: DocumentPattern,
  { title, date }: { readonly title: string; readonly date: string },
) {
  const { direction, creator } = issuers[from]
  const received =
    direction === 'received' ? { counterpart: creator, receivedOn: daysAfter(date, 1 + draw(title, 5)) } : {}
  const addressed =
    from === 'farm' ? { addressee: '各部门、各班组' } : from === 'farmUp' ? { addressee: '示范牧业有限公司' } : {}
  const urgent = draw(`${title} urgency`, 12) === 0 ? { urgency: 'urgent' } : {}
  const attached = genre === 'request' || genre === 'report' ? { attachments: draw(title, 4) } : {}
  return {
    direction,
    genre,
    keywords: keywords[topic],
    draftStatus: 'original',
    ...received,
    ...addressed,
    ...urgent,
    ...attached,
  }
}

/** Gives document numbers in order of date: ours without a gap, those of others with what they sent elsewhere between. */
function withNumbers(documents: readonly Drawn[]): Drawn[] {
  const last = new Map<string, number>()
  return documents.map(document => {
    const { words } = document
    if (!words.documentNo) return document
    const sequence = `${words.documentNo}〔${words.year}〕`
    const ours = !/^(农|疫|环|牧司)/.test(sequence)
    const number = (last.get(sequence) ?? 0) + 1 + (ours ? 0 : draw(words.title, 17))
    last.set(sequence, number)
    return { ...document, words: { ...words, documentNo: `${sequence}${number}号` } }
  })
}
