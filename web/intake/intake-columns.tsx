import { useSyncExternalStore } from 'react'
import { missingForFiling } from '../../domain/holdings/item-life.ts'
import { useLanguage } from '../language.ts'
import { CodeCell } from '../pieces/code-cell.tsx'
import { DateText } from '../pieces/date-text.tsx'
import { StatusTag } from '../pieces/status-tag.tsx'
import type { Column } from '../pieces/table-column.ts'
import type { ItemRow } from '../search/browse-legs.ts'
import { ItemStateTag, ItemTitle } from '../search/item-columns.tsx'
import { titleOfRetention } from '../search/series-tree.ts'

/** Pixels for the longest code listed. */
const codeWidth = (rows: readonly ItemRow[]) =>
  Math.max(112, 26 + 7.7 * Math.max(0, ...rows.map(({ code }) => code?.length ?? 0)))

const wide = matchMedia('(min-width: 1600px)')
const onWidth = (listener: () => void) => {
  wide.addEventListener('change', listener)
  return () => wide.removeEventListener('change', listener)
}

interface IntakeColumnsOptions {
  rows: readonly ItemRow[]
  /** Numbers and states, where they differ. */
  coded: boolean
  stated: boolean
  /** The form stands beside the list: on a small screen only the columns one goes by. */
  beside: boolean
}

/** The columns of what is not filed yet, the last of them what is still to be written. */
export function useIntakeColumns({ rows, coded, stated, beside }: IntakeColumnsOptions): Column<ItemRow>[] {
  const { language, t } = useLanguage()
  const isWide = useSyncExternalStore(onWidth, () => wide.matches)
  const column = (key: string, title: string, rest: Omit<Column<ItemRow>, 'key' | 'title'>) => ({ key, title, ...rest })
  const wordy = (zh: number, en: number) => (language === 'zh' ? zh : en)
  const columns = [
    column('code', t({ zh: '档号', en: 'Code' }), {
      width: codeWidth(rows),
      cell: row => <CodeCell code={row.code} />,
    }),
    column('title', t({ zh: '题名', en: 'Title' }), { cell: row => <ItemTitle row={row} /> }),
    column('creator', t({ zh: '责任者', en: 'Creator' }), {
      width: 128,
      cell: row => <span title={row.creator}>{row.creator}</span>,
    }),
    column('date', t({ zh: '日期', en: 'Date' }), { width: 96, cell: row => <DateText date={row.date} /> }),
    column('documentNo', t({ zh: '文号', en: 'Document no.' }), {
      width: 140,
      spare: true,
      cell: row => row.documentNo,
    }),
    column('year', t({ zh: '年度', en: 'Year' }), { width: 60, cell: row => row.year }),
    column('retention', t({ zh: '期限', en: 'Retention' }), {
      width: wordy(64, 92),
      cell: row => t(titleOfRetention(row.retention)),
    }),
    column('unit', t({ zh: '机构', en: 'Unit' }), { width: 104, spare: true, cell: row => row.unitName }),
    column('pages', t({ zh: '页数', en: 'Pages' }), { width: 60, align: 'end', cell: row => row.pages }),
    column('components', t({ zh: '文件', en: 'Files' }), {
      width: 56,
      align: 'end',
      cell: row => row.components || '',
    }),
    column('registered', t({ zh: '登记于', en: 'Registered' }), {
      width: 100,
      spare: true,
      cell: row => <DateText date={row.registeredAt} />,
    }),
    column('state', t({ zh: '状态', en: 'State' }), { width: 88, cell: row => <ItemStateTag state={row.state} /> }),
    column('lacks', t({ zh: '还缺', en: 'Lacks' }), { width: wordy(164, 176), cell: row => <Lacks row={row} /> }),
  ]
  const kept = !beside ? columns : columns.filter(({ key }) => (isWide ? besideWide : besideNarrow).includes(key))
  return kept.filter(({ key }) => (key !== 'code' || coded) && (key !== 'state' || stated))
}

const besideNarrow = ['code', 'title', 'date', 'lacks']
const besideWide = ['code', 'title', 'creator', 'date', 'documentNo', 'retention', 'pages', 'lacks']

/** What is still to be written before an item can be filed. */
export function Lacks({ row }: { row: ItemRow }) {
  const { t } = useLanguage()
  const missing = missingForFiling({ ...row, dated_on: row.date || null })
  if (missing.length === 0) return <StatusTag tone="done">{t({ zh: '齐', en: 'complete' })}</StatusTag>
  const names = t({ zh: missing.map(({ zh }) => zh).join('、'), en: missing.map(({ en }) => en).join(', ') })
  return (
    <span title={names}>
      <StatusTag tone="due">{names}</StatusTag>
    </span>
  )
}
