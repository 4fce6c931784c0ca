import { markOf } from '../../domain/shared/mark.ts'
import type { ListLayout, ListRow } from '../print/list-form.ts'
import { qrOf } from '../print/qr.ts'
import { printRemarks, type RemarksSheet } from '../print/remarks.ts'
import { printSpines, type Spine } from '../print/spines.ts'
import { printVolumeCovers, type VolumeCover } from '../print/volume-cover.ts'
import { apartHidden, listForm, pageForm, type Wanted } from './draw.ts'
import {
  accountingContents,
  accountingVolumes,
  documentContents,
  documentVolumes,
  fullVolumes,
  technicalContents,
  technicalVolumes,
} from './layouts.ts'
import { type BoundRow, readContents, readVolumes, type VolumeRow } from './volumes.sql.ts'
import {
  dayInWords,
  eightDigits,
  lastPart,
  periodInDigits,
  periodInWords,
  retentionName,
  secrecyTitle,
  titleIn,
} from './words.ts'

const codeOf = ({ code }: { readonly code: string | null }): string => code ?? ''

/** Volumes of which everything may be seen, and the others with their reason. */
async function wholeVolumes({ reads, actor, ids }: Wanted) {
  return apartHidden(await readVolumes(reads, actor, ids), codeOf)
}

const isTechnical = ({ options }: Wanted): boolean => options.style === 'technical'

/** The layout of the chosen style; documents unless another is chosen. */
const layoutOf = (
  { options }: Wanted,
  layouts: Readonly<Record<'document' | 'technical' | 'accounting', ListLayout>>,
) => (options.style === 'technical' || options.style === 'accounting' ? layouts[options.style] : layouts.document)

const catalogueLayouts = { document: documentVolumes, technical: technicalVolumes, accounting: accountingVolumes }
const contentLayouts = { document: documentContents, technical: technicalContents, accounting: accountingContents }

const volumeLine = (volume: VolumeRow, index: number): ListRow => ({
  number: index + 1,
  volumeNo: lastPart(volume.code),
  code: codeOf(volume),
  title: titleIn(volume.title, false),
  period: periodInDigits(volume.first_on, volume.last_on),
  items: volume.items,
  pages: volume.pages,
  retention: retentionName(volume.retention),
  note: volume.note,
})

/** Rows of a volume's contents; the last says the pages it ends with, as GB/T 9705 has it. */
const contentLines = (rows: readonly BoundRow[]): ListRow[] =>
  rows.map((row, index) => ({
    number: row.volume_ordinal,
    documentNo: row.document_no,
    creator: row.creator,
    title: titleIn(row.title, row.self_made_title),
    date: eightDigits(row.dated_on),
    pages: pageNumbers(row, index === rows.length - 1),
    count: row.pages,
    note: row.note,
  }))

function pageNumbers({ page_from: from, page_to: to }: BoundRow, last: boolean): string {
  if (from === null) return ''
  return last && to !== null && to !== from ? `${from}-${to}` : String(from)
}

const classOf = (volume: VolumeRow): readonly (readonly [string, string])[] => [
  ['全宗名称', volume.fonds_name],
  ['年度', String(volume.year)],
  ['保管期限', retentionName(volume.retention)],
  ...(volume.unit_name === null ? [] : [['机构', volume.unit_name] as const]),
]

const bySeries = (volumes: readonly VolumeRow[]) => [...Map.groupBy(volumes, ({ series_id }) => series_id).values()]

/** Catalogue of volumes 案卷目录, a list for each series. */
export const volumeCatalogue = listForm(async wanted => {
  const rows = await readVolumes(wanted.reads, wanted.actor, wanted.ids)
  const docs = bySeries(rows).map(volumes => ({ head: classOf(volumes[0]!), rows: volumes.map(volumeLine) }))
  return { layout: layoutOf(wanted, catalogueLayouts), docs, refused: [] }
})

/** Full catalogue 全引目录: each volume's line, and under it its contents. */
export const fullCatalogue = listForm(async wanted => {
  const { whole, refused } = await wholeVolumes(wanted)
  const contents = await readContents(wanted.reads, wanted.actor, ids(whole))
  const docs = bySeries(whole).map(volumes => ({
    head: classOf(volumes[0]!),
    rows: volumes.flatMap(volume => [{ group: volumeHeading(volume) }, ...contentLines(contents.get(volume.id) ?? [])]),
  }))
  return { layout: fullVolumes, docs, refused }
})

const ids = (rows: readonly { readonly id: string }[]): string[] => rows.map(({ id }) => id)

