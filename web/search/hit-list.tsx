import { useEffect } from 'react'
import { useLanguage } from '../language.ts'
import { CodeCell } from '../pieces/code-cell.tsx'
import { Empty } from '../pieces/empty.tsx'
import { KeysetTable } from '../pieces/keyset-table.tsx'
import { useSelection } from '../pieces/selection.ts'
import { useMe } from '../session.ts'
import type { Classification } from './classification.ts'
import { useFacets } from './facets.tsx'
import { KeepAsFavourites } from './favourite-acts.tsx'
import { NarrowedTo, OrderChoice, WithinFound } from './found-tools.tsx'
import { type Hit, useHits } from './hits.ts'
import { BulkActs, useItemActs } from './item-acts.tsx'
import { ItemBrief, ItemTitle, useItemColumns } from './item-columns.tsx'
import { type PlaceInItem, useOpenItem, useReturnToRow } from './item-link.tsx'
import { rememberSearch } from './kept-searches.ts'
import { Marked } from './marked.tsx'
import { askedOf, type Narrowing, orderOf, type SearchAddress } from './narrowing.ts'
import './hit-list.css'

const markedCells = {
  code: (row: Hit) => <HitCode row={row} />,
  title: (row: Hit) => <HitTitle row={row} />,
  documentNo: (row: Hit) => <Marked text={row.documentNo} marks={row.marks.documentNo} />,
  creator: (row: Hit) => (
    <span title={row.creator}>
      <Marked text={row.creator} marks={row.marks.creator} />
    </span>
  ),
}

/** How long an answer has been looked at before its search counts as one that was meant. */
const meantAfterMs = 1500

interface HitListProps {
  address: SearchAddress
  classification: Classification
}

/** What a search found, with what was searched for marked where it stands, and what can be done with it. */
export function HitList({ address, classification }: HitListProps) {
  const { t } = useLanguage()
  const open = useOpenItem()
  const { q = '', order: orderAsked, ...narrowing } = address
  const asked = askedOf(address)
  const facets = useFacets(asked)
  const sortable = facets.data?.whole ?? true
  const order = sortable ? orderOf(orderAsked) : 'newest'
  const list = useHits({ ...asked, order })
  const columns = useItemColumns({ rows: list.rows, kindTitle: classification.kindTitle, own: markedCells })
  const selection = useSelection()
  const acts = useItemActs(list.rows, ids => selection.set(ids, false))
  const found = !list.stale && list.rows.length > 0
  useKeepMeant(q.trim(), found)
  useReturnToRow(found)
  const total = facets.isPlaceholderData ? undefined : facets.data?.total
  return (
    <>
      <KeysetTable
        name="hits"
        caption={t({ zh: '检索结果', en: 'Search results' })}
        columns={columns}
        list={{ ...list, total: list.total ?? (total === undefined ? null : facets.data?.whole ? total : '1000+') }}
        rowId={row => row.id}
        rowName={row => row.title}
        measure="item"
        tools={
          <>
            <WithinFound />
            <OrderChoice order={order} sortable={sortable} />
            <NarrowedTo narrowing={narrowing} classification={classification} />
          </>
        }
        empty={<NothingFound narrowing={narrowing} classification={classification} />}
        brief={row => <ItemBrief row={row} title={<HitTitle row={row} />} />}
        onOpen={id => open(id, placeIn(list.rows.find(row => row.id === id)))}
        selection={selection}
        bulkActs={ids => (
          <>
            <BulkActs ids={ids} rows={list.rows} acts={acts} />
            <KeepAsFavourites ids={ids} onDone={selection.clear} />
          </>
        )}
      />
      {acts.dialogs}
    </>
  )
}

function useKeepMeant(text: string, found: boolean) {
  const { personId } = useMe()
  useEffect(() => {
    if (!found || !text) return
    const timer = setTimeout(() => rememberSearch(personId, text), meantAfterMs)
    return () => clearTimeout(timer)
  }, [personId, text, found])
}

function HitCode({ row: { code, marks } }: { row: Hit }) {
  if (!code || marks.code.length === 0) return <CodeCell code={code} />
  return (
    <span className="code-cell">
      <Marked text={code} marks={marks.code} />
    </span>
  )
}

/** The title, and below it what was found elsewhere: a document number, or a passage inside a file. */
function HitTitle({ row }: { row: Hit }) {
  const { t } = useLanguage()
  const { title, documentNo, marks, passage } = row
  return (
    <>
      <ItemTitle row={row} place={placeIn(row)}>
        <Marked text={title} marks={marks.title} />
      </ItemTitle>
      {marks.documentNo.length > 0 && (
        <span className="hit-passage">
          {t({ zh: '文号', en: 'No.' })} <Marked text={documentNo} marks={marks.documentNo} />
        </span>
      )}
      {passage && (
        <span className="hit-passage">
          <span className="hit-file">{passage.file}</span>
          <Marked {...nearMark(passage)} />
        </span>
      )}
    </>
  )
}

/** The file in which a word was found, and the word, so that it is shown where it stands. */
function placeIn(row: Hit | undefined): PlaceInItem | undefined {
  const passage = row?.passage
  const [mark] = passage?.marks ?? []
  return passage && mark ? { file: passage.componentId, find: passage.text.slice(mark.start, mark.end) } : undefined
}

const mostBefore = 12

/** The passage from shortly before its first mark on, so that the mark is seen however narrow the column is. */
function nearMark({ text, marks }: NonNullable<Hit['passage']>) {
  const from = Math.max(0, (marks[0]?.start ?? 0) - mostBefore)
  if (from <= 1) return { text, marks }
  const moved = from - 1
  return {
    text: `…${text.slice(from)}`,
    marks: marks.map(({ start, end }) => ({ start: start - moved, end: end - moved })),
  }
}

function NothingFound({ narrowing, classification }: { narrowing: Narrowing; classification: Classification }) {
  const { t } = useLanguage()
  const narrowed = Object.values(narrowing).some(Boolean)
  return (
    <Empty
      title={t({ zh: '没有找到', en: 'Nothing found' })}
      hint={
        narrowed
          ? t({ zh: '换个词，或去掉条件。', en: 'Try another word, or drop a filter.' })
          : t({
              zh: '换个词，或少写几个字。还没有归档的、密级高于您知悉范围的，这里也查不到。',
              en: 'Try another word, or fewer of them. What is not filed yet or above your clearance is not found here either.',
            })
      }
      act={narrowed && <NarrowedTo narrowing={narrowing} classification={classification} inWords />}
    />
  )
}
