import type { z } from 'zod'
import type { itemInput } from '../../domain/holdings/item-input.ts'
import { type SampleUnit, sampleUnits } from '../../domain/setup/sample-people.ts'
import { type ContractPattern, contractPatterns, contractSlots } from './contract-phrases.ts'
import {
  type DocumentPattern,
  documentPatterns,
  type Genre,
  issuers,
  longTitles,
  type SingleDocument,
  shortTitles,
  slots,
  type Topic,
} from './document-phrases.ts'
import { daysAfter, draw, pick, workingDay } from './draw.ts'
import { keywords, notes } from './text-phrases.ts'

type Words = Omit<z.input<typeof itemInput>, 'fondsId' | 'unitId'>

/** An item of the sample farm: how it is registered, how far it goes, and what is corrected afterwards. */
export interface SampleItem {
  /** Names the item in idempotency keys, so that a job that runs again registers nothing twice. */
  readonly key: string
  readonly unit: SampleUnit
  readonly topic: Topic
  readonly state: 'draft' | 'numbered' | 'filed'
  /** Which set of files it has, or null for paper alone. */
  readonly filesTurn: number | null
  readonly words: Words
  readonly correction?: { readonly changes: Partial<Words>; readonly reason: string }
}

interface Drawn {
  readonly unit: SampleUnit
  readonly topic: Topic
  readonly words: Words & { readonly date: string; readonly title: string }
}

export const sampleYears = [2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026] as const
const lastMonth = '2026-10'
const drafts = 25
const onlyNumbered = 15
const filesEvery = 17

/** All items of the sample farm, by date; the same every time. */
export function sampleItems(): SampleItem[] {
  const drawn = [...documents(), ...singles(), ...contracts()].sort((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1))
  numberDocuments(drawn)
  const filed = drawn.length - drafts - onlyNumbered
  const turnOf = filesTurns()
  const items = drawn.map(({ unit, topic, words }, index): SampleItem => {
    const state = index < filed ? 'filed' : index < filed + onlyNumbered ? 'numbered' : 'draft'
    const filesTurn = turnOf(topic)
    const counted = filesTurn === null ? words : { ...words, pages: pagesOfFile(words) }
    const key = `sample-item-${String(index + 1).padStart(3, '0')}`
    const said = state === 'draft' && index % 3 === 0 ? unfinished(counted) : counted
    return { key, unit, topic, state, filesTurn, words: said }
  })
  return withCorrections(items)
}

/** Decides for one item after the other whether it has files, so that every topic has some. */
function filesTurns(): (topic: Topic) => number | null {
  const seen = new Map<Topic, number>()
  let turns = 0
  return topic => {
    const count = seen.get(topic) ?? 0
    seen.set(topic, count + 1)
    return count % filesEvery === 3 ? turns++ : null
  }
}

const pagesOfFile = ({ title, kind }: Words): number => 1 + draw(title, kind === 'contract' ? 2 : 4)

const sortKey = ({ words }: Drawn) => `${words.date} ${words.title}`

/** A draft somebody has only begun: what filing will ask for is still to come. */
const unfinished = (words: Words): Words => ({ ...words, creator: '', pages: null, note: '待补责任者和页数。' })

interface Occurrence<P> {
  readonly pattern: P
  readonly title: string
  readonly date: string
  readonly year: number
}

/** Every month of every year in which a pattern comes, with a title that no other has. */
function* occurrences<P extends { readonly title: string; readonly months: readonly number[] }>(
  patterns: readonly P[],
): Generator<Occurrence<P>> {
  for (const pattern of patterns) {
    let turn = 0
    for (const year of sampleYears) {
      for (const month of pattern.months) {
        const yearMonth = `${year}-${String(month).padStart(2, '0')}`
        const title = fillTitle(pattern.title, year, turn++)
        if (yearMonth <= lastMonth) yield { pattern, title, year, date: workingDay(yearMonth, title) }
      }
    }
  }
}

/** Fills a title's places: the first word goes round with every turn, the next moves on as well, so that no pair comes twice. */
function fillTitle(title: string, year: number, turn: number): string {
  const years: Readonly<Record<string, number>> = { year, last: year - 1, next: year + 1 }
  let rest = turn
  let before = 0
  return title.replace(/\{(\w+)\}/g, (_, name: string) => {
    if (Object.hasOwn(years, name)) return String(years[name])
    const words = slots[name] ?? contractSlots[name]
    if (!words) throw new Error(`no words for {${name}} in ${title}`)
    const word = words[(rest + before) % words.length]
    before = rest % words.length
    rest = Math.floor(rest / words.length)
    return word ?? ''
  })
}

