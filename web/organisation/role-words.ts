import { type RoleCode, roles, type SeparationGroup } from '../../domain/access/roles.ts'
import { builtInKinds } from '../../domain/kinds/index.ts'
import type { Wording } from '../language.ts'

/** What the groups of duties 三员分立 are called. */
export const groupWords: Readonly<Record<SeparationGroup | 'mixed', Wording>> = {
  admin: { zh: '管理', en: 'Administration' },
  audit: { zh: '审计', en: 'Audit' },
  business: { zh: '业务', en: 'Business' },
  mixed: { zh: '管理兼业务', en: 'Administration and business' },
}

/** One stretch of holdings a role may read, each limit in words. */
export interface ReadWords {
  readonly units: Wording
  readonly kinds: Wording
  readonly states: Wording
  readonly secrecy: Wording
}

/** What a role may read, in words; empty for who reads no archives at all. */
export const readsOfRole = (code: RoleCode): ReadWords[] =>
  roles[code].reads.map(({ units, kinds, filedOnly, publicOnly }) => ({
    units: units === 'all' ? { zh: '全部机构', en: 'All units' } : { zh: '本机构', en: 'Own unit' },
    kinds: kinds === 'all' ? { zh: '全部门类', en: 'All kinds' } : kindsInWords(kinds),
    states: filedOnly
      ? { zh: '已归档的', en: 'Filed only' }
      : { zh: '已归档的和整理中的', en: 'Filed and being arranged' },
    secrecy: publicOnly ? { zh: '只限公开', en: 'Public only' } : { zh: '知悉范围以内', en: 'Within clearance' },
  }))

function kindsInWords(codes: readonly string[]): Wording {
  const kinds: Readonly<Record<string, { title: string; titleEn?: string }>> = builtInKinds
  return {
    zh: codes.map(code => kinds[code]?.title ?? code).join('、'),
    en: codes.map(code => kinds[code]?.titleEn ?? code).join(', '),
  }
}
