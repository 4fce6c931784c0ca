import type { EventName } from '../../domain/events.ts'
import type { Wording } from '../language.ts'
import { accessSentences } from './access-sentences.ts'
import { arrangementSentences } from './arrangement-sentences.ts'
import { formsSentences } from './forms-sentences.ts'
import { holdingsSentences } from './holdings-sentences.ts'
import { importSentences } from './import-sentences.ts'
import type { Names } from './names.ts'
import { preservationSentences } from './preservation-sentences.ts'
import { registrySentences } from './registry-sentences.ts'
import { repositorySentences } from './repository-sentences.ts'
import { type Sentence, tell } from './told.ts'
import { type Entry, isEvent } from './trail.ts'

/** Every event that the trail may hold has its sentence; one without does not compile. */
const sentences: Readonly<Record<EventName, Sentence>> = {
  ...accessSentences,
  ...holdingsSentences,
  ...importSentences,
  ...arrangementSentences,
  ...repositorySentences,
  ...registrySentences,
  ...formsSentences,
  ...preservationSentences,
}

/** What was done, as one would say it after naming who did it; an event that is no longer known is called by its title. */
export function sentenceOf(
  entry: Pick<Entry, 'event' | 'data' | 'subject' | 'title' | 'titleEn'>,
  names: Names,
): Wording {
  return isEvent(entry.event)
    ? sentences[entry.event](tell(entry, names))
    : { zh: entry.title || entry.event, en: entry.titleEn || entry.event }
}
