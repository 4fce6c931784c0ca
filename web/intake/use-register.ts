import { useEffect, useEffectEvent, useState } from 'react'
import { type Uploads, useUploads } from '../item/files/use-uploads.ts'
import { useFormChecks } from '../item/form/form-checks.ts'
import type { FormChoices } from '../item/form/form-choices.ts'
import { issuesOf } from '../item/form/form-issues.ts'
import type { ItemForm } from '../item/form/item-form.ts'
import { chooseYear } from '../item/form/year-choice.ts'
import { useSend } from '../item/use-send.tsx'
import { useLanguage } from '../language.ts'
import { type Draft, useDraft } from '../pieces/draft.ts'
import { notify } from '../pieces/notices.tsx'
import { useMe } from '../session.ts'
import { nextForm, previousForm, yearAtHand } from './place.ts'
import { type Registered, registerAll } from './register.ts'
import { beginDraft, type RegisterDraft, titleOf, withPages } from './register-draft.ts'

interface RegisterOptions {
  choices: FormChoices
  onRegistered: (registered: Registered) => void
}

/** The state of registering: the document being described, its files, what is wrong with it, and sending it. */
export function useRegister({ choices, onRegistered }: RegisterOptions) {
  const { personId } = useMe()
  const uploads = useUploads(`intake.${personId}`)
  const [initial] = useState(() => beginDraft(nextForm(personId, choices)))
  const draft = useDraft<RegisterDraft>(`intake.${personId}`, initial)
  const [previous, setPrevious] = useState(() => previousForm(personId))
  const { form, titles } = draft.value
  const each = draft.value.each && uploads.all.length > 1
  // A kind that is gone meanwhile gives way to the first; there is always one, since some come with the product.
  const kind =
    choices.kinds.find(({ code }) => code === form.kind) ?? (choices.kinds[0] as FormChoices['kinds'][number])
  const year = chooseYear(form, kind, yearAtHand())
  const files = each ? uploads.all.map(upload => ({ key: upload.key, title: titleOf(upload, titles) })) : null
  const checks = useFormChecks(judge({ ...form, year: year.year }, kind, files))
  const send = useSend()
  usePagesOf(uploads, draft)

  const register = async () => {
    const registered = await send.send(() => registerAll({ draft: draft.value, each, kind, year, uploads, personId }))
    if (!registered) return
    draft.discard(beginDraft(nextForm(personId, choices)))
    setPrevious(form)
    checks.reset()
    onRegistered(registered)
  }
  return {
    ...{ draft, initial, uploads, form, each, kind, year, checks, send, previous },
    change: (part: Partial<ItemForm>) => draft.change({ form: { ...form, ...part } }),
    ...useAfterUploads(uploads, () => void register()),
  }
}

/** Where each file becomes an item, each needs a title of its own, and the common one is not asked for. */
function judge(
  form: ItemForm,
  kind: FormChoices['kinds'][number],
  files: readonly { key: string; title: string }[] | null,
) {
  if (!files) return issuesOf(form, kind)
  const untitled = files.filter(({ title }) => title.trim() === '')
  return {
    ...issuesOf({ ...form, title: '—' }, kind),
    ...Object.fromEntries(
      untitled.map(({ key }) => [`titles.${key}`, { zh: '题名不能为空', en: 'Title must not be empty' }]),
    ),
  }
}

function usePagesOf({ pages }: Uploads, draft: Draft<RegisterDraft>) {
  const fill = useEffectEvent((counted: number | null) => {
    const part = withPages(draft.value, counted)
    if (part.form) draft.change(part)
  })
  useEffect(() => fill(pages), [pages])
}

/** Sends at once when all files have arrived, else as soon as they have; one that is stuck ends the waiting. */
function useAfterUploads({ pending, stuck }: Uploads, act: () => void) {
  const { t } = useLanguage()
  const [waiting, setWaiting] = useState(false)
  const proceed = useEffectEvent(() => {
    setWaiting(false)
    if (stuck)
      notify(t({ zh: '有文件没传完：再传一次，或先去掉它', en: 'A file was not sent: try again or remove it' }))
    else act()
  })
  useEffect(() => {
    if (waiting && (stuck || !pending)) proceed()
  }, [waiting, stuck, pending])
  return { waiting, request: () => setWaiting(true), cancel: () => setWaiting(false) }
}
