import { proposeRetention } from '../../../domain/holdings/record-groups.ts'
import type { KindDefinition } from '../../../domain/kinds/index.ts'
import { type ItemForm, writtenIn } from './item-form.ts'

/** What the kind and its fields propose as retention, as far as they are filled in. */
export const retentionProposed = (form: ItemForm, kind: KindDefinition) =>
  proposeRetention(kind, writtenIn(form, kind).fields)

/** The change of a form with the retention following the sort of record, as long as nobody chose another. */
export function withRetention(form: ItemForm, part: Partial<ItemForm>, kind: KindDefinition): Partial<ItemForm> {
  const before = retentionProposed(form, kind)?.retention
  const after = retentionProposed({ ...form, ...part }, kind)?.retention
  const untouched = form.retention === '' || form.retention === before
  return untouched && after && after !== before ? { ...part, retention: after } : part
}
