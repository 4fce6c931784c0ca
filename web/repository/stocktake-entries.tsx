import { useQueryClient } from '@tanstack/react-query'
import { Link, useSearch } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import { client } from '../../client/client.ts'
import { type Outcome, outcomeCodes, outcomes } from '../../domain/repository/stocktake.ts'
import { useLanguage } from '../language.ts'
import { ActDialog } from '../organisation/act-dialog.tsx'
import { TextField } from '../organisation/text-field.tsx'
import { Empty } from '../pieces/empty.tsx'
import { useKeyset } from '../pieces/keyset.ts'
import { KeysetTable } from '../pieces/keyset-table.tsx'
import { notify } from '../pieces/notices.tsx'
import { explain } from '../pieces/refusal-notice.tsx'
import { type Selection, useSelection } from '../pieces/selection.ts'
import { StatusTag } from '../pieces/status-tag.tsx'
import type { Column } from '../pieces/table-column.ts'
import { refreshPlaces, type StocktakeEntry } from './queries.ts'

interface StocktakeEntriesProps {
  stocktakeId: string
  closed: boolean
}

const asOutcome = (text: string | undefined): Outcome | undefined => outcomeCodes.find(code => code === text)

/** The entries of a stock-take, what differs first to hand; differences are selected and explained, or moved to where they were seen. */
export function StocktakeEntries({ stocktakeId, closed }: StocktakeEntriesProps) {
  const { t } = useLanguage()
  const outcome = asOutcome(useSearch({ from: '/shell/repository/stocktakes/$stocktakeId' }).outcome)
  const selection = useSelection()
  const [explaining, setExplaining] = useState<readonly string[]>()
  const list = useKeyset<StocktakeEntry>({
    key: ['stocktake.show', stocktakeId, 'entries', outcome ?? ''],
    load: async after => {
      const page = await client.ask('stocktake.show', {
        stocktakeId,
        ...(outcome && { outcome }),
        ...(after && { after }),
      })
      return { rows: page.entries, next: page.next }
    },
  })
  return (
    <>
      <OutcomeTabs stocktakeId={stocktakeId} current={outcome} />
      <KeysetTable
        name="stocktake"
        caption={t({ zh: '盘点明细', en: 'Entries' })}
        columns={useColumns()}
        list={list}
        rowId={({ thing }) => thing}
        rowName={({ code, thing }) => code ?? thing}
        measure="entry"
        {...(!closed && { selection })}
        bulkActs={ids => (
          <BulkActs
            stocktakeId={stocktakeId}
            rows={list.rows}
            ids={ids}
            selection={selection}
            onExplain={setExplaining}
          />
        )}
        brief={row => (
          <>
            <b className="tabular">{nameOf(row, t)}</b> <OutcomeTag row={row} />
            <br />
            <span className="small faint tabular">
              {row.expectedAt ?? '—'} → {row.foundAt ?? '—'} {row.explanation}
            </span>
          </>
        )}
        empty={
          <Empty
            title={t({ zh: '没有', en: 'None' })}
            hint={t({ zh: '换一个结果看看。', en: 'Look at another outcome.' })}
          />
        }
      />
      {explaining && (
        <ExplainDialog
          stocktakeId={stocktakeId}
          things={explaining}
          onDone={selection.clear}
          onClose={() => setExplaining(undefined)}
        />
      )}
    </>
  )
}

function OutcomeTabs({ stocktakeId, current }: { stocktakeId: string; current: Outcome | undefined }) {
  const { t } = useLanguage()
  const tabs = [undefined, 'missing', 'misplaced', 'unknown', 'found'] as const
  return (
    <nav className="view-tabs" aria-label={t({ zh: '结果', en: 'Outcome' })}>
      {tabs.map(code => (
        <Link
          key={code ?? 'all'}
          to="/repository/stocktakes/$stocktakeId"
          params={{ stocktakeId }}
          search={code ? { outcome: code } : {}}
          className="view-tab"
          activeOptions={{ exact: true, includeSearch: true }}
          aria-current={code === current ? 'page' : undefined}
        >
          {code ? t({ zh: outcomes[code].title, en: outcomes[code].titleEn }) : t({ zh: '全部', en: 'All' })}
        </Link>
      ))}
    </nav>
  )
}

const nameOf = ({ code }: StocktakeEntry, t: ReturnType<typeof useLanguage>['t']): string =>
  code ?? t({ zh: '（无权查看）', en: '(not for you to see)' })

