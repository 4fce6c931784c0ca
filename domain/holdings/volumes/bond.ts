import { refuseVolume } from './refusals.ts'

/**
 * Ways in which papers belong together 不可分 (S14.3), each with what its two papers are to one another: the first lies before the
 * second (DA/T 22: 正文 before 附件, 正本 before 定稿, 转发 before 被转发, 复文 before 来文).
 */
export const relations = {
  annex: {
    title: '正本与附件',
    titleEn: 'Original and annex',
    leader: '正本',
    follower: '附件',
    leaderEn: 'original',
    followerEn: 'annex',
  },
  'final-draft': {
    title: '印件与定稿',
    titleEn: 'Printed copy and final draft',
    leader: '印件',
    follower: '定稿',
    leaderEn: 'printed copy',
    followerEn: 'final draft',
  },
  forwarded: {
    title: '转发与被转发',
    titleEn: 'Forwarding and forwarded',
    leader: '转发件',
    follower: '被转发件',
    leaderEn: 'forwarding paper',
    followerEn: 'forwarded paper',
  },
  request: {
    title: '批复与请示',
    titleEn: 'Reply and request',
    leader: '批复',
    follower: '请示',
    leaderEn: 'reply',
    followerEn: 'request',
  },
  translation: {
    title: '同一文件的各种文本',
    titleEn: 'One document in several languages',
    leader: '原文',
    follower: '译文',
    leaderEn: 'original text',
    followerEn: 'translation',
  },
} as const

export type Relation = keyof typeof relations
export const relationCodes = Object.keys(relations) as [Relation, ...Relation[]]

/** What is managed as one. */
type Unit = 'item' | 'volume'

/**
 * Relations that are never parted where this is the unit: in a volume all of them; item by item a request and its reply are items of
 * their own (DA/T 22) that only stand side by side.
 */
export const inseparable = (unit: Unit): Relation[] =>
  relationCodes.filter(relation => unit === 'volume' || relation !== 'request')

/** A paper that belongs to another. */
export interface Mate {
  readonly id: string
  readonly title: string
  readonly state: string
  readonly volume_id: string | null
}

/** Refuses to leave papers behind that belong to what is being processed: it names them, so that they can be taken along (S14.3). */
export function assertNobodyLeftBehind(left: readonly Pick<Mate, 'title'>[]): void {
  if (left.length === 0) return
  const titles = left.map(({ title }) => title)
  refuseVolume('bond.apart', {
    titles: { zh: titles.map(title => `《${title}》`).join('、'), en: titles.map(title => `“${title}”`).join(', ') },
  })
}

/** What the rules look at in two papers that are to be tied. */
interface Tied {
  readonly id: string
  readonly state: string
  readonly series_id: string
  readonly volume_id: string | null
}

/** Refuses a tie that what has already been done contradicts: papers in two volumes, of two classes, or one a step ahead of the other. */
export function assertTieable(relation: Relation, unit: Unit, leader: Tied, follower: Tied): void {
  if (leader.id === follower.id) refuseVolume('bond.itself')
  if (!inseparable(unit).includes(relation)) return
  if (unit === 'volume' && leader.series_id !== follower.series_id) refuseVolume('bond.other-series')
  const numbered = leader.state !== 'draft' || follower.state !== 'draft'
  if (numbered && (leader.state !== follower.state || leader.volume_id !== follower.volume_id))
    refuseVolume('bond.too-late')
}

/** Refuses to untie papers of which one is filed (S1.5). */
export function assertUntieable(states: readonly string[]): void {
  if (states.includes('filed')) refuseVolume('bond.filed')
}
