/** What a document is, as far as its year depends on it. */
export const natures = {
  ordinary: { zh: '一般文件', en: 'Document' },
  request: { zh: '请示', en: 'Request' },
  reply: { zh: '批复', en: 'Reply' },
  plan: { zh: '跨年度计划、规划', en: 'Plan' },
  summary: { zh: '跨年度总结', en: 'Summary' },
  meeting: { zh: '会议文件', en: 'Meeting papers' },
  case: { zh: '案件', en: 'Case papers' },
} as const

export type Nature = keyof typeof natures

/** What is known of a document's time: ISO dates, and years for what is planned, summed up or counted in special years 专门年度. */
export interface YearFacts {
  readonly nature: Nature
  readonly signedOn?: string
  readonly receivedOn?: string
  readonly repliedOn?: string
  readonly openedOn?: string
  readonly closedOn?: string
  readonly firstYear?: number
  readonly lastYear?: number
  readonly specialYear?: number
}

/** Where a year may be taken from. */
const bases = {
  special: { of: facts => facts.specialYear, zh: '专门年度', en: 'its special year' },
  signed: { of: facts => yearIn(facts.signedOn), zh: '成文日期所在年度', en: 'the year it was signed' },
  replied: { of: facts => yearIn(facts.repliedOn), zh: '复文所在年度', en: 'the year of the reply' },
  first: { of: facts => facts.firstYear, zh: '所针对的第一个年度', en: 'the first year it is for' },
  last: { of: facts => facts.lastYear, zh: '所针对的最后一个年度', en: 'the last year it is for' },
  opened: { of: facts => yearIn(facts.openedOn), zh: '开幕所在年度', en: 'the year it opened' },
  closed: { of: facts => yearIn(facts.closedOn), zh: '闭幕或结案所在年度', en: 'the year it closed' },
  received: {
    of: facts => yearIn(facts.receivedOn),
    zh: '无成文日期，按收文日期推定',
    en: 'undated; inferred from the year received',
  },
} as const satisfies Record<string, { of: (facts: YearFacts) => number | undefined; zh: string; en: string }>

export type YearBasis = keyof typeof bases

/** Rules of the cross-year 跨年度 question as data: for each nature, where the year is taken from; a fonds may bring its own. */
export interface YearProfile {
  readonly title: string
  readonly titleEn: string
  readonly rule: string
  readonly from: Readonly<Record<Nature, YearBasis>>
}

/** The two profiles in use: item by item after DA/T 22-2015, and traditional volumes 立卷 after S14.5. */
export const yearProfiles = {
  'by-item': {
    title: '按件（DA/T 22）',
    titleEn: 'By item (DA/T 22)',
    rule: 'DA/T 22',
    from: {
      ordinary: 'signed',
      request: 'signed',
      reply: 'signed',
      plan: 'signed',
      summary: 'signed',
      meeting: 'closed',
      case: 'closed',
    },
  },
  'by-volume': {
    title: '按卷（传统立卷）',
    titleEn: 'By volume (traditional)',
    rule: 'S14.5',
    from: {
      ordinary: 'signed',
      request: 'replied',
      reply: 'signed',
      plan: 'first',
      summary: 'last',
      meeting: 'opened',
      case: 'closed',
    },
  },
} as const satisfies Record<string, YearProfile>

/** A year and the reason for it, to be shown beside it and stored with the item. */
export interface YearProposal {
  readonly year: number
  readonly because: { readonly rule: string; readonly basis: YearBasis; readonly zh: string; readonly en: string }
}

/**
 * Proposes the year 年度 a document belongs to (S14.5). A special year goes first; what the profile asks for but nobody knows gives
 * way to the signing date, then to the date of receipt; undefined when nothing is known at all.
 */
export function proposeYear(profile: YearProfile, facts: YearFacts): YearProposal | undefined {
  const order: readonly YearBasis[] = ['special', profile.from[facts.nature], 'signed', 'received']
  for (const basis of order) {
    const year = bases[basis].of(facts)
    if (year !== undefined) return { year, because: { rule: profile.rule, basis, ...reason(profile, facts, basis) } }
  }
  return undefined
}

/** Members of a volume whose year is not the volume's, each with the year it should have (S14.5). */
export function strangersInYear<M extends YearFacts>(
  profile: YearProfile,
  year: number,
  members: readonly M[],
): { member: M; proposal: YearProposal }[] {
  return members.flatMap(member => {
    const proposal = proposeYear(profile, member)
    return proposal && proposal.year !== year ? [{ member, proposal }] : []
  })
}

function reason(profile: YearProfile, { nature }: YearFacts, basis: YearBasis): { zh: string; en: string } {
  return {
    zh: `${profile.title}：${natures[nature].zh}取${bases[basis].zh}`,
    en: `${profile.titleEn}: ${natures[nature].en} takes ${bases[basis].en}`,
  }
}

function yearIn(date: string | undefined): number | undefined {
  return date ? Number(date.slice(0, 4)) : undefined
}
