import { Refusal } from '../../domain/shared/refusal.ts'
import { placeOf } from '../holdings/blobs.sql.ts'
import { printStampSpecimen, type StampCells, stampArchived } from '../print/archive-stamp.ts'
import type { StampSide } from '../print/stamp-pdf.ts'
import { firstPdfs } from './components.sql.ts'
import { type DrawForm, refusedAs, type Wanted, wordsOf } from './draw.ts'
import { type PrintedItem, readItems } from './items.sql.ts'
import { lastPart, retentionName } from './words.ts'

/** Archive stamp 归档章: 全宗号, 年度, 件号; 机构或问题, 保管期限, 页数 (DA/T 22). */
const cellsOf = (item: PrintedItem): StampCells => [
  item.fonds_code,
  String(item.year),
  lastPart(item.code),
  item.unit_name ?? '',
  retentionName(item.retention),
  item.pages === null ? '' : String(item.pages),
]

/**
 * A stamped copy of an item's first PDF, to save or print; what is filed is only read. Without the storage at hand, in a preview, the stamp
 * is shown where it will stand on an empty sheet.
 */
export const archiveStamp: DrawForm = async wanted => {
  const [item] = await readItems(wanted.reads, wanted.actor, wanted.ids)
  if (!item) return { body: null, refused: [] }
  const side = sideOf(wanted.options.style)
  const cells = cellsOf(item)
  if (!wanted.files) return { body: await printStampSpecimen(cells, side, wanted.printing), refused: [] }
  try {
    const path = await pathOf(wanted, item.id)
    if (path === undefined) return { body: null, refused: [refusedAs('form.no-pdf', item.id, item.code ?? '')] }
    const body = await stampArchived(path, { cells, side, printing: wanted.printing })
    return { body, name: item.code ?? '', refused: [] }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return { body: null, refused: [{ id: item.id, label: item.code ?? '', ...wordsOf(error) }] }
  }
}

const sideOf = (style: string | undefined): StampSide => (style === 'left' || style === 'right' ? style : 'center')

async function pathOf({ reads, actor, files }: Wanted, itemId: string): Promise<string | undefined> {
  const pdf = (await firstPdfs(reads, actor, [itemId])).get(itemId)
  return pdf && files && (await placeOf(reads, files, pdf.sha256)).path
}
