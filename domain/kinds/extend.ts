import type { InputIssue } from '../shared/refusal.ts'
import type { KindDefinition } from './define-kind.ts'

type Table = Readonly<Record<string, unknown>>

/**
 * What an extension takes away or turns round, which it may not (S8.1): items stay described by the kind, so a field is retired and
 * never removed, keeps its type, and its choices, the sections and the codes stay.
 */
export function extensionIssues(before: KindDefinition, after: KindDefinition): InputIssue[] {
  const fixed = (['code', 'categoryCode', 'unit'] as const)
    .filter(part => before[part] !== after[part])
    .map(part => issue(part, '不能改', 'cannot change'))
  const fields = Object.entries(before.fields).flatMap(([name, field]) => {
    const now = Object.hasOwn(after.fields, name) ? after.fields[name] : undefined
    if (!now)
      return [
        issue(
          `fields.${name}`,
          `“${field.title}”只能停用，不能删除`,
          `“${field.titleEn ?? field.title}” may be retired, not removed`,
        ),
      ]
    if (now.type !== field.type)
      return [
        issue(
          `fields.${name}.type`,
          `“${field.title}”的类型不能改`,
          `The type of “${field.titleEn ?? field.title}” cannot change`,
        ),
      ]
    if (!('options' in field) || !('options' in now)) return []
    return gone(field.options, now.options).map(code =>
      issue(`fields.${name}.options.${code}`, '选项只能增加，不能删除', 'Choices may be added, not removed'),
    )
  })
  const sections = gone(before.sections ?? {}, after.sections ?? {}).map(code =>
    issue(`sections.${code}`, '栏目只能增加，不能删除', 'Sections may be added, not removed'),
  )
  return [...fixed, ...fields, ...sections]
}

const gone = (before: Table, after: Table): string[] => Object.keys(before).filter(key => !Object.hasOwn(after, key))
const issue = (field: string, zh: string, en: string): InputIssue => ({ field, zh, en })

/** What an extension brings, in the words of the kind: fields added, retired and changed, by name. */
export function extensionChanges(before: KindDefinition, after: KindDefinition) {
  const names = Object.keys(after.fields)
  const of = (kind: KindDefinition, name: string) => (Object.hasOwn(kind.fields, name) ? kind.fields[name] : undefined)
  const isRetired = (name: string) => Boolean(of(after, name)?.retired) && !of(before, name)?.retired
  return {
    added: names.filter(name => !of(before, name)),
    retired: names.filter(name => of(before, name) && isRetired(name)),
    changed: names.filter(name => of(before, name) && !isRetired(name) && !alike(of(before, name), of(after, name))),
  }
}

/** Whether two definitions, or parts of them, say the same; the order of fields is part of a kind, that of its other words is not. */
export function alike(one: unknown, other: unknown): boolean {
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return one === other
  const [names, others] = [Object.keys(one), Object.keys(other)]
  const [a, b] = [one as Table, other as Table]
  return (
    names.length === others.length &&
    names.every(name => Object.hasOwn(b, name) && alike(a[name], b[name])) &&
    orderOf(a) === orderOf(b)
  )
}

const orderOf = ({ fields }: Table): string => Object.keys(Object(fields)).join()

/** Adds to a kind that an administrator extended what a newer release brings, and takes nothing of theirs away. */
export function withRelease(own: KindDefinition, shipped: KindDefinition): KindDefinition {
  const fields = Object.fromEntries(
    Object.entries(own.fields).map(([name, field]) => {
      const standard = Object.hasOwn(shipped.fields, name) ? shipped.fields[name] : undefined
      if (!standard || !('options' in field) || !('options' in standard)) return [name, field]
      return [name, { ...field, options: { ...field.options, ...missing(standard.options, field.options) } }]
    }),
  )
  const listed = new Set(own.checklist?.map(({ code }) => code))
  const papers = shipped.checklist?.filter(({ code }) => !listed.has(code)) ?? []
  return {
    ...own,
    ...((own.sections || shipped.sections) && { sections: { ...shipped.sections, ...own.sections } }),
    fields: { ...fields, ...missing(shipped.fields, own.fields) },
    ...(papers.length > 0 && { checklist: [...(own.checklist ?? []), ...papers] }),
  }
}

const missing = <T>(from: Readonly<Record<string, T>>, known: Table): Record<string, T> =>
  Object.fromEntries(Object.entries(from).filter(([key]) => !Object.hasOwn(known, key)))
