import { z } from 'zod'
import type { Actor } from '../../domain/access/actor.ts'
import { secrecyLevels } from '../../domain/access/secrecy.ts'
import { itemStates } from '../../domain/holdings/item-life.ts'
import { refuseHoldings } from '../../domain/holdings/refusals.ts'
import { type RetentionCode, retentionTitle } from '../../domain/holdings/retention.ts'
import type { Db } from '../platform/db.ts'
import { fileQuery } from '../platform/operation.ts'
import { type Sheet, writeCsv, writeWorkbook } from '../spreadsheet/spreadsheet.ts'
import { toItemRow, visibleRows } from './item-rows.sql.ts'
import { currentKinds } from './kinds.sql.ts'
import { find } from './search.sql.ts'
import { searchInput } from './search-input.ts'
import { wantedOf } from './search-wanted.sql.ts'

/** A list that people read and pass on; who wants more narrows it, and a whole archive is backed up instead. */
const most = 10_000
const atOnce = 500

const formats = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
} as const

type Format = keyof typeof formats

const columns = [
  { key: 'number', zh: '序号', en: 'No.', width: 6, kind: 'number' },
  { key: 'code', zh: '档号', en: 'Code', width: 28, kind: 'text' },
  { key: 'title', zh: '题名', en: 'Title', width: 50, kind: 'text' },
  { key: 'documentNo', zh: '文号', en: 'Document number', width: 22, kind: 'text' },
  { key: 'creator', zh: '责任者', en: 'Creator', width: 20, kind: 'text' },
  { key: 'date', zh: '日期', en: 'Date', width: 12, kind: 'date' },
  { key: 'kind', zh: '门类', en: 'Kind', width: 12, kind: 'text' },
  { key: 'year', zh: '年度', en: 'Year', width: 7, kind: 'number' },
  { key: 'retention', zh: '保管期限', en: 'Retention', width: 10, kind: 'text' },
  { key: 'unit', zh: '机构', en: 'Unit', width: 14, kind: 'text' },
  { key: 'secrecy', zh: '密级', en: 'Secrecy', width: 10, kind: 'text' },
  { key: 'pages', zh: '页数', en: 'Pages', width: 7, kind: 'number' },
  { key: 'copies', zh: '份数', en: 'Copies', width: 7, kind: 'number' },
  { key: 'files', zh: '电子文件', en: 'Files', width: 9, kind: 'number' },
  { key: 'state', zh: '状态', en: 'State', width: 9, kind: 'text' },
] as const

/** Export a list of items 导出清单 to Excel or CSV: what a search finds, or all that stands in a place, newest first; no cell becomes a formula. */
export const exportItems = fileQuery({
  name: 'item.export',
  title: '导出清单',
  titleEn: 'Export a list of items',
  permission: 'catalogue.export',
  rules: ['S1.2', 'S17.4'],
  limit: { per: 'person', max: 20, seconds: 60 },
  input: z.strictObject({
    ...searchInput,
    format: z.enum(['xlsx', 'csv']).default('xlsx').meta({ title: '格式', titleEn: 'Format' }),
  }),
  async run({ tx, actor, now }, { format, ...asked }) {
    const wanted = await wantedOf(tx, actor, asked)
    const found = wanted ? await find(tx, wanted, { need: most + 1 }) : []
    if (found.length > most) return refuseHoldings('list.too-long', { most })
    const ids = found.map(({ id }) => id)
    const name = actor.language === 'en' ? 'Records' : '档案清单'
    const sheet: Sheet = {
      name,
      columns: columns.map(({ zh, en, ...column }) => ({ ...column, title: actor.language === 'en' ? en : zh })),
      rows: rowsOf(tx, actor, ids),
      heading: name,
    }
    return {
      name: `${name}-${now.toISOString().slice(0, 10)}.${format}`,
      mime: formats[format],
      body: await written(sheet, format),
      inline: false,
    }
  },
})

const written = async (sheet: Sheet, format: Format) =>
  format === 'xlsx' ? writeWorkbook({ sheets: [sheet] }) : writeCsv(sheet)

async function* rowsOf(tx: Db, actor: Actor, ids: readonly string[]) {
  const kinds = new Map((await currentKinds(tx)).map(({ kind }) => [kind.code, kind]))
  const word = ({ title, titleEn }: { readonly title: string; readonly titleEn?: string }) =>
    actor.language === 'en' ? (titleEn ?? title) : title
  for (let start = 0; start < ids.length; start += atOnce) {
    const part = ids.slice(start, start + atOnce)
    const read = await visibleRows(tx, actor).where('item.id', 'in', part).execute()
    const byId = new Map(read.map(row => [row.id, toItemRow(row, actor)]))
    for (const [at, id] of part.entries()) {
      const row = byId.get(id)
      if (!row) continue
      const kind = kinds.get(row.kind)
      yield {
        number: start + at + 1,
        code: row.code,
        title: row.selfMadeTitle ? `[${row.title}]` : row.title,
        documentNo: row.documentNo,
        creator: row.creator,
        date: row.date || null,
        kind: kind ? word(kind) : row.kind,
        year: row.year,
        retention: word(retentionTitle(row.retention as RetentionCode)),
        unit: row.unitName,
        secrecy: word(secrecyLevels[row.secrecy]),
        pages: row.pages,
        copies: row.copies,
        files: row.components,
        state: word(itemStates[row.state]),
      }
    }
  }
}
