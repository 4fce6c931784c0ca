import { secrecyCodes } from '../access/secrecy.ts'
import type { KindDefinition } from '../kinds/index.ts'
import { fillIn, type InputIssue, Refusal } from '../shared/refusal.ts'
import { itemDescription } from './description.ts'
import { templateOf } from './numbering/index.ts'

/** What a kind asks of the holdings that they cannot give: a secrecy level, a code template or a column that does not exist. */
export function kindIssues(kind: KindDefinition): InputIssue[] {
  const levels: readonly string[] = secrecyCodes
  const columns = Object.keys(kind.labels ?? {}).filter(name => !Object.hasOwn(itemDescription.shape, name))
  return [
    ...(kind.secrecy && !levels.includes(kind.secrecy) ? [absent('secrecy', kind.secrecy)] : []),
    ...columns.map(name => absent(`labels.${name}`, name)),
    ...templateIssues(kind.codePattern),
  ]
}

function templateIssues(codePattern: string): InputIssue[] {
  try {
    templateOf(codePattern)
    return []
  } catch (reason) {
    if (!(reason instanceof Refusal)) throw reason
    const { text, params } = reason
    return [{ field: 'codePattern', zh: fillIn(text, params, 'zh'), en: fillIn(text, params, 'en') }]
  }
}

const absent = (field: string, code: string): InputIssue => ({
  field,
  zh: `没有“${code}”`,
  en: `There is no “${code}”`,
})
