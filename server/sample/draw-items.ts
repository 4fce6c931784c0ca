import type { SampleUnit } from '../../domain/setup/sample-people.ts'
import type { Topic } from './document-phrases.ts'
import { draw } from './draw.ts'
import { drawContracts } from './draw-contracts.ts'
import { byDate, drawDocuments } from './draw-documents.ts'
import type { Words } from './draw-occurrences.ts'

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

const drafts = 25
const onlyNumbered = 15
const filesEvery = 17

/** All items of the sample farm, by date; the same every time. */
export function sampleItems(): SampleItem[] {
  const drawn = [...drawDocuments(), ...drawContracts()].sort(byDate)
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

/** A draft somebody has only begun: what filing will ask for is still to come. */
const unfinished = (words: Words): Words => ({ ...words, creator: '', pages: null, note: '待补责任者和页数。' })

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
