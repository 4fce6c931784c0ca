import type { KindDefinition } from '../../domain/kinds/index.ts'
import { writtenParts } from './changes.ts'
import { entryAt, type ItemForm, type Path } from './form/item-form.ts'
import { columnPart, type Part } from './form/item-parts.ts'

/** What two people did to one form: what only the other changed, and what both did, differently. */
export interface Meeting {
  readonly theirs: readonly Path[]
  readonly both: readonly Path[]
}

const places: readonly Part[] = [
  { path: 'kind', field: { type: 'text', title: '门类', titleEn: 'Kind' } },
  { path: 'unitId', field: { type: 'text', title: '机构', titleEn: 'Unit' } },
  { path: 'year', field: { type: 'text', title: '年度', titleEn: 'Year' } },
]

/** Compares what somebody typed with what another has saved meanwhile, both begun from the same base. */
export function meet(base: ItemForm, theirs: ItemForm, mine: ItemForm): Meeting {
  const same = (a: ItemForm, b: ItemForm, path: Path) => String(entryAt(a, path)) === String(entryAt(b, path))
  const changed = pathsOf(base, theirs, mine).filter(path => !same(base, theirs, path))
  return {
    theirs: changed.filter(path => same(base, mine, path)),
    both: changed.filter(path => !same(base, mine, path) && !same(theirs, mine, path)),
  }
}

/** Puts what the other wrote at these paths into one's own form; the mark of a self-made title goes with its title. */
export function takeOver(mine: ItemForm, theirs: ItemForm, paths: readonly Path[]): ItemForm {
  const taken = (ofKind: boolean) =>
    Object.fromEntries(
      paths
        .filter(path => path.startsWith('fields.') === ofKind)
        .map(path => [path.replace(/^fields\./, ''), entryAt(theirs, path)]),
    )
  return {
    ...mine,
    ...taken(false),
    ...(paths.includes('title') && { selfMadeTitle: theirs.selfMadeTitle }),
    fields: { ...mine.fields, ...taken(true) },
  }
}

function pathsOf(...forms: readonly ItemForm[]): Path[] {
  const columns = Object.keys(forms[0] ?? {}).filter(name => name !== 'fields' && name !== 'selfMadeTitle') as Path[]
  const fields = new Set(forms.flatMap(({ fields }) => Object.keys(fields)))
  return [...columns, ...[...fields].map((name): Path => `fields.${name}`)]
}

/** The parts at these paths, place included, for showing their names and entries. */
export function partsAt(paths: readonly Path[], kind: KindDefinition): Part[] {
  const known = [...writtenParts(kind), columnPart(kind, 'retention'), ...places]
  return paths.flatMap(path => known.find(part => part.path === path) ?? [])
}
