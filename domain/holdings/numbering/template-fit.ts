import type { KindDefinition } from '../../kinds/index.ts'
import { type CodeTemplate, formatCode } from './code.ts'
import { type CodeParts, type ElementName, elements, isNumber } from './elements.ts'
import { refuseNumbering } from './refusals.ts'
import { slotsOf } from './template.ts'

type Kind = Pick<KindDefinition, 'categoryCode' | 'unit' | 'fields'>

/** Elements a code of this kind can be given: those of every item, the volume where it goes by volume, the project where it has one. */
const given = (kind: Kind): ReadonlySet<ElementName> =>
  new Set<ElementName>([
    'fonds',
    'category',
    'year',
    'retention',
    'unit',
    'item',
    ...(kind.unit === 'volume' ? (['volume'] as const) : []),
    ...(Object.hasOwn(kind.fields, 'projectNo') ? (['project'] as const) : []),
  ])

/** Refuses a template that asks for a part no item of this kind has, so that nobody meets the refusal when numbering. */
export function assertTemplateFits(template: CodeTemplate, kind: Kind): void {
  const parts = given(kind)
  const needed = template.segments.flatMap(segment => ('element' in segment ? [segment.element] : []))
  const absent = needed.find(element => !parts.has(element))
  if (absent) {
    const { title, titleEn } = elements[absent]
    refuseNumbering('numbering.part-not-of-kind', { title, titleEn })
  }
}

const samples: CodeParts = { year: 2026, retention: 'D30', unit: 'BGS', project: '02', class: '01' }

/** A code as the template makes it for this fonds and kind, so that whoever chooses one sees what it gives. */
export function exampleCode(template: CodeTemplate, fonds: string, kind: Kind): string {
  const own: CodeParts = { ...samples, fonds, category: kind.categoryCode }
  const parts = given(kind)
  return formatCode(
    template,
    Object.fromEntries(
      slotsOf(template.segments).flatMap(({ element }) =>
        parts.has(element) ? [[element, own[element] ?? (isNumber(element) ? 1 : 'A')]] : [],
      ),
    ),
  )
}
