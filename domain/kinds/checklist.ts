import type { FieldsOf, KindDefinition } from './define-kind.ts'

/** One paper on a kind's checklist. */
export type ChecklistEntry = NonNullable<KindDefinition['checklist']>[number]

/** What fields have to say, by the field's name. */
export type Condition = NonNullable<ChecklistEntry['when']>

/** Papers that these fields call for: those always needed, and those whose conditions all hold (S4.6). */
export function requiredDocuments<K extends KindDefinition>(kind: K, fields: Partial<FieldsOf<K>>): ChecklistEntry[] {
  return (kind.checklist ?? []).filter(({ when }) => !when || fits(when, fields))
}

/** Gaps 缺项: papers called for that are not among the present ones. */
export function gaps<K extends KindDefinition>(
  kind: K,
  fields: Partial<FieldsOf<K>>,
  present: Iterable<string>,
): ChecklistEntry[] {
  const here = new Set(present)
  return requiredDocuments(kind, fields).filter(({ code }) => !here.has(code))
}

/** Whether these fields answer a condition: every field named has the value, or one of the values, asked for. */
export function fits(when: Condition, fields: Readonly<Record<string, unknown>>): boolean {
  return Object.entries(when).every(([name, wanted]) => {
    const given = [fields[name]].flat()
    return [wanted].flat().some(one => given.includes(one))
  })
}
