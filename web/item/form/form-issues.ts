import type { z } from 'zod'
import { correction, itemInput } from '../../../domain/holdings/item-input.ts'
import { retentionIssue } from '../../../domain/holdings/record-groups.ts'
import type { RetentionCode } from '../../../domain/holdings/retention.ts'
import { fieldsSchema, type KindDefinition } from '../../../domain/kinds/index.ts'
import { readInput } from '../../../domain/shared/issues.ts'
import type { Wording } from '../../language.ts'
import { type ItemForm, inputOf, writtenIn } from './item-form.ts'

/** Everything that is wrong with what was typed, by the path of its control. */
export type FormIssues = Readonly<Record<string, Wording>>

/** Judges an item that is not filed by the schemas the server judges it by. */
export function issuesOf(form: ItemForm, kind: KindDefinition): FormIssues {
  const { fondsId, kind: kindCode, ...input } = inputOf(form, kind)
  const short = retentionIssue(kind.code, input.fields ?? {}, form.retention as RetentionCode)
  return {
    ...(short && { retention: { zh: short.zh, en: short.en } }),
    ...judge(itemInput, { ...input, fondsId: fondsId || undefined, kind: kindCode || undefined }, kind),
  }
}

/** Judges a correction of an item that is filed. */
export const correctionIssues = (form: ItemForm, kind: KindDefinition): FormIssues =>
  judge(correction, writtenIn(form, kind), kind)

function judge(schema: z.ZodType, input: Readonly<Record<string, unknown>>, kind: KindDefinition): FormIssues {
  const { issues } = readInput(schema, input)
  const { issues: fieldIssues } = readInput(fieldsSchema(kind), input['fields'])
  return Object.fromEntries([
    ...issues.map(({ field, zh, en }) => [field, { zh, en }] as const),
    ...fieldIssues.map(({ field, zh, en }) => [`fields.${field}`, { zh, en }] as const),
  ])
}
