import { markOf } from '../../domain/shared/mark.ts'
import { type Label, printLabels } from '../print/labels.ts'
import { qrOf } from '../print/qr.ts'
import { printRemarks, type RemarksSheet } from '../print/remarks.ts'
import { printSpines, type Spine, type SpineCell } from '../print/spines.ts'
import { type BoxRow, readBoxes } from './boxes.sql.ts'
import { apartHidden, pageForm, type Wanted } from './draw.ts'
import { type PrintedItem, readItems } from './items.sql.ts'
import { classPart, dayInWords, lastPart, retentionName } from './words.ts'

/** A box that holds volumes is labelled by these, any other by its items. */
const firstCode = (box: BoxRow): string | null => (box.volumes > 0 ? box.first_volume : box.first_code)
const lastCode = (box: BoxRow): string | null => (box.volumes > 0 ? box.last_volume : box.last_code)
const holds = (box: BoxRow): string => (box.volumes > 0 ? `${box.volumes} 卷` : `${box.items} 件　${box.pages} 页`)

const nameOf = (box: BoxRow): string => {
  const code = classPart(firstCode(box))
  return `${code === '' ? `${box.fonds_code} ${box.year}` : code}　第 ${box.number} 盒`
}

async function wholeBoxes({ reads, actor, ids }: Wanted) {
  return apartHidden(await readBoxes(reads, actor, ids), nameOf)
}

/** Spine of a box 盒脊, DA/T 22: as wide as the box is thick unless another width is chosen. */
export const boxSpine = pageForm<Spine>(
  async wanted => {
    const { whole, refused } = await wholeBoxes(wanted)
    const { widthMm } = wanted.options
    return { docs: whole.map(box => ({ widthMm: widthMm ?? box.thickness_mm, cells: spineCells(box) })), refused }
  },
  (docs, { options, printing }) => printSpines('盒脊', docs, options.paper, printing),
)

function spineCells(box: BoxRow): SpineCell[] {
  const what = box.volumes > 0 ? '卷' : '件'
  return [
    { label: '全宗号', value: box.fonds_code, heightMm: 20 },
    { label: '年度', value: String(box.year), heightMm: 20 },
    { label: '保管期限', value: retentionName(box.retention), heightMm: 20 },
    ...(box.unit_name === null ? [] : [{ label: '机构（问题）', value: box.unit_name, heightMm: 34 }]),
    { label: `起${what}号`, value: lastPart(firstCode(box)), heightMm: 20 },
    { label: `止${what}号`, value: lastPart(lastCode(box)), heightMm: 20 },
    { label: '', value: box.fonds_name, down: true },
    { label: '盒号', value: String(box.number), heightMm: 20 },
    { label: '', value: nameOf(box), qr: qrOf(markOf(box.id)), heightMm: 24 },
  ]
}

/** Label of a box with its mark 标识码 as a QR code (S5.6). */
export const boxLabel = pageForm<Label>(
  async wanted => {
    const { whole, refused } = await wholeBoxes(wanted)
    return { docs: whole.map(labelOfBox), refused }
  },
  (docs, { options, printing }) => printLabels('盒签', docs, options, printing),
)

const labelOfBox = (box: BoxRow): Label => ({
  mark: markOf(box.id),
  heading: nameOf(box),
  lines: [
    box.fonds_name,
    [`${box.year} 年`, retentionName(box.retention), box.unit_name ?? ''].filter(part => part !== '').join('　'),
    firstCode(box) === null ? '空盒' : `${lastPart(firstCode(box))}—${lastPart(lastCode(box))}　${holds(box)}`,
  ],
})

/** Remarks on a box 备考表, the last sheet in a box of items (DA/T 22). */
export const boxRemarks = pageForm<RemarksSheet>(
  async wanted => {
    const { whole, refused } = await wholeBoxes(wanted)
    return { docs: whole.map(remarksOf), refused }
  },
  (docs, { printing }) => printRemarks('备考表', docs, printing),
)

const remarksOf = (box: BoxRow): RemarksSheet => ({
  head: [
    ['盒号', String(box.number)],
    ['起止件号', `${lastPart(firstCode(box))}—${lastPart(lastCode(box))}`],
    ['保管期限', retentionName(box.retention)],
    ['年度', String(box.year)],
  ],
  heading: '盒内文件情况说明',
  lines: [`本盒共 ${box.items} 件、${box.pages} 页。`, ...box.note.split('\n').filter(line => line !== '')],
  signs: [
    ['整理人', box.arranger ?? ''],
    ['整理日期', dayInWords(box.arranged_on)],
    ['检查人', box.checker ?? ''],
    ['检查日期', dayInWords(box.checked_on)],
  ],
})

/** Label of an item with its mark as a QR code. */
export const itemLabel = pageForm<Label>(
  async ({ reads, actor, ids }) => ({ docs: (await readItems(reads, actor, ids)).map(labelOfItem), refused: [] }),
  (docs, { options, printing }) => printLabels('件签', docs, options, printing),
)

const labelOfItem = (item: PrintedItem): Label => ({
  mark: markOf(item.id),
  heading: item.code ?? '',
  lines: [
    item.title,
    `${item.year} 年　${retentionName(item.retention)}${item.pages === null ? '' : `　${item.pages} 页`}`,
  ],
})
