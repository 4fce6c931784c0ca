/** One reason the product may say no: what the person reads, which rule says so, and the HTTP status it travels with. */
export interface RefusalText {
  readonly status: 400 | 401 | 403 | 404 | 409 | 410 | 413 | 415 | 422 | 423 | 429 | 503 | 507
  readonly rule?: string
  /** Sentence for the user; `{name}` is replaced from the refusal's params. */
  readonly zh: string
  readonly en: string
}

type Language = 'zh' | 'en'

/** What a sentence is filled with: figures and names as they are, words in both languages. */
export type RefusalParams = Readonly<Record<string, string | number | Readonly<Record<Language, string>>>>

/** Declares an area's refusals, code → text, keeping the codes as literal types. */
export const refusals = <const T extends Readonly<Record<string, RefusalText>>>(table: T): T => table

/** A single thing wrong with the input: where it stands and what is wrong, so that a form or a sheet can mark it. */
export interface InputIssue {
  /** Path of the field as the caller sent it, e.g. `fields.documentNo`. */
  readonly field: string
  /** Row of an import, counted as the sheet counts, from 1. */
  readonly row?: number
  readonly zh: string
  readonly en: string
}

/** Thrown by rules and commands when the answer is no; never used for programmer mistakes. */
export class Refusal extends Error {
  readonly code: string
  readonly text: RefusalText
  readonly params: RefusalParams
  readonly issues: readonly InputIssue[]

  constructor(
    code: string,
    text: RefusalText,
    details: { params?: RefusalParams; issues?: readonly InputIssue[] } = {},
  ) {
    super(`${code}: ${fillIn(text, details.params ?? {}, 'en')}`)
    this.name = 'Refusal'
    this.code = code
    this.text = text
    this.params = details.params ?? {}
    this.issues = details.issues ?? []
  }
}

/** Params as a reader of one language sees them. */
export function paramsIn(params: RefusalParams, language: Language): Record<string, string | number> {
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => [name, typeof value === 'object' ? value[language] : value]),
  )
}

/** Puts params into a sentence: `第 {row} 行` with `{ row: 3 }` reads `第 3 行`. */
export function fillIn(text: Readonly<Record<Language, string>>, params: RefusalParams, language: Language): string {
  const words = paramsIn(params, language)
  return text[language].replace(/\{(\w+)\}/g, (whole, name: string) => String(words[name] ?? whole))
}

/** Makes an area's `refuse(code, params)`, which always throws; an unknown code does not compile. */
export function refuser<T extends Readonly<Record<string, RefusalText>>>(table: T) {
  return (code: keyof T & string, params: RefusalParams = {}, issues: readonly InputIssue[] = []): never => {
    throw new Refusal(code, table[code] as RefusalText, { params, issues })
  }
}