function OutcomeTag({ row: { outcome, explanation } }: { row: StocktakeEntry }) {
  const { t } = useLanguage()
  const tone = outcome === 'found' ? 'done' : explanation ? 'plain' : 'late'
  return <StatusTag tone={tone}>{t({ zh: outcomes[outcome].title, en: outcomes[outcome].titleEn })}</StatusTag>
}

function useColumns(): readonly Column<StocktakeEntry>[] {
  const { t, language } = useLanguage()
  // biome-ignore lint/correctness/useExhaustiveDependencies: t speaks the language that is listed
  return useMemo(
    () => [
      {
        key: 'code',
        title: t({ zh: '盒号、档号', en: 'Code' }),
        width: 230,
        cell: row => <span className="tabular">{nameOf(row, t)}</span>,
      },
      { key: 'title', title: t({ zh: '题名', en: 'Title' }), cell: row => row.title },
      { key: 'outcome', title: t({ zh: '结果', en: 'Outcome' }), width: 110, cell: row => <OutcomeTag row={row} /> },
      { key: 'expected', title: t({ zh: '应在', en: 'Expected at' }), width: 140, cell: row => row.expectedAt },
      { key: 'found', title: t({ zh: '实在', en: 'Seen at' }), width: 140, cell: row => row.foundAt },
      { key: 'by', title: t({ zh: '盘点人', en: 'By' }), width: 90, cell: row => row.foundBy },
      { key: 'explanation', title: t({ zh: '说明', en: 'Explanation' }), cell: row => row.explanation },
    ],
    [language],
  )
}

interface BulkActsProps {
  stocktakeId: string
  rows: readonly StocktakeEntry[]
  ids: readonly string[]
  selection: Selection
  onExplain: (things: readonly string[]) => void
}

/** Explains what is selected; what stands elsewhere may be booked to where it was seen. */
function BulkActs({ stocktakeId, rows, ids, selection, onExplain }: BulkActsProps) {
  const { t } = useLanguage()
  const queryClient = useQueryClient()
  const chosen = rows.filter(({ thing }) => ids.includes(thing))
  const misplaced = chosen.filter(({ outcome, foundId, code }) => outcome === 'misplaced' && foundId && code)
  const book = async () => {
    const reason = t({ zh: '盘点时在那里', en: 'stood there at the stock-take' })
    for (const { thing, foundId, expectedAt } of misplaced) {
      const put = { thingIds: [thing], locationId: foundId ?? '' }
      await (expectedAt ? client.tell('place.move', { ...put, reason }) : client.tell('place.assign', put))
    }
    const things = misplaced.map(({ thing }) => thing)
    await client.tell('stocktake.explain', {
      stocktakeId,
      things,
      explanation: t({ zh: '已按实际位置移位', en: 'booked to where it stands' }),
    })
    selection.clear()
    await refreshPlaces(queryClient)
    await queryClient.invalidateQueries({ queryKey: ['stocktake.show', stocktakeId] })
  }
  return (
    <>
      {misplaced.length > 0 && misplaced.length === chosen.length && (
        <button
          type="button"
          className="button"
          onClick={() => void book().catch((error: unknown) => notify(explain(error)))}
        >
          {t({ zh: '按实际位置移位', en: 'Book to where it stands' })}
        </button>
      )}
      <button type="button" className="button" onClick={() => onExplain(ids)}>
        {t({ zh: '说明差异', en: 'Explain' })}
      </button>
    </>
  )
}

interface ExplainDialogProps {
  stocktakeId: string
  things: readonly string[]
  onDone: () => void
  onClose: () => void
}

function ExplainDialog({ stocktakeId, things, onDone, onClose }: ExplainDialogProps) {
  const { t } = useLanguage()
  const queryClient = useQueryClient()
  const [explanation, setExplanation] = useState('')
  return (
    <ActDialog
      title={t({ zh: '说明差异', en: 'Explain' })}
      act={t({ zh: '说明', en: 'Explain' })}
      ready={explanation.trim().length >= 2}
      onClose={onClose}
      onAct={async () => {
        await client.tell('stocktake.explain', { stocktakeId, things: [...things], explanation })
        onDone()
        await queryClient.invalidateQueries({ queryKey: ['stocktake.show', stocktakeId] })
      }}
    >
      {() => (
        <TextField
          label={t({ zh: '原因', en: 'Reason' })}
          required
          maxLength={300}
          value={explanation}
          onChange={setExplanation}
          hint={t({ zh: '如：借出未还、送修、已找到并放回', en: 'such as: on loan, under repair, found and put back' })}
        />
      )}
    </ActDialog>
  )
}
