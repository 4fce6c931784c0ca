import type { Actor } from '../access/actor.ts'
import { keepsLine } from './keeping.ts'
import { lineCode } from './line-input.ts'
import { refuseRegistry } from './refusals.ts'

/** The life of a line as a table: registered 已登记, circulating 传阅中, done 已办结, then made into an item 已立件; or voided 已作废. */
export const lineStates = {
  registered: { title: '已登记', titleEn: 'Registered', next: ['circulating', 'done', 'itemised', 'voided'] },
  circulating: { title: '传阅中', titleEn: 'Circulating', next: ['circulating', 'done', 'voided'] },
  done: { title: '已办结', titleEn: 'Finished', next: ['circulating', 'done', 'itemised', 'voided'] },
  itemised: { title: '已立件', titleEn: 'Made an item', next: [] },
  voided: { title: '已作废', titleEn: 'Void', next: [] },
} as const satisfies Record<string, { title: string; titleEn: string; next: readonly string[] }>

export type LineState = keyof typeof lineStates
export const lineStateCodes = Object.keys(lineStates) as [LineState, ...LineState[]]

/** What the rules look at before a line goes a step further; `forwarded` tells whether it was forwarded to who asks. */
export interface LineFacts {
  readonly state: string
  readonly item_id: string | null
  readonly unit_id: string | null
  readonly direction: string
  readonly year: number
  readonly serial: number
}

/** Where a line stands: a line with an item is one that was made into it. */
export const stateOf = (line: LineFacts): LineState => (line.item_id === null ? (line.state as LineState) : 'itemised')

/** Refuses any change of what was voided or has become an item. */
export function assertOpen(line: LineFacts): void {
  const state = stateOf(line)
  if (state === 'voided') refuseRegistry('line.voided', { code: lineCode(line) })
  if (state === 'itemised') refuseRegistry('line.itemised', { code: lineCode(line) })
}

/** Refuses a step that the life of a line does not know. */
export function assertStep(line: LineFacts, next: LineState): void {
  assertOpen(line)
  const known: readonly string[] = lineStates[stateOf(line)].next
  if (!known.includes(next)) refuseRegistry('line.still-circulating', { code: lineCode(line) })
}

/** Acts that make sense on a line as it stands, for this person; `forwarded` says that it was forwarded to them. */
export function actsOnLine(actor: Actor, line: LineFacts, forwarded: boolean): string[] {
  const next: readonly string[] = lineStates[stateOf(line)].next
  const keeps = keepsLine(actor, line.unit_id)
  const possible = [
    ...(keeps && next.length > 0 ? ['line.edit'] : []),
    ...(keeps && next.includes('voided') ? ['line.void'] : []),
    ...(keeps && next.includes('done') ? ['line.finish', 'line.assign'] : []),
    ...(keeps && next.includes('itemised') ? ['line.itemise'] : []),
    ...((keeps || forwarded) && next.includes('circulating') ? ['line.forward'] : []),
  ]
  return possible.filter(act => actor.permissions.has(act))
}
