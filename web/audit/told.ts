import type { Wording } from '../language.ts'
import type { Names } from './names.ts'
import type { Entry } from './trail.ts'

type Facts = Readonly<Record<string, unknown>>

/** An entry opened for telling: its facts as text, and names for what it knows by id. */
export interface Told {
  /** A fact by name; empty where the entry does not tell it. */
  readonly fact: (name: string) => string
  /** A fact that is itself a set of facts, such as what stood there before. */
  readonly facts: (name: string) => Facts
  /** A fact that is a list of names. */
  readonly list: (name: string) => readonly string[]
  /** Whom it was done to: the name written down then, or today’s. */
  readonly whom: string
  readonly unit: (id: string) => string
}

/** How one kind of entry is said, without who did it. */
export type Sentence = (told: Told) => Wording

const asFacts = (value: unknown): Facts => (typeof value === 'object' && value !== null ? (value as Facts) : {})

/** Opens an entry; old entries may lack what newer ones tell, so that nothing here may fail. */
export function tell({ data, subject }: Pick<Entry, 'data' | 'subject'>, names: Names): Told {
  const all = asFacts(data)
  const fact = (name: string) => {
    const value = all[name]
    return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : ''
  }
  return {
    fact,
    facts: name => asFacts(all[name]),
    list: name => (Array.isArray(all[name]) ? all[name].map(String) : []),
    whom: fact('name') || (names.person(subject) ?? subject),
    unit: id => names.unit(id) ?? id,
  }
}

/** The same words in both languages. */
export const plain = (words: string): Wording => ({ zh: words, en: words })

/** What follows a colon, where there is anything to say. */
export const because = (words: string): Wording => ({ zh: words && `：${words}`, en: words && `: ${words}` })
