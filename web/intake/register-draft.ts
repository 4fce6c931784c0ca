import type { Upload } from '../item/files/upload-queue.ts'
import type { ItemForm } from '../item/form/item-form.ts'
import { titleFromFileName } from './file-name.ts'

/** A document being registered, as it is kept on this device. */
export interface RegisterDraft {
  readonly form: ItemForm
  /** Pages as counted in the files and filled in; another number was typed. */
  readonly countedPages: string
  /** Each file becomes an item of its own. */
  readonly each: boolean
  /** Titles typed for single files, by the upload's key. */
  readonly titles: Readonly<Record<string, string>>
  /** Why it is registered though it lies outside the filing scope. */
  readonly outsideScope: string
  /** Sent with the command, so that a connection lost on the way never registers it twice. */
  readonly key: string
}

/** Begins a document. */
export const beginDraft = (form: ItemForm): RegisterDraft => ({
  form,
  countedPages: '',
  each: false,
  titles: {},
  outsideScope: '',
  key: crypto.getRandomValues(new Uint32Array(4)).join('-'),
})

/** The title of a file that becomes an item of its own: what was typed, else what its name says. */
export const titleOf = ({ key, name }: Upload, titles: RegisterDraft['titles']): string =>
  titles[key] ?? titleFromFileName(name)

/** The draft after files were added: a title that is still empty is read out of the first file's name. */
export function withFiles(draft: RegisterDraft, files: readonly { name: string }[]): Partial<RegisterDraft> {
  const [first] = files
  if (!first || draft.form.title.trim() !== '') return {}
  return { form: { ...draft.form, title: titleFromFileName(first.name) } }
}

/** The draft after the pages of its files were counted: filled in unless somebody wrote another number. */
export function withPages(draft: RegisterDraft, pages: number | null): Partial<RegisterDraft> {
  const { form, countedPages } = draft
  if (pages === null || (form.pages !== '' && form.pages !== countedPages)) return {}
  return { form: { ...form, pages: String(pages) }, countedPages: String(pages) }
}
