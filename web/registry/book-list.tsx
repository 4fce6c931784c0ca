import { useNavigate, useSearch } from '@tanstack/react-router'
import { client, type Input } from '../../client/client.ts'
import { type LineState, lineStateCodes, lineStates } from '../../domain/registry/line-life.ts'
import { today } from '../dates.ts'
import { useLanguage } from '../language.ts'
import { Empty } from '../pieces/empty.tsx'
import { useKeyset } from '../pieces/keyset.ts'
import { KeysetTable } from '../pieces/keyset-table.tsx'
import { SearchBox } from '../pieces/search-box.tsx'
import { useSelection } from '../pieces/selection.ts'
import type { Fonds } from '../search/classification.ts'
import { useMayAny } from '../session.ts'
import { BookActs } from './book-acts.tsx'
import { LineBrief, type LineRow, useLineColumns } from './line-columns.tsx'
import type { Desk } from './use-desk.ts'
import { LineOutcome, useLineActs } from './use-line-acts.tsx'

type Book = 'received' | 'sent' | 'unit'

interface BookListProps {
  desk: Desk
  fonds: Fonds
  book: Book
  year: number
  /** The form stands beside it: only the columns one goes by. */
  beside: boolean
  onRegister: (() => void) | undefined
}

/** A book 登记簿 of a year, the last number first, narrowed by state, unit and words; acts on many lines at once. */
export function BookList({ desk, fonds, book, year, beside, onRegister }: BookListProps) {
  const { t } = useLanguage()
  const navigate = useNavigate()
  const asked = useSearch({ from: '/shell/registry' })
  const selection = useSelection()
  const unitId = asked.unit ?? (book === 'unit' ? (desk.ownUnits[0]?.id ?? desk.units[0]?.id) : undefined)
  const wanted: Input<'line.list'> = {
    fondsId: fonds.id,
    book,
    year,
    ...(unitId && { unitId }),
    ...(isState(asked.state) && { states: [asked.state] }),
    ...(asked.state === 'overdue' && { overdue: true }),
    ...(asked.q && { text: asked.q }),
  }
  const list = useKeyset<LineRow>({
    key: ['line.list', wanted],
    load: async after => {
      const page = await client.ask('line.list', { ...wanted, ...(after && { after }) })
      return { rows: page.lines, next: page.next }
    },
  })
  const acts = useLineActs(list.rows, selection)
  return (
    <div className="intake-list">
      {acts.outcome && <LineOutcome outcome={acts.outcome} onClose={acts.putAway} />}
      <KeysetTable
        name={beside ? 'registry-beside' : `registry-${book}`}
        caption={t({ zh: '登记簿', en: 'Book' })}
        columns={useLineColumns(book, beside)}
        list={list}
        rowId={line => line.id}
        rowName={line => line.code}
        measure="entry"
        empty={<NothingHere narrowed={Boolean(asked.q || asked.state)} onRegister={onRegister} />}
        brief={line => <LineBrief line={line} book={book} />}
        onOpen={lineId => void navigate({ to: '/registry/$lineId', params: { lineId } })}
        tools={
          <>
            <BookTools {...{ desk, book, year, unitId }} />
            {!beside && list.rows.length > 0 && <BookPrints wanted={wanted} />}
          </>
        }
        selection={selection}
        bulkActs={ids => <BookActs ids={ids} acts={acts} units={desk.everyUnit} />}
      />
      {acts.dialogs}
    </div>
  )
}

/** The list as it stands, on paper and as a workbook. */
function BookPrints({ wanted }: { wanted: Input<'line.list'> }) {
  const { t } = useLanguage()
  if (!useMayAny()(['line.print'])) return null
  return (
    <>
      <a className="button button-quiet" href={client.fileUrl('line.print', wanted)} target="_blank" rel="noreferrer">
        {t({ zh: '打印', en: 'Print' })}
      </a>
      <a className="button button-quiet" href={client.fileUrl('line.export', wanted)} download>
        {t({ zh: '导出 Excel', en: 'Excel' })}
      </a>
    </>
  )
}

const isState = (state: string | undefined): state is LineState => lineStateCodes.includes(state as LineState)

interface BookToolsProps extends Pick<BookListProps, 'desk' | 'book' | 'year'> {
  unitId: string | undefined
}

function BookTools({ desk, book, year, unitId }: BookToolsProps) {
  const { t } = useLanguage()
  const asked = useSearch({ from: '/shell/registry' })
  const navigate = useNavigate({ from: '/registry' })
  const choose = (part: { year?: string; unit?: string; state?: string; q?: string }) =>
    void navigate({ search: before => ({ ...before, ...part }), replace: true })
  const thisYear = Number(today().slice(0, 4))
  const years = [...new Set([year, ...Array.from({ length: 6 }, (_, back) => thisYear - back)])].sort((a, b) => b - a)
  const units = book === 'unit' && !desk.keepsAll && desk.ownUnits.length > 0 ? desk.ownUnits : desk.everyUnit
  return (
    <div className="registry-tools">
      <select
        className="input"
        aria-label={t({ zh: '年度', en: 'Year' })}
        value={year}
        onChange={event => choose({ year: event.target.value })}
      >
        {years.map(one => (
          <option key={one} value={one}>
            {t({ zh: `${one}年`, en: String(one) })}
          </option>
        ))}
      </select>
      <select
        className="input"
        aria-label={t({ zh: '承办部门', en: 'Responsible unit' })}
        value={unitId ?? ''}
        onChange={event => choose({ unit: event.target.value })}
      >
        {book !== 'unit' && <option value="">{t({ zh: '全部部门', en: 'All units' })}</option>}
        {units.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
      <select
        className="input"
        aria-label={t({ zh: '状态', en: 'State' })}
        value={asked.state ?? ''}
        onChange={event => choose({ state: event.target.value })}
      >
        <option value="">{t({ zh: '全部状态', en: 'All states' })}</option>
        <option value="overdue">{t({ zh: '逾期未办', en: 'Overdue' })}</option>
        {lineStateCodes.map(state => (
          <option key={state} value={state}>
            {t({ zh: lineStates[state].title, en: lineStates[state].titleEn })}
          </option>
        ))}
      </select>
      <SearchBox
        asked={asked.q ?? ''}
        onSearch={q => choose({ q })}
        name={t({ zh: '在登记簿里找', en: 'Find in the book' })}
        placeholder={t({ zh: '题名、文号、单位', en: 'Title, number, counterpart' })}
      />
    </div>
  )
}

function NothingHere({ narrowed, onRegister }: { narrowed: boolean; onRegister: (() => void) | undefined }) {
  const { t } = useLanguage()
  if (narrowed)
    return (
      <Empty
        title={t({ zh: '没有找到', en: 'Nothing found' })}
        hint={t({ zh: '换个词，或去掉部门、状态条件。', en: 'Try another word, or drop the unit or the state.' })}
      />
    )
  return (
    <Empty
      title={t({ zh: '这一年还没有登记', en: 'Nothing registered this year' })}
      hint={t({
        zh: '收进来、发出去的文件登记在这里，编号从 1 起，作废的也留着。',
        en: 'What comes in and goes out is registered here, numbered from 1; what is void stays as well.',
      })}
      act={
        onRegister && (
          <button type="button" className="button" onClick={onRegister}>
            {t({ zh: '登记', en: 'Register' })}
          </button>
        )
      }
    />
  )
}