function* documents(): Generator<Drawn> {
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

function* contracts(): Generator<Drawn> {
  const counts = new Map<number, number>()
  for (const { pattern, title, date, year } of occurrences<ContractPattern>(contractPatterns)) {
    const count = (counts.get(year) ?? 0) + 1
    counts.set(year, count)
    const { unit, retention, secrecy = 'internal' } = pattern
    const counterparty = pick(pattern.parties, title)
    const documentNo = draw(`${title} theirs`, 3) === 0 ? `XS${year}-${String(100 + draw(title, 900))}` : ''
    const contractNo = `HT-${year}-${unit}-${String(count).padStart(3, '0')}`
    yield {
      unit,
      topic: 'contract',
      words: {
        ...describe({ title, date, year, genre: 'other', retention }),
        kind: 'contract',
        secrecy,
        creator: `示范奶牛场；${counterparty}`,
        documentNo,
        copies: 2 + draw(title, 3),
        fields: { contractNo, counterparty, ...contractFields(pattern, { title, date }) },
      },
    }
  }
}

const pageRanges: Readonly<Partial<Record<Genre, readonly [number, number]>>> = {
  notice: [1, 6],
  reply: [1, 3],
  letter: [1, 3],
  request: [2, 6],
  circular: [1, 4],
  minutes: [3, 12],
  report: [3, 24],
  plan: [4, 30],
  summary: [8, 40],
  regulation: [4, 26],
  return: [1, 60],
}

function describe(facts: {
  readonly title: string
  readonly date: string
  readonly year: number
  readonly genre: Genre
  readonly retention: 'Y' | 'D30' | 'D10'
}) {
  const { genre, ...written } = facts
  const [least, most] = pageRanges[genre] ?? [1, 16]
  const note = draw(`${written.title} note`, 9) === 0 ? pick(notes, written.title) : ''
  return { ...written, pages: least + draw(`${written.title} pages`, most - least + 1), note }
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

function contractFields(
  { type, amount: [least, most], lasts, byTender }: ContractPattern,
  { title, date }: { readonly title: string; readonly date: string },
) {
  const amount = least + draw(`${title} amount`, (most - least) / 100) * 100
  const signatory = amount >= 300_000 ? '陈国栋' : '王丽娟'
  const expiresOn = daysAfter(`${Number(date.slice(0, 4)) + Math.floor(lasts / 12)}${date.slice(4)}`, (lasts % 12) * 30)
  return {
    contractType: type,
    signedOn: date,
    effectiveOn: daysAfter(date, 1),
    expiresOn,
    amount: `${amount}.00`,
    currency: 'CNY',
    ourSignatory: signatory,
    ...(byTender && { byTender }),
  }
}

/** Gives document numbers 文号 in order of date: ours without a gap, those of others with what they sent elsewhere between. */
function numberDocuments(drawn: Drawn[]): void {
  const last = new Map<string, number>()
  for (const [index, { words, ...rest }] of drawn.entries()) {
    if (words.kind !== 'document' || !words.documentNo) continue
    const sequence = `${words.documentNo}〔${words.year}〕`
    const ours = !/^(农|疫|环|牧司)/.test(sequence)
    const number = (last.get(sequence) ?? 0) + 1 + (ours ? 0 : draw(words.title, 17))
    last.set(sequence, number)
    drawn[index] = { ...rest, words: { ...words, documentNo: `${sequence}${number}号` } }
  }
}

/** Three filed items that were registered with a mistake and are corrected after filing. */
function withCorrections(items: SampleItem[]): SampleItem[] {
  const mistakes = [
    {
      year: 2021,
      wrong: ({ documentNo = '' }: Words) => ({ documentNo: documentNo.replace('〔', '[').replace('〕', ']') }),
      reason: '文号的年份应使用六角括号，著录时误用方括号。',
    },
    {
      year: 2023,
      wrong: ({ pages }: Words) => ({ pages: (pages ?? 2) + 1 }),
      reason: '复核实体，末页空白页不应计入页数。',
    },
    {
      year: 2025,
      wrong: ({ title }: Words) => ({ title: title.replace('关于', '') }),
      reason: '题名漏录“关于”二字，按原件更正。',
    },
  ]
  const at = new Map(
    mistakes.map(mistake => [
      items.findIndex(
        ({ state, words }) =>
          state === 'filed' &&
          words.year === mistake.year &&
          words.documentNo?.startsWith('牧场发') &&
          words.title.startsWith('关于'),
      ),
      mistake,
    ]),
  )
  return items.map((item, index) => {
    const mistake = at.get(index)
    if (!mistake) return item
    const wrong = mistake.wrong(item.words)
    const changes = Object.fromEntries(Object.keys(wrong).map(key => [key, item.words[key as keyof Words]]))
    return { ...item, words: { ...item.words, ...wrong }, correction: { changes, reason: mistake.reason } }
  })
}
