import { rankOf } from '../access/secrecy.ts'
import type { KindDefinition } from '../kinds/index.ts'

/** What a proposal looks at in a paper that lies loose. */
export interface LoosePaper {
  readonly id: string
  readonly title: string
  /** ISO date, empty when it bears none. */
  readonly date: string
  readonly documentNo: string
  readonly pages: number | null
  readonly secrecy: number
  readonly fields: Readonly<Record<string, unknown>>
}

/** A tie between two papers: the first lies before the second (S14.3). */
export interface Tie {
  readonly leaderId: string
  readonly followerId: string
}

/** A reason in both languages, with the rule it rests on. */
export interface Because {
  readonly rule: string
  readonly zh: string
  readonly en: string
}

/** A volume proposed: its papers in their order, and why they are together. */
export interface VolumeProposal {
  readonly itemIds: readonly string[]
  readonly pages: number
  readonly because: readonly Because[]
}

/** Pages of paper that still make a volume one can hold. */
export const usualPages = 200

/**
 * Puts papers in order (DA/T 22 §5, S14.3): what is tied stays side by side with the leading paper first, such as a reply before its
 * request and a text before its annexes; such groups follow one another by date, then by document number, undated ones last.
 */
export function proposeOrder<P extends LoosePaper>(papers: readonly P[], ties: readonly Tie[]): P[] {
  return groupsOf(papers, ties)
    .toSorted((one, other) => compare(one[0], other[0]))
    .flat()
}

function compare(one: LoosePaper | undefined, other: LoosePaper | undefined): number {
  const key = (paper: LoosePaper | undefined) =>
    [paper?.date || '9999', paper?.documentNo ?? '', paper?.id ?? ''] as const
  const [ours, theirs] = [key(one), key(other)]
  return (
    ours[0].localeCompare(theirs[0]) ||
    ours[1].localeCompare(theirs[1], 'zh', { numeric: true }) ||
    (ours[2] < theirs[2] ? -1 : 1)
  )
}

/** Papers that are tied together, near or through others, each group with leading papers first. */
function groupsOf<P extends LoosePaper>(papers: readonly P[], ties: readonly Tie[]): P[][] {
  const byId = new Map(papers.map(paper => [paper.id, paper]))
  const known = ties.filter(({ leaderId, followerId }) => byId.has(leaderId) && byId.has(followerId))
  const placed = new Set<string>()
  const follow = (id: string): P[] => {
    const paper = byId.get(id)
    if (!paper || placed.has(id)) return []
    placed.add(id)
    const after = known.filter(({ leaderId }) => leaderId === id).map(({ followerId }) => followerId)
    const before = known.filter(({ followerId }) => followerId === id).map(({ leaderId }) => leaderId)
    return [...before.flatMap(follow), paper, ...after.flatMap(follow)]
  }
  return papers.toSorted(compare).flatMap(({ id }) => {
    const group = follow(id)
    return group.length > 0 ? [group] : []
  })
}

/**
 * Proposes volumes for loose papers of one series: what is most secret apart (S14.4), what belongs to one project or one sort together,
 * in their order, and a new volume when the pages are more than one can hold. What is tied is never parted (S14.3).
 */
export function proposeVolumes(
  papers: readonly LoosePaper[],
  ties: readonly Tie[],
  kind: KindDefinition,
  mostPages = usualPages,
): VolumeProposal[] {
  const groups = groupsOf(papers, ties).toSorted((one, other) => compare(one[0], other[0]))
  const classes = Map.groupBy(groups, group => JSON.stringify(classOf(group, kind)))
  return [...classes.values()].flatMap(ofOne => bindUp(ofOne, kind, mostPages))
}

interface PaperClass {
  readonly topSecret: boolean
  readonly project: string
  readonly sort: string
}

function classOf(group: readonly LoosePaper[], kind: KindDefinition): PaperClass {
  const [first] = group
  const sorting = sortingField(kind)
  const text = (name: string | undefined) => (name === undefined ? '' : String(first?.fields[name] ?? ''))
  return {
    topSecret: group.some(({ secrecy }) => secrecy >= rankOf('core-secret')),
    project: text('projectNo'),
    sort: text(sorting),
  }
}

/** The first required choice of a kind says what sort of paper it is: the sort of account, the stage of a project. */
const sortingField = (kind: KindDefinition): string | undefined =>
  Object.entries(kind.fields).find(([, field]) => field.type === 'choice' && field.required)?.[0]

function bindUp(groups: readonly (readonly LoosePaper[])[], kind: KindDefinition, mostPages: number): VolumeProposal[] {
  const volumes: { papers: LoosePaper[]; pages: number }[] = []
  for (const group of groups) {
    const pages = group.reduce((sum, paper) => sum + (paper.pages ?? 0), 0)
    const last = volumes.at(-1)
    if (last && last.pages + pages <= mostPages) {
      last.papers.push(...group)
      last.pages += pages
    } else volumes.push({ papers: [...group], pages })
  }
  const because = reasonsOf(classOf(groups[0] ?? [], kind), kind, volumes.length > 1 ? mostPages : null)
  return volumes.map(({ papers, pages }) => ({ itemIds: papers.map(({ id }) => id), pages, because }))
}

function reasonsOf({ topSecret, project, sort }: PaperClass, kind: KindDefinition, split: number | null): Because[] {
  const name = sortingField(kind)
  const field = name === undefined ? undefined : kind.fields[name]
  const sortIn = (titles: Readonly<Record<string, string>> | undefined) => titles?.[sort] ?? sort
  return [
    ...(topSecret ? [{ rule: 'S14.4', zh: '核心商密单独立卷', en: 'what is most secret lies apart' }] : []),
    ...(project ? [{ rule: 'S14.2', zh: `同一项目 ${project}`, en: `one project, ${project}` }] : []),
    ...(sort && field?.type === 'choice'
      ? [
          {
            rule: 'S14.2',
            zh: `同一${field.title}：${sortIn(field.options)}`,
            en: `one ${field.titleEn ?? field.title}: ${sortIn(field.optionsEn ?? field.options)}`,
          },
        ]
      : []),
    { rule: 'S13.1', zh: '按时间排列，相连的在一起', en: 'by date, what is tied side by side' },
    ...(split === null ? [] : [{ rule: 'S1.3', zh: `每卷不超过 ${split} 页`, en: `no more than ${split} pages each` }]),
  ]
}
