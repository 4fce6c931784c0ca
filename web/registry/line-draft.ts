import type { Output } from '../../client/client.ts'
import { secrecyLevels } from '../../domain/access/secrecy.ts'
import type { FieldDefinition } from '../../domain/kinds/index.ts'
import { type LineInput, lineInput, lineKinds, urgencies } from '../../domain/registry/line-input.ts'
import { readInput } from '../../domain/shared/issues.ts'
import type { InputIssue } from '../../domain/shared/refusal.ts'
import { today } from '../dates.ts'
import { readTypedDate } from '../item/form/typed-date.ts'

export type Line = Output<'line.show'>['line']

/** What is typed into the form of a line, as text, by the name of the element (S1.1). */
export type LineDraft = Record<keyof LineInput, string>

const named = (table: Readonly<Record<string, { title: string; titleEn: string }>>) => ({
  options: Object.fromEntries(Object.entries(table).map(([code, { title }]) => [code, title])),
  optionsEn: Object.fromEntries(Object.entries(table).map(([code, { titleEn }]) => [code, titleEn])),
})

/** One element of the form: its name, how it is filled in, and whether it takes the whole width. */
export interface LinePart {
  readonly path: keyof LineInput
  readonly field: FieldDefinition
  readonly wide?: boolean
}

const part = (path: keyof LineInput, field: Omit<FieldDefinition, 'title' | 'titleEn'>, wide = false): LinePart => {
  const { title = path, titleEn = title } = lineInput.shape[path].meta() ?? {}
  return { path, field: { ...field, title, titleEn: String(titleEn) } as FieldDefinition, wide }
}

/** The elements in the order in which a letter is read: who, which number, what about, when, how secret, how much. */
export const lineParts: readonly LinePart[] = [
  part('registeredOn', { type: 'date', required: true }),
  part('kind', { type: 'choice', required: true, ...named(lineKinds) } as FieldDefinition),
  part('counterpart', { type: 'unit', required: true }, true),
  part('title', { type: 'text', required: true }, true),
  part('documentNo', { type: 'text' }),
  part('datedOn', { type: 'date' }),
  part('secrecy', { type: 'choice', required: true, ...named(secrecyLevels) } as FieldDefinition),
  part('urgency', { type: 'choice', required: true, ...named(urgencies) } as FieldDefinition),
  part('copies', { type: 'number', decimals: 0 } as FieldDefinition),
  part('pages', { type: 'number', decimals: 0 } as FieldDefinition),
  part('attachments', { type: 'number', decimals: 0 } as FieldDefinition),
  part('attachmentNames', { type: 'text' }),
  part('responsible', { type: 'person' }),
  part('outcome', { type: 'longtext' }, true),
  part('note', { type: 'longtext' }, true),
]

/** A form that nobody has written in yet. */
export const emptyDraft = (registeredOn: string, unitId: string): LineDraft => ({
  registeredOn,
  counterpart: '',
  documentNo: '',
  title: '',
  datedOn: '',
  kind: 'document',
  secrecy: 'internal',
  urgency: 'ordinary',
  copies: '1',
  pages: '',
  attachments: '0',
  attachmentNames: '',
  unitId,
  responsible: '',
  outcome: '',
  note: '',
})

/** What the next letter keeps of the one just registered: a pile comes from one place, on one day, with one secrecy. */
export const nextDraft = (before: LineDraft): LineDraft => ({
  ...emptyDraft(before.registeredOn, before.unitId),
  counterpart: before.counterpart,
  kind: before.kind,
  secrecy: before.secrecy,
  urgency: before.urgency,
  responsible: before.responsible,
})

/** A line as its form shows it. */
export const draftOf = (line: Line): LineDraft => ({
  registeredOn: line.registeredOn,
  counterpart: line.counterpart,
  documentNo: line.documentNo,
  title: line.title,
  datedOn: line.datedOn,
  kind: line.kind,
  secrecy: line.secrecy,
  urgency: line.urgency,
  copies: String(line.copies),
  pages: line.pages === null ? '' : String(line.pages),
  attachments: String(line.attachments),
  attachmentNames: line.attachmentNames,
  unitId: line.unitId ?? '',
  responsible: line.responsible,
  outcome: line.outcome,
  note: line.note,
})

const numberIn = (text: string, otherwise: number | null) => {
  const plain = text.normalize('NFKC').trim()
  return plain === '' ? otherwise : /^\d+$/.test(plain) ? Number(plain) : plain
}

/** What is typed, as the server takes it, or all that is wrong with it at once. */
export function readDraft(draft: LineDraft): { value: LineInput } | { issues: readonly InputIssue[] } {
  const read = readInput(lineInput, {
    ...draft,
    // Ctrl+Enter sends before a date that was just typed is left.
    registeredOn: readTypedDate(draft.registeredOn, today()),
    datedOn: readTypedDate(draft.datedOn, today()),
    copies: numberIn(draft.copies, 1),
    pages: numberIn(draft.pages, null),
    attachments: numberIn(draft.attachments, 0),
    unitId: draft.unitId || null,
  })
  return 'value' in read ? { value: read.value } : { issues: read.issues }
}

interface Drafts {
  /** As the line was when the form was opened. */
  readonly begun: LineDraft
  readonly mine: LineDraft
  /** As the line is now. */
  readonly now: LineDraft
}

/** What one has typed over the line as it is now: elements left alone follow it; those that both have changed are named. */
export function mergeDraft({ begun, mine, now }: Drafts): { value: LineDraft; theirs: readonly (keyof LineDraft)[] } {
  const paths = Object.keys(begun) as (keyof LineDraft)[]
  const touched = paths.filter(path => mine[path] !== begun[path])
  return {
    value: { ...now, ...Object.fromEntries(touched.map(path => [path, mine[path]])) },
    theirs: touched.filter(path => now[path] !== begun[path] && now[path] !== mine[path]),
  }
}
