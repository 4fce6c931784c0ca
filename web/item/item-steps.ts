import type { Wording } from '../language.ts'
import type { HistoryEntry, ShownItem } from './item-queries.ts'

/** One step of an item's way into the archive. */
export interface Step {
  readonly name: Wording
  readonly state: 'done' | 'next' | 'later'
  readonly who: string
  readonly at: string | null
}

const names = {
  registered: { zh: '登记', en: 'Registered' },
  described: { zh: '著录', en: 'Described' },
  numbered: { zh: '编号', en: 'Numbered' },
  filed: { zh: '归档', en: 'Filed' },
  stored: { zh: '入存储库', en: 'Stored' },
} as const

/** The steps 登记、著录、编号、归档、入存储库, each with who did it and when (S1.5); described is what lacks nothing that filing asks for. */
export function stepsOf(item: ShownItem['item'], history: readonly HistoryEntry[], complete: boolean): Step[] {
  const last = (event: string) => history.findLast(entry => entry.event === event)
  const registered = last('item.registered')
  const reached = [
    { name: names.registered, done: true, by: registered },
    { name: names.described, done: complete, by: last('item.described') ?? registered },
    { name: names.numbered, done: item.state !== 'draft', by: last('item.numbered') },
    { name: names.filed, done: item.state === 'filed', by: last('item.filed') },
    { name: names.stored, done: item.state === 'filed' && item.stored, by: last('item.stored') },
  ]
  const next = reached.findIndex(({ done }) => !done)
  return reached.map(({ name, done, by }, index) => ({
    name,
    state: done ? 'done' : index === next ? 'next' : 'later',
    who: done ? (by?.actorName ?? '') : '',
    at: done ? (by?.at ?? null) : null,
  }))
}
