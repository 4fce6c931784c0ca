import type { Wording } from '../language.ts'
import type { Tone } from '../pieces/status-tag.tsx'
import type { Person } from './people.ts'

type State = 'disabled' | 'no-post' | 'no-login' | 'active'

/** Where a person stands: what keeps them from working here comes first. */
export function stateOf({ disabledAt, posts, login }: Pick<Person, 'disabledAt' | 'posts' | 'login'>): State {
  if (disabledAt !== null) return 'disabled'
  if (posts.length === 0) return 'no-post'
  return login === null ? 'no-login' : 'active'
}

export const stateWords: Readonly<Record<State, Wording & { readonly tone: Tone }>> = {
  disabled: { zh: '已停用', en: 'Disabled', tone: 'plain' },
  'no-post': { zh: '没有岗位', en: 'No post', tone: 'due' },
  'no-login': { zh: '没有账号', en: 'No login', tone: 'plain' },
  active: { zh: '在用', en: 'Active', tone: 'done' },
}

/** Which people the list shows; the address names one of these. */
export const shows = {
  all: { zh: '全部人员', en: 'All', keeps: () => true },
  'no-post': { zh: '没有岗位', en: 'Without a post', keeps: person => stateOf(person) === 'no-post' },
  officers: {
    zh: '三员',
    en: 'The three administrators',
    keeps: ({ dutyGroup, posts }) => posts.length > 0 && dutyGroup !== null && dutyGroup !== 'business',
  },
  'no-login': { zh: '没有账号', en: 'Without a login', keeps: ({ login }) => login === null },
  disabled: { zh: '已停用', en: 'Disabled', keeps: ({ disabledAt }) => disabledAt !== null },
} as const satisfies Record<string, Wording & { keeps: (person: Person) => boolean }>

export type Show = keyof typeof shows

/** What the address asks for, or everybody. */
export const showOf = (asked: string | undefined): Show =>
  asked !== undefined && Object.hasOwn(shows, asked) ? (asked as Show) : 'all'
