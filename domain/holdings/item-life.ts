import type { Actor } from '../access/actor.ts'
import { rankOf, type Secrecy } from '../access/secrecy.ts'
import { refuseHoldings } from './refusals.ts'

/** The life of an item 件 as a table: a draft 草稿 is numbered 已编号, then filed 已归档 for ever (S1.5). */
export const itemStates = {
  draft: { title: '草稿', titleEn: 'Draft', next: ['numbered'] },
  numbered: { title: '已编号', titleEn: 'Numbered', next: ['draft', 'filed'] },
  filed: { title: '已归档', titleEn: 'Filed', next: [] },
} as const

export type ItemState = keyof typeof itemStates
export const itemStateCodes = Object.keys(itemStates) as [ItemState, ...ItemState[]]

/** What the rules look at before an item goes a step further. */
export interface ItemFacts {
  readonly state: string
  readonly code: string | null
  readonly creator: string
  readonly dated_on: string | null
  readonly pages: number | null
}

/** Refuses work on a unit's items by somebody who only works for other units (S8.2). */
export function assertWorksFor(actor: Actor, unitId: string | null): void {
  if (!actor.worksForAllUnits && (unitId === null || !actor.unitIds.includes(unitId))) refuseHoldings('unit.foreign')
}

/** Refuses a secrecy that its giver could not read themselves (S17.4). */
export function assertCleared(actor: Actor, secrecy: Secrecy): void {
  if (rankOf(secrecy) > actor.clearance) refuseHoldings('item.too-secret')
}

/** Refuses any change of a description that is no longer a draft's own affair. */
export function assertUnfiled(item: ItemFacts): void {
  if (item.state === 'filed') refuseHoldings('item.filed')
}

export function assertDraft(item: ItemFacts): void {
  assertUnfiled(item)
  if (item.state !== 'draft') refuseHoldings('item.not-draft', { code: item.code ?? '' })
}

/** What a description must have before it is filed (DA/T 18: title, creator and date; S14.2: pages are counted), by name. */
export function missingForFiling(item: ItemFacts): { zh: string; en: string }[] {
  return [
    ...(item.creator === '' ? [{ zh: '责任者', en: 'creator' }] : []),
    ...(item.dated_on === null ? [{ zh: '日期', en: 'date' }] : []),
    ...(item.pages === null ? [{ zh: '页数', en: 'pages' }] : []),
  ]
}

/** Refuses filing of what is filed, has no number, or is not described in full. */
export function assertFileable(item: ItemFacts): void {
  assertUnfiled(item)
  if (item.state !== 'numbered') refuseHoldings('item.not-numbered')
  const missing = missingForFiling(item)
  if (missing.length > 0)
    refuseHoldings('item.incomplete', {
      missing: { zh: missing.map(name => name.zh).join('、'), en: missing.map(name => name.en).join(', ') },
    })
}

/** What a volume does for all that is bound into it (S1.3). */
const itsVolumes: ReadonlySet<string> = new Set(['item.number', 'item.unnumber', 'item.file', 'item.discard'])

/** Acts that make sense on an item as it stands, for this person: the same rules that will judge the click decide what is offered. */
export function actsOn(
  actor: Actor,
  item: ItemFacts & { readonly unit_id: string | null; readonly volume_id: string | null },
): string[] {
  const works = actor.worksForAllUnits || (item.unit_id !== null && actor.unitIds.includes(item.unit_id))
  if (!works) return []
  const possible =
    item.state === 'draft'
      ? ['item.describe', 'item.discard', 'component.attach', 'component.detach', 'item.number']
      : item.state === 'numbered'
        ? [
            'item.describe',
            'component.attach',
            'component.detach',
            'item.unnumber',
            ...(missingForFiling(item).length === 0 ? ['item.file'] : []),
          ]
        : ['item.correct']
  const bound = item.volume_id !== null
  return possible.filter(act => actor.permissions.has(act) && !(bound && itsVolumes.has(act)))
}
