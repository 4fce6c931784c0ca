import { client } from '../../client/client.ts'
import type { KindDefinition } from '../../domain/kinds/index.ts'
import type { Uploads } from '../item/files/use-uploads.ts'
import { inputOf } from '../item/form/item-form.ts'
import { rememberEntries } from '../item/form/recent-entries.ts'
import type { YearChoice } from '../item/form/year-choice.ts'
import { rememberPlace, rememberPrevious } from './place.ts'
import { type RegisterDraft, titleOf } from './register-draft.ts'

/** What was registered: the ids and titles of the new drafts 草稿. */
export type Registered = readonly { readonly id: string; readonly title: string }[]

interface RegisterOptions {
  draft: RegisterDraft
  /** Each file is registered as an item of its own. */
  each: boolean
  kind: KindDefinition
  year: YearChoice
  uploads: Uploads
  personId: string
}

/** Registers what the form holds, with its files; sent again after a lost connection it still registers each document once. */
export async function registerAll({
  draft,
  each,
  kind,
  year,
  uploads,
  personId,
}: RegisterOptions): Promise<Registered> {
  const form = { ...draft.form, year: year.year }
  const documents = each
    ? uploads.all.map(upload => ({
        form: { ...form, title: titleOf(upload, draft.titles), documentNo: '', pages: String(upload.pages ?? '') },
        uploads: [upload],
        key: `${draft.key}-${upload.key}`,
      }))
    : [{ form, uploads: uploads.all, key: draft.key }]
  const registered = []
  for (const document of documents) {
    const { itemId } = await client.tell(
      'item.register',
      {
        ...inputOf(document.form, kind),
        outsideScope: draft.outsideScope,
        uploadIds: document.uploads.flatMap(({ uploadId }) => uploadId ?? []),
      },
      { idempotencyKey: document.key },
    )
    registered.push({ id: itemId, title: document.form.title })
    // What is done leaves the form at once: were the next one refused, only the rest would be left to send.
    uploads.clear(document.uploads.map(({ key }) => key))
  }
  rememberPlace(personId, draft.form, year)
  rememberPrevious(personId, form)
  const named = Object.entries(kind.fields).filter(([, { type }]) => type === 'person' || type === 'unit')
  rememberEntries(personId, {
    creator: form.creator,
    ...Object.fromEntries(named.map(([name]) => [`fields.${name}`, String(form.fields[name] ?? '')])),
  })
  return registered
}
