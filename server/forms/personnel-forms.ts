import { personnelKind } from '../../domain/kinds/personnel.kind.ts'
import type { ListRow } from '../print/list-form.ts'
import { apartHidden, listForm } from './draw.ts'
import { personnelContents } from './layouts.ts'
import { type BoundRow, readContents, readVolumes } from './volumes.sql.ts'
import { titleIn } from './words.ts'

const classFields = { company: 'companyClass', office: 'officeClass' } as const

/** Catalogue of a person's papers 人事档案材料目录: numbered anew inside each class, in the nine of a company or the ten of an office. */
export const personnelCatalogue = listForm(async ({ reads, actor, ids, options }) => {
  const rows = await readVolumes(reads, actor, ids)
  const { whole, refused } = apartHidden(rows, ({ code }) => code ?? '')
  const contents = await readContents(
    reads,
    actor,
    whole.map(({ id }) => id),
  )
  const field = classFields[options.style === 'office' ? 'office' : 'company']
  const docs = whole.map(volume => ({
    head: [['档号', volume.code ?? ''] as const, ['姓名', personOf(contents.get(volume.id) ?? [])] as const],
    rows: classLines(contents.get(volume.id) ?? [], field),
  }))
  return { layout: personnelContents, docs, refused }
})

const fieldOf = (row: BoundRow, name: string): string => {
  const value = (row.fields as Readonly<Record<string, unknown>>)[name]
  return typeof value === 'string' ? value : ''
}

const personOf = (rows: readonly BoundRow[]): string =>
  rows.map(row => fieldOf(row, 'personName')).find(name => name !== '') ?? ''

type ClassField = (typeof classFields)[keyof typeof classFields]

/** Every class with what lies in it, in the order of time; what has no class follows under its own head. */
function classLines(rows: readonly BoundRow[], field: ClassField): ListRow[] {
  const classes: Readonly<Record<string, string>> = personnelKind.fields[field].options
  const papers = Map.groupBy(rows, row => (Object.hasOwn(classes, fieldOf(row, field)) ? fieldOf(row, field) : ''))
  const known = sortedClasses(Object.keys(classes)).flatMap(code => [
    { group: classes[code] ?? code },
    ...inTime(papers.get(code) ?? []).map(paperLine),
  ])
  const others = papers.get('') ?? []
  return others.length === 0 ? known : [...known, { group: '未分类' }, ...inTime(others).map(paperLine)]
}

/** By number: 2 before 10, 4 before 4-1; keys that look like numbers come out of an object before all others. */
const sortedClasses = (codes: readonly string[]): string[] =>
  codes.toSorted((a, b) => a.localeCompare(b, 'en', { numeric: true }))

const inTime = (rows: readonly BoundRow[]): BoundRow[] =>
  rows.toSorted((a, b) => (a.dated_on ?? '9').localeCompare(b.dated_on ?? '9'))

function paperLine(row: BoundRow, index: number): ListRow {
  const [year = '', month = '', day = ''] = (row.dated_on ?? '').split('-')
  return {
    number: index + 1,
    title: titleIn(row.title, row.self_made_title),
    year,
    month,
    day,
    pages: row.pages,
    copies: row.copies,
    note: row.note,
  }
}
