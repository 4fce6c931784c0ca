import type { Actor } from '../../domain/access/actor.ts'
import type { PrintOptions } from '../../domain/forms/forms.ts'
import { formsRefusals } from '../../domain/forms/refusals.ts'
import { fillIn, type Refusal, type RefusalText } from '../../domain/shared/refusal.ts'
import type { Db } from '../platform/db.ts'
import type { Runtime } from '../platform/runtime.ts'
import { type ListLayout, listSheet, type PrintedList, type Printing, printLists } from '../print/list-form.ts'
import { writeWorkbook } from '../spreadsheet/spreadsheet.ts'

/** What a form is drawn from: whose eyes it is for, which things, how. */
export interface Wanted {
  readonly reads: Db
  readonly actor: Actor
  readonly ids: readonly string[]
  readonly options: PrintOptions
  readonly printing: Printing
  /** Where files stand; absent in a preview, which shows no file of an item. */
  readonly files?: Runtime['files']
}

/** A thing that could not be printed, and why. */
export interface Refused {
  readonly id: string
  readonly label: string
  readonly code: string
  readonly zh: string
  readonly en: string
}

/** A drawn file; without a body nothing could be printed. */
export interface Drawn {
  readonly body: Uint8Array | null
  /** What the file is called, where it is not the form. */
  readonly name?: string
  readonly refused: readonly Refused[]
}

/** Draws a form for some things: one file of it. */
export type DrawForm = (wanted: Wanted) => Promise<Drawn>

/** What a form makes of its things before they are set in type. */
interface Gathered<D> {
  readonly docs: readonly D[]
  readonly refused: readonly Refused[]
}

const copied = <D>(docs: readonly D[], copies: number): D[] => docs.flatMap(doc => Array<D>(copies).fill(doc))

/** A list form: PDF, or a workbook in which several lists follow each other under their heads. */
export const listForm =
  (gather: (wanted: Wanted) => Promise<Gathered<PrintedList> & { readonly layout: ListLayout }>): DrawForm =>
  async wanted => {
    const { layout, docs, refused } = await gather(wanted)
    if (docs.length === 0) return { body: null, refused }
    const { format, copies } = wanted.options
    if (format === 'xlsx') {
      const sheet = listSheet(layout, oneList(docs), layout.title)
      return { body: await writeWorkbook({ sheets: [sheet] }), refused }
    }
    return { body: await printLists(layout, copied(docs, copies), wanted.printing), refused }
  }

/** Several lists as one, the head of each as a row before its own. */
function oneList(lists: readonly PrintedList[]): PrintedList {
  const [only, ...others] = lists
  if (only && others.length === 0) return only
  const group = ({ head }: PrintedList) => ({ group: head.map(([label, value]) => `${label}：${value}`).join('　') })
  return { head: [], rows: lists.flatMap(list => [group(list), ...list.rows]) }
}

/** A form with a page, a strip or a label for each thing. */
export const pageForm =
  <D>(
    gather: (wanted: Wanted) => Promise<Gathered<D>>,
    print: (docs: readonly D[], wanted: Wanted) => Promise<Uint8Array>,
  ): DrawForm =>
  async wanted => {
    const { docs, refused } = await gather(wanted)
    if (docs.length === 0) return { body: null, refused }
    return { body: await print(copied(docs, wanted.options.copies), wanted), refused }
  }

/** Things of which some records are hidden from who prints are set apart: a form must not be incomplete without saying so (S17.4). */
export function apartHidden<R extends { readonly id: string; readonly hidden: number }>(
  rows: readonly R[],
  labelOf: (row: R) => string,
): { readonly whole: R[]; readonly refused: Refused[] } {
  const refused = rows.filter(({ hidden }) => hidden > 0).map(row => refusedAs('form.hidden', row.id, labelOf(row)))
  return { whole: rows.filter(({ hidden }) => hidden === 0), refused }
}

/** A refusal as it is kept beside the thing it is about. */
export const wordsOf = ({ code, text, params }: Refusal): Pick<Refused, 'code' | 'zh' | 'en'> => ({
  code,
  zh: fillIn(text, params, 'zh'),
  en: fillIn(text, params, 'en'),
})

/** A reason for one thing, in words. */
export function refusedAs(code: keyof typeof formsRefusals, id: string, label: string): Refused {
  const text: RefusalText = formsRefusals[code]
  return { id, label, code, zh: fillIn(text, { label }, 'zh'), en: fillIn(text, { label }, 'en') }
}
