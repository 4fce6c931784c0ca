import type { ReadGrant } from './actor.ts'
import { type Permission, type RoleCode, roleCodes, roles } from './roles.ts'

/** A post 岗位: a role held in a unit. */
export interface Post {
  readonly role: RoleCode
  readonly unitId: string
}

export const isRole = (code: string): code is RoleCode => (roleCodes as readonly string[]).includes(code)

/** All that the posts together allow. */
export function permissionsOf(posts: readonly Post[]): Set<Permission> {
  return new Set(posts.flatMap(post => roles[post.role].permissions))
}

/** All that the posts together let read: a grant of everything stands alone (S17.4). */
export function readsOf(posts: readonly Post[]): ReadGrant[] {
  const grants = posts.flatMap(post =>
    roles[post.role].reads.map(
      (reads): ReadGrant => ({
        units: reads.units === 'all' ? 'all' : [post.unitId],
        kinds: reads.kinds,
        filedOnly: reads.filedOnly,
        publicOnly: reads.publicOnly ?? false,
      }),
    ),
  )
  const whole = grants.find(
    grant => grant.units === 'all' && grant.kinds === 'all' && !grant.filedOnly && !grant.publicOnly,
  )
  return whole ? [whole] : grants
}

/** Whether the posts let their holder work on the items of every unit, or of the own units only. */
export const worksForAllUnits = (posts: readonly Post[]): boolean =>
  posts.some(post => post.role === 'archivist' || post.role === 'archive-head')
