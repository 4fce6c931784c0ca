import { secrecyLevels } from '../../../domain/access/secrecy.ts'
import { itemDescription, openness } from '../../../domain/holdings/description.ts'
import { readRetention, retentionTitle } from '../../../domain/holdings/retention.ts'
import type { FieldDefinition, KindDefinition } from '../../../domain/kinds/index.ts'
import type { FieldMeta } from '../../../domain/shared/issues.ts'
import type { Wording } from '../../language.ts'
import type { Path } from './item-form.ts'

/** One thing written about an item: where it stands and what it is. */
export interface Part {
  readonly path: Path
  readonly field: FieldDefinition
}

/** Parts that are read and filled in together. */
export interface Section {
  readonly key: string
  readonly title: Wording
  readonly parts: readonly Part[]
}

type Column = Exclude<keyof typeof itemDescription.shape, 'selfMadeTitle'>

/** Periods offered for choosing, the usual ones first. */
const usualRetentions = ['Y', 'D30', 'D10', 'D50', 'D25', 'D20', 'D15', 'D5', 'D3', 'D2']

const options = (table: Readonly<Record<string, { title: string; titleEn: string }>>) => ({
  options: Object.fromEntries(Object.entries(table).map(([code, { title }]) => [code, title])),
  optionsEn: Object.fromEntries(Object.entries(table).map(([code, { titleEn }]) => [code, titleEn])),
})

function retentions(current: string) {
  const codes = usualRetentions.includes(current) || !current ? usualRetentions : [current, ...usualRetentions]
  return options(
    Object.fromEntries(
      codes.map(code => {
        const known = readRetention(code)
        return [code, known ? retentionTitle(known) : { title: code, titleEn: code }]
      }),
    ),
  )
}

/** A column every item has, named as its kind names it. */
export function columnPart(kind: KindDefinition, column: Column, current = ''): Part {
  const meta = (itemDescription.shape[column].meta() ?? {}) as FieldMeta
  const title = kind.labels?.[column]?.title ?? meta.title ?? column
  const titleEn = kind.labels?.[column]?.titleEn ?? meta.titleEn ?? title
  const named = { title, titleEn }
  switch (column) {
    case 'date':
      return { path: column, field: { type: 'date', ...named } }
    case 'pages':
    case 'copies':
      return { path: column, field: { type: 'number', decimals: 0, required: column === 'copies', ...named } }
    case 'secrecy':
      return { path: column, field: { type: 'choice', required: true, ...named, ...options(secrecyLevels) } }
    case 'openness':
      return { path: column, field: { type: 'choice', required: true, ...named, ...options(openness) } }
    case 'retention':
      return { path: column, field: { type: 'choice', required: true, ...named, ...retentions(current) } }
    case 'note':
      return { path: column, field: { type: 'longtext', ...named } }
    default:
      return { path: column, field: { type: 'text', required: column === 'title', ...named } }
  }
}

/** A kind's own fields, under the heads of its sections; what belongs to none comes first. */
export function kindSections(kind: KindDefinition): Section[] {
  const heads = [['', { title: kind.title, titleEn: kind.titleEn }] as const, ...Object.entries(kind.sections ?? {})]
  return heads
    .map(([key, { title, titleEn }]) => ({
      key,
      title: { zh: title, en: titleEn ?? title },
      parts: Object.entries(kind.fields)
        .filter(([, { section = '' }]) => section === key)
        .map(([name, field]): Part => ({ path: `fields.${name}`, field })),
    }))
    .filter(({ parts }) => parts.length > 0)
}

/** Dates of a kind that bear the same name as the item's own date and so say the same, as 签订日期 of a contract does. */
export function dateTwins(kind: KindDefinition): string[] {
  const { title } = columnPart(kind, 'date').field
  return Object.entries(kind.fields)
    .filter(([, field]) => field.type === 'date' && field.title === title)
    .map(([name]) => name)
}
