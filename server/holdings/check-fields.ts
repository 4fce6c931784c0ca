import { fieldsSchema, type KindDefinition } from '../../domain/kinds/index.ts'
import { readInput } from '../../domain/shared/issues.ts'
import { refusePlatform } from '../platform/refusals.ts'

/** Checks a kind's own fields as the kind's definition says; every issue is named `fields.…`. */
export function checkFields(kind: KindDefinition, fields: unknown): Record<string, unknown> {
  const read = readInput(fieldsSchema(kind), fields)
  if ('value' in read) return read.value as Record<string, unknown>
  const issues = read.issues.map(issue => ({
    ...issue,
    field: issue.field === '' ? 'fields' : `fields.${issue.field}`,
  }))
  return refusePlatform('input.invalid', { count: issues.length }, issues)
}
