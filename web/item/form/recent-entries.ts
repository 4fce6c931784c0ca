import { recall, remember } from '../../device.ts'

type Recents = Readonly<Record<string, readonly string[]>>

const mostKept = 30
const nameFor = (personId: string) => `recent-entries.${personId}`

/** What this person wrote lately on this device in a field, newest first. */
export const recentEntries = (personId: string, path: string): readonly string[] =>
  recall<Recents>(nameFor(personId))?.[path] ?? []

/** Keeps what was written in some fields, to be offered for the next documents. */
export function rememberEntries(personId: string, entries: Readonly<Record<string, string>>): void {
  const recents = { ...recall<Recents>(nameFor(personId)) }
  for (const [path, entry] of Object.entries(entries)) {
    const text = entry.trim()
    if (text) recents[path] = [text, ...(recents[path] ?? []).filter(other => other !== text)].slice(0, mostKept)
  }
  remember(nameFor(personId), recents)
}
