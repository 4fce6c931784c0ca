import type { RoleCode } from '../../domain/access/roles.ts'
import type { Person } from './people.ts'

/** The three administrators 三员, in the order they are named. */
export const officerRoles = ['system-administrator', 'security-officer', 'auditor'] as const satisfies RoleCode[]

/** Who holds a role and can sign in. */
export const holdersOf = (people: readonly Person[], role: RoleCode): Person[] =>
  people.filter(
    ({ posts, disabledAt, login }) => disabledAt === null && login !== null && posts.some(post => post.role === role),
  )

/** The offices that would stand empty without this person: the firm always keeps a system administrator and a security officer (S17.4). */
export function lastIn(people: readonly Person[], person: Person): RoleCode[] {
  const kept: readonly RoleCode[] = ['system-administrator', 'security-officer']
  return kept.filter(role => {
    const holders = holdersOf(people, role)
    return holders.length === 1 && holders[0]?.id === person.id
  })
}
