import { useSyncExternalStore } from 'react'
import { itemStates } from '../../domain/holdings/item-life.ts'
import { useLanguage } from '../language.ts'
import { CodeCell } from '../pieces/code-cell.tsx'
import { DateText } from '../pieces/date-text.tsx'
import { SecrecyTag } from '../pieces/secrecy-tag.tsx'
import { StatusTag, type Tone } from '../pieces/status-tag.tsx'
import type { Column } from '../pieces/table-column.ts'
import type { ItemRow } from './browse-legs.ts'
import type { Classification } from './classification.ts'
import { ItemLink, type PlaceInItem } from './item-link.tsx'
import { titleOfRetention } from './series-tree.ts'
import './item-columns.css'

const tones: Readonly<Record<ItemRow['state'], Tone>> = { draft: 'plain', numbered: 'due', filed: 'done' }

/** Where an item stands: 草稿, 已编号, 已归档. */
export function ItemStateTag({ state }: { state: ItemRow['state'] }) {
  const { t } = useLanguage()
  return <StatusTag tone={tones[state]}>{t({ zh: itemStates[state].title, en: itemStates[state].titleEn })}</StatusTag>
}

interface ItemTitleProps {
  row: ItemRow
  /** Where inside the item one wants to look. */
  place?: PlaceInItem | undefined
  children?: React.ReactNode
}

/** A title as a catalogue writes it: one the archivist made up stands in square brackets. */
export function ItemTitle({ row, place, children }: ItemTitleProps) {
  const title = children ?? row.title
  return (
    <ItemLink itemId={row.id} inList place={place}>
      <span className="item-title" title={row.title}>
        {row.selfMadeTitle ? <>[{title}]</> : title}
      </span>
    </ItemLink>
  )
}

const wide = matchMedia('(min-width: 1600px)')
const onWidth = (listener: () => void) => {
  wide.addEventListener('change', listener)
  return () => wide.removeEventListener('change', listener)
}

/** Pixels for the longest code 档号 listed, so that none is cut off and none is broken. */
const codeWidth = (rows: readonly ItemRow[]): number =>
  Math.max(112, 26 + 7.7 * Math.max(0, ...rows.map(({ code }) => code?.length ?? 0)))

interface ItemColumnsOptions<Row extends ItemRow> {
  rows: readonly Row[]
  kindTitle: Classification['kindTitle']
  /** Cells that a list draws in its own way. */
  own?: Partial<Record<'code' | 'title' | 'documentNo' | 'creator', Column<Row>['cell']>>
}

/** The columns of every list of items, in the order of a printed catalogue; what a small screen has no room for can be chosen. */
export function useItemColumns<Row extends ItemRow>({
  rows,
  kindTitle,
  own = {},
}: ItemColumnsOptions<Row>): Column<Row>[] {
  const { t } = useLanguage()
  const spare = !useSyncExternalStore(onWidth, () => wide.matches)
  return [
    {
      key: 'code',
      title: t({ zh: '档号', en: 'Code' }),
      width: codeWidth(rows),
      frozen: true,
      cell: own.code ?? (row => <CodeCell code={row.code} />),
    },
    { key: 'title', title: t({ zh: '题名', en: 'Title' }), cell: own.title ?? (row => <ItemTitle row={row} />) },
    {
      key: 'documentNo',
      title: t({ zh: '文号', en: 'Document no.' }),
      width: 156,
      spare,
      cell: own.documentNo ?? (row => row.documentNo),
    },
    {
      key: 'creator',
      title: t({ zh: '责任者', en: 'Creator' }),
      width: spare ? 112 : 176,
      cell: own.creator ?? (row => <span title={row.creator}>{row.creator}</span>),
    },
    { key: 'date', title: t({ zh: '日期', en: 'Date' }), width: 96, cell: row => <DateText date={row.date} /> },
    { key: 'kind', title: t({ zh: '门类', en: 'Kind' }), width: 96, spare: true, cell: row => t(kindTitle(row.kind)) },
    {
      key: 'retention',
      title: t({ zh: '保管期限', en: 'Retention' }),
      width: 88,
      spare: true,
      cell: row => t(titleOfRetention(row.retention)),
    },
    { key: 'unit', title: t({ zh: '机构', en: 'Unit' }), width: 104, spare: true, cell: row => row.unitName },
    {
      key: 'secrecy',
      title: t({ zh: '密级', en: 'Secrecy' }),
      width: 96,
      spare,
      cell: row => <SecrecyTag secrecy={row.secrecy} />,
    },
    { key: 'pages', title: t({ zh: '页数', en: 'Pages' }), width: 64, align: 'end', spare, cell: row => row.pages },
    {
      key: 'components',
      title: t({ zh: '电子文件（个）', en: 'Files' }),
      width: 112,
      align: 'end',
      spare: true,
      cell: row => row.components || '',
    },
    {
      key: 'state',
      title: t({ zh: '状态', en: 'State' }),
      width: 112,
      cell: row => <ItemStateTag state={row.state} />,
    },
  ]
}

/** A row in a few lines, for phones. */
export function ItemBrief({ row, title }: { row: ItemRow; title?: React.ReactNode }) {
  return (
    <div className="item-brief">
      {title ?? <ItemTitle row={row} />}
      <div>
        <CodeCell code={row.code} />
        <DateText date={row.date} />
        <ItemStateTag state={row.state} />
      </div>
    </div>
  )
}
