import { recall, remember } from '../device.ts'

const mostKept = 8
const nameFor = (personId: string) => `searches.${personId}`

/** What this person searched for lately on this device, newest first. */
export const recentSearches = (personId: string): readonly string[] => recall<string[]>(nameFor(personId)) ?? []

/** Keeps a search; what it was typed from, letter by letter, is not kept beside it. */
export function rememberSearch(personId: string, text: string): void {
  const others = recentSearches(personId).filter(other => !text.startsWith(other))
  remember(nameFor(personId), [text, ...others].slice(0, mostKept))
}

/** Forgets them all. */
export const forgetSearches = (personId: string): void => remember(nameFor(personId), undefined)
