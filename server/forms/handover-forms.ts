import type { ListRow } from '../print/list-form.ts'
import { listForm } from './draw.ts'
import { type PrintedItem, readItems } from './items.sql.ts'
import { handoverOfItems, handoverOfVolumes } from './layouts.ts'
import { readVolumes, type VolumeRow } from './volumes.sql.ts'
import { retentionName, titleIn } from './words.ts'

type Handed = Pick<VolumeRow, 'year' | 'unit_name' | 'fonds_name'>

/** Which unit hands over what year's papers: the head of a handover list. */
const headOf = ({ fonds_name, unit_name, year }: Handed) =>
  [
    ['全宗名称', fonds_name],
    ['移交部门', unit_name ?? ''],
    ['年度', String(year)],
  ] as const

const listsOf = <R extends Handed & { readonly series_id: string }>(
  rows: readonly R[],
  line: (row: R, index: number) => ListRow,
) =>
  [...Map.groupBy(rows, ({ series_id }) => series_id).values()].map(group => ({
    head: headOf(group[0]!),
    rows: group.map(line),
  }))

/** Handover list 移交清单 of volumes, signed by who gives and who takes; one list for each unit and year. */
export const handoverVolumes = listForm(async ({ reads, actor, ids }) => ({
  layout: handoverOfVolumes,
  docs: listsOf(await readVolumes(reads, actor, ids), (volume, index) => ({
    number: index + 1,
    code: volume.code ?? '',
    title: volume.title,
    retention: retentionName(volume.retention),
    items: volume.items,
    pages: volume.pages,
    note: '',
  })),
  refused: [],
}))

/** Handover list 移交清单 of items. */
export const handoverItems = listForm(async ({ reads, actor, ids }) => ({
  layout: handoverOfItems,
  docs: listsOf((await readItems(reads, actor, ids)) as (PrintedItem & Handed)[], (item, index) => ({
    number: index + 1,
    title: titleIn(item.title, item.self_made_title),
    year: item.year,
    documentNo: item.document_no,
    pages: item.pages,
    retention: retentionName(item.retention),
    note: item.note,
  })),
  refused: [],
}))
