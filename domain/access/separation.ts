import { type RoleCode, roles, type SeparationGroup } from './roles.ts'

/** How a firm keeps the three administrators 三员 apart: strictly, or in the simplified mode that the trail shows as degraded. */
export type SeparationMode = 'strict' | 'simplified'

/** What kind of posts one person holds; `mixed` is admin and business together. */
export type DutyGroup = SeparationGroup | 'mixed'

/**
 * Group a person belongs to after taking a role, or null where the separation of duties forbids it (S17.4): the auditor is nothing else;
 * an administrator reads no archive content, unless the firm has declared the simplified mode.
 */
export function groupAfter(current: DutyGroup | null, role: RoleCode, mode: SeparationMode): DutyGroup | null {
  const wanted = roles[role].group
  if (current === null || current === wanted) return wanted
  if (current === 'audit' || wanted === 'audit') return null
  if (current === 'mixed') return 'mixed'
  return mode === 'simplified' ? 'mixed' : null
}

/** Group of a person who holds just these roles. */
export function groupOf(held: readonly RoleCode[]): DutyGroup | null {
  const groups = new Set(held.map(role => roles[role].group))
  return groups.size > 1 ? 'mixed' : ([...groups][0] ?? null)
}
