import type { formsEvents } from '../../domain/forms/events.ts'
import { forms } from '../../domain/forms/forms.ts'
import type { Wording } from '../language.ts'
import type { Sentence } from './told.ts'

function formNamed(code: string): Wording {
  const known: Readonly<Record<string, { title: string; titleEn: string }>> = forms
  const form = Object.hasOwn(known, code) ? known[code] : undefined
  return { zh: form?.title ?? code, en: form?.titleEn ?? code }
}

/** How the print centre's entries are said. */
export const formsSentences: Readonly<Record<keyof typeof formsEvents, Sentence>> = {
  'form.printed': ({ fact }) => {
    const { zh, en } = formNamed(fact('form'))
    return { zh: `打印了${zh}（${fact('count')} 个）`, en: `printed ${en} (${fact('count')})` }
  },
  'form.cancelled': ({ fact }) => {
    const { zh, en } = formNamed(fact('form'))
    return { zh: `取消了${zh}的打印`, en: `cancelled printing ${en}` }
  },
}
