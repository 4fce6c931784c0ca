import { type Change, changesBetween, type Names } from './changes.ts'
import type { HistoryEntry } from './item-queries.ts'

/** An entry of the history as a sentence: what was done, what changed by it, and why. */
export interface Sentence {
  readonly what: string
  readonly changes: readonly Change[]
  readonly reason: string
}

type Facts = Readonly<Record<string, unknown>>

const asFacts = (value: unknown): Facts => (typeof value === 'object' && value !== null ? (value as Facts) : {})

/** Says an entry in words; what it does not know is called by its event's own title. */
export function sentenceOf({ event, data, title, titleEn }: HistoryEntry, names: Names): Sentence {
  const facts = asFacts(data)
  const said = (name: string) => String(facts[name] ?? '')
  const changes =
    event === 'item.described' || event === 'item.corrected'
      ? changesBetween(asFacts(facts['before']), asFacts(facts['after']), names)
      : []
  const reason =
    event === 'item.registered'
      ? said('outsideScope')
      : event === 'item.corrected' || event === 'item.unnumbered'
        ? said('reason')
        : ''
  const titles = changes.map(change => change.title)
  const words: Readonly<Record<string, { zh: string; en: string }>> = {
    'item.registered': { zh: '登记', en: 'registered it' },
    'items.registered': {
      zh: `登记，从表格“${said('name')}”导入，同批 ${said('count')} 件`,
      en: `registered it, imported from “${said('name')}” with ${said('count')} in all`,
    },
    'item.described': { zh: `改著录：${titles.join('、')}`, en: `described it: ${titles.join(', ')}` },
    'item.numbered': { zh: `编号 ${said('code')}`, en: `numbered it ${said('code')}` },
    'item.unnumbered': { zh: `撤销编号 ${said('code')}`, en: `withdrew the number ${said('code')}` },
    'item.filed': {
      zh: `归档，电子文件 ${said('components')} 个`,
      en: `filed it with ${said('components')} files`,
    },
    'item.corrected': { zh: `更正：${titles.join('、')}`, en: `corrected it: ${titles.join(', ')}` },
    'item.stored': { zh: `写入存储库，${said('version')}`, en: `wrote it to the store, ${said('version')}` },
    'item.bound': { zh: `放入案卷《${said('title')}》`, en: `put it into the volume “${said('title')}”` },
    'item.unbound': { zh: `从案卷《${said('title')}》取出`, en: `took it out of the volume “${said('title')}”` },
    'component.attached': { zh: `加入电子文件 ${said('name')}`, en: `attached ${said('name')}` },
    'component.detached': { zh: `移除电子文件 ${said('name')}`, en: `detached ${said('name')}` },
    'component.opened': { zh: `查看 ${said('name')}`, en: `opened ${said('name')}` },
  }
  return { what: words[event]?.[names.language] ?? (names.language === 'en' ? titleEn : title), changes, reason }
}

/** Looks that leave a trace; there are many, and they change nothing. */
export const isLook = ({ event }: HistoryEntry): boolean => event === 'component.opened'
