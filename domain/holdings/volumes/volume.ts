import type { Actor } from '../../access/actor.ts'
import { rankOf } from '../../access/secrecy.ts'
import { refuseVolume } from './refusals.ts'

/** The life of a volume 案卷 as a table: a draft 草稿 takes members, then has its code and theirs, then is filed with them for ever. */
export const volumeStates = {
  draft: { title: '组卷中', titleEn: 'Being made', next: ['numbered'] },
  numbered: { title: '已编号', titleEn: 'Numbered', next: ['draft', 'filed'] },
  filed: { title: '已归档', titleEn: 'Filed', next: [] },
} as const

export type VolumeState = keyof typeof volumeStates
export const volumeStateCodes = Object.keys(volumeStates) as [VolumeState, ...VolumeState[]]

/** What the rules look at in a volume. */
export interface VolumeFacts {
  readonly state: string
  readonly code: string | null
  readonly title: string
  readonly exception_reason: string
}

/** What the rules look at in an item that is to be bound, or is. */
export interface MemberFacts {
  readonly state: string
  readonly code: string | null
  readonly title: string
  readonly secrecy: number
  readonly series_id: string
  readonly volume_id: string | null
}

/** What the rules look at in a kind. */
export interface KindFacts {
  readonly unit: string
  readonly title: string
  readonly titleEn?: string
}

/** Members at most; a volume of paper holds far fewer. */
export const mostMembers = 1000

/** Refuses volumes in a kind that is arranged item by item (S13.3). */
export function assertByVolume(kind: KindFacts): void {
  if (kind.unit !== 'volume')
    refuseVolume('volume.by-item', { kind: { zh: kind.title, en: kind.titleEn ?? kind.title } })
}

/** Refuses a number of its own to an item of a kind that is arranged by volume (S13.3). */
export function assertByItem(kind: KindFacts): void {
  if (kind.unit === 'volume')
    refuseVolume('item.needs-volume', { kind: { zh: kind.title, en: kind.titleEn ?? kind.title } })
}

/** Refuses any change of a volume that is filed (S1.5). */
export function assertVolumeUnfiled(volume: VolumeFacts): void {
  if (volume.state === 'filed') refuseVolume('volume.filed', { code: volume.code ?? '' })
}

/** Refuses a change of members or their order once the volume has its code. */
export function assertVolumeOpen(volume: VolumeFacts): void {
  assertVolumeUnfiled(volume)
  if (volume.state !== 'draft') refuseVolume('volume.not-draft', { code: volume.code ?? '' })
}

/** Refuses what an item does by itself while a volume does it for all its members. */
export function assertUnbound(item: { readonly volume_id: string | null }): void {
  if (item.volume_id !== null) refuseVolume('item.bound')
}

/** Refuses a change of what a box is ordered by while the item lies in one (S5.6). */
export function assertUnboxed(item: { readonly box_id: string | null }): void {
  if (item.box_id !== null) refuseVolume('item.boxed')
}

/** Refuses an item that cannot be bound into a volume of this series: numbered, bound already, or of another class (S14.2). */
export function assertBindable(volume: { readonly id: string; readonly series_id: string }, item: MemberFacts): void {
  if (item.volume_id !== null) refuseVolume(item.volume_id === volume.id ? 'volume.has-it' : 'volume.in-another')
  if (item.state !== 'draft') refuseVolume('volume.item-numbered', { code: item.code ?? '' })
  if (item.series_id !== volume.series_id) refuseVolume('volume.other-series')
}

/** Refuses a number for a volume without members, or one whose members the rules keep apart without a reason given. */
export function assertVolumeNumberable(volume: VolumeFacts, members: readonly MemberFacts[]): void {
  assertVolumeOpen(volume)
  if (members.length === 0) refuseVolume('volume.empty')
  assertSecrecyApart(volume.exception_reason, members)
}

/** Whether members of the highest secrecy lie together with others (S14.4). */
export function mixesTopSecret(members: readonly { readonly secrecy: number }[]): boolean {
  const top = members.filter(({ secrecy }) => secrecy >= rankOf('core-secret')).length
  return top > 0 && top < members.length
}

/** Refuses what is most secret and what is not in one volume, unless the reason why they belong together is written down (S14.4). */
export function assertSecrecyApart(reason: string, members: readonly { readonly secrecy: number }[]): void {
  if (reason === '' && mixesTopSecret(members)) refuseVolume('volume.secrecy-mixed')
}

/** Refuses an order that leaves members out, brings strangers in or names one twice. */
export function assertSameMembers(members: readonly string[], order: readonly string[]): void {
  const named = new Set(order)
  if (named.size !== order.length || named.size !== members.length || members.some(id => !named.has(id)))
    refuseVolume('volume.members-changed')
}

/** Title proposed for a volume from those of its members: the first, and how many more there are. */
export function proposeVolumeTitle(titles: readonly string[]): string {
  const [first = '', ...others] = titles
  return others.length === 0 ? first : `${first}等 ${titles.length} 件`
}

/** Acts that make sense on a volume as it stands, for this person. */
export function actsOnVolume(
  actor: Actor,
  volume: VolumeFacts & { readonly unit_id: string | null; readonly items: number },
): string[] {
  const works = actor.worksForAllUnits || (volume.unit_id !== null && actor.unitIds.includes(volume.unit_id))
  if (!works || volume.state === 'filed') return []
  const possible =
    volume.state === 'draft'
      ? ['volume.arrange', ...(volume.items > 0 ? ['volume.number'] : [])]
      : ['volume.unnumber', 'volume.file']
  return possible.filter(act => actor.permissions.has(act))
}
