import type { Relation } from '../holdings/volumes/bond.ts'

/**
 * How two lines belong together (S14.3), from the later one to the earlier: a reply to its request or an answer to its letter, another
 * version of one text, an annex, what passes another document on.
 */
export const linkKinds = {
  reply: { from: { zh: '复', en: 'replies to' }, to: { zh: '由此复', en: 'is replied to by' } },
  version: { from: { zh: '另一稿本是', en: 'is a version of' }, to: { zh: '另一稿本有', en: 'has the version' } },
  annex: { from: { zh: '附于', en: 'is an annex of' }, to: { zh: '附有', en: 'has the annex' } },
  'passed-on': { from: { zh: '转发了', en: 'passes on' }, to: { zh: '由此转发', en: 'is passed on by' } },
} as const

export type LinkKind = keyof typeof linkKinds
export const linkKindCodes = Object.keys(linkKinds) as [LinkKind, ...LinkKind[]]

/** How the items of two linked lines are tied, and which of the two lies first (S14.3). */
export const bondOf: Readonly<Record<LinkKind, { readonly relation: Relation; readonly leader: 'from' | 'to' }>> = {
  reply: { relation: 'request', leader: 'from' },
  version: { relation: 'final-draft', leader: 'to' },
  annex: { relation: 'annex', leader: 'to' },
  'passed-on': { relation: 'forwarded', leader: 'from' },
}

/** What a file of a line is, in the order in which an item keeps them: original, final draft, print, annex, handling sheet. */
export const fileLabels = {
  original: { title: '正本', titleEn: 'Original' },
  final: { title: '定稿', titleEn: 'Final draft' },
  print: { title: '印件', titleEn: 'Print' },
  annex: { title: '附件', titleEn: 'Annex' },
  handling: { title: '处理单', titleEn: 'Handling sheet' },
  other: { title: '其他', titleEn: 'Other' },
} as const

export type FileLabel = keyof typeof fileLabels
export const fileLabelCodes = Object.keys(fileLabels) as [FileLabel, ...FileLabel[]]

/** Files in the order in which an item keeps them; those of one sort stay as they were attached. */
export const inFileOrder = <F extends { readonly label: string }>(files: readonly F[]): F[] =>
  [...files].sort((a, b) => placeOf(a.label) - placeOf(b.label))

function placeOf(label: string): number {
  const place = (fileLabelCodes as readonly string[]).indexOf(label)
  return place < 0 ? fileLabelCodes.length : place
}