const volumeHeading = (volume: VolumeRow): string =>
  `${codeOf(volume)}　${volume.title}　${volume.items} 件　${volume.pages} 页　${retentionName(volume.retention)}`

/** Contents of a volume 卷内文件目录, a list for each. */
export const volumeContents = listForm(async wanted => {
  const { whole, refused } = await wholeVolumes(wanted)
  const contents = await readContents(wanted.reads, wanted.actor, ids(whole))
  const docs = whole.map(volume => ({
    head: [['档号', codeOf(volume)] as const],
    rows: contentLines(contents.get(volume.id) ?? []),
  }))
  return { layout: layoutOf(wanted, contentLayouts), docs, refused }
})

/** Remarks on a volume 卷内备考表; with the technical style 互见号 is asked for and both dates. */
export const volumeRemarks = pageForm<RemarksSheet>(
  async wanted => {
    const { whole, refused } = await wholeVolumes(wanted)
    const technical = isTechnical(wanted)
    return { docs: whole.map(volume => remarksOf(volume, technical)), refused }
  },
  (docs, { printing }) => printRemarks('卷内备考表', docs, printing),
)

function remarksOf(volume: VolumeRow, technical: boolean): RemarksSheet {
  const counted = `本卷共 ${volume.items} 件、${volume.pages} 页。`
  const [binder, checker] = [volume.binder ?? '', volume.checker ?? '']
  const [boundOn, checkedOn] = [dayInWords(volume.bound_on), dayInWords(volume.checked_on)]
  return {
    head: technical
      ? [
          ['档号', codeOf(volume)],
          ['互见号', '　　　　　　　　'],
        ]
      : [['档号', codeOf(volume)]],
    heading: technical ? '说明' : '本卷情况说明',
    lines: [counted, ...volume.note.split('\n').filter(line => line !== '')],
    signs: technical
      ? [
          ['立卷人', binder],
          ['日期', boundOn],
          ['检查人', checker],
          ['日期', checkedOn],
        ]
      : [
          ['立卷人', binder],
          ['检查人', checker],
          ['立卷时间', boundOn],
        ],
  }
}

/** Cover of a volume 案卷封面. */
export const volumeCover = pageForm<VolumeCover>(
  async wanted => {
    const { whole, refused } = await wholeVolumes(wanted)
    const draw = isTechnical(wanted) ? technicalCover : documentCover
    return { docs: whole.map(draw), refused }
  },
  (docs, { printing }) => printVolumeCovers(docs, printing),
)

const documentCover = (volume: VolumeRow): VolumeCover => ({
  heading: volume.fonds_name,
  class: volume.unit_name,
  title: volume.title,
  fields: [
    ['时间', periodInWords(volume.first_on, volume.last_on)],
    ['保管期限', retentionName(volume.retention)],
    ['件数页数', `本卷共 ${volume.items} 件　${volume.pages} 页`],
    ['归档号', ''],
    ['档号', codeOf(volume)],
  ],
  codes: [
    ['全宗号', volume.fonds_code],
    ['目录号', ''],
    ['案卷号', lastPart(volume.code)],
  ],
})

const technicalCover = (volume: VolumeRow): VolumeCover => ({
  heading: volume.fonds_name,
  class: null,
  title: volume.title,
  fields: [
    ['立卷单位', volume.unit_name ?? volume.fonds_name],
    ['起止日期', periodInWords(volume.first_on, volume.last_on)],
    ['保管期限', retentionName(volume.retention)],
    ['密级', secrecyTitle(volume.secrecy)],
    ['档号', codeOf(volume)],
  ],
  codes: [],
})

/** Spine of a volume 案卷脊背: retention, code and title, downwards. */
export const volumeSpine = pageForm<Spine>(
  async wanted => {
    const { whole, refused } = await wholeVolumes(wanted)
    return { docs: whole.map(volume => spineOf(volume, wanted.options.widthMm ?? 20)), refused }
  },
  (docs, { options, printing }) => printSpines('案卷脊背', docs, options.paper, printing),
)

const spineOf = (volume: VolumeRow, widthMm: number): Spine => ({
  widthMm,
  cells: [
    { label: '保管期限', value: retentionName(volume.retention), heightMm: 22 },
    { label: '档号', value: codeOf(volume), heightMm: 46 },
    { label: '案卷题名', value: volume.title, down: true },
    { label: '', value: codeOf(volume), qr: qrOf(markOf(volume.id)), heightMm: 24 },
  ],
})
