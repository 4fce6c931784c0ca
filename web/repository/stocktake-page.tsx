import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { client } from '../../client/client.ts'
import { type Outcome, outcomes } from '../../domain/repository/stocktake.ts'
import { momentOf } from '../dates.ts'
import { useLanguage } from '../language.ts'
import { ConfirmAct } from '../pieces/confirm-act.tsx'
import { Page } from '../pieces/page.tsx'
import { RefusalNotice } from '../pieces/refusal-notice.tsx'
import { useMayAny } from '../session.ts'
import { type ShownStocktake, stocktakeQuery } from './queries.ts'
import { StocktakeEntries } from './stocktake-entries.tsx'
import { StocktakeScan } from './stocktake-scan.tsx'
import { StocktakeState } from './stocktakes-page.tsx'
import './repository.css'

/** How often one looks what others have scanned meanwhile. */
const togetherMs = 5_000

/** One stock-take 盘点: scan past the shelves, see what differs, explain it, close. */
export function StocktakePage() {
  const { t } = useLanguage()
  const { stocktakeId } = useParams({ from: '/shell/repository/stocktakes/$stocktakeId' })
  const { data: take, error } = useQuery({
    ...stocktakeQuery(stocktakeId),
    refetchInterval: ({ state }) => (state.data?.closedAt ? false : togetherMs),
  })
  const crumbs = [{ title: t({ zh: '盘点', en: 'Stock-take' }), to: '/repository/stocktakes' as const }]
  if (!take)
    return (
      <Page title={t({ zh: '盘点', en: 'Stock-take' })} crumbs={crumbs}>
        <RefusalNotice error={error} />
      </Page>
    )
  return (
    <Page
      title={t({ zh: `盘点 ${take.location} ${take.name}`, en: `Stock-take of ${take.location} ${take.name}` })}
      crumbs={crumbs}
      acts={<Acts take={take} />}
      lead={
        <>
          <StocktakeState row={take} /> {momentOf(take.startedAt)} {take.startedBy}
          {take.closedAt && ` – ${momentOf(take.closedAt)} ${take.closedBy}`} {take.note}
        </>
      }
    >
      <RefusalNotice error={error} />
      <Tally take={take} />
      {!take.closedAt && <StocktakeScan stocktakeId={stocktakeId} />}
      <StocktakeEntries stocktakeId={stocktakeId} closed={take.closedAt !== null} />
    </Page>
  )
}

/** How many were found, are missing, stand elsewhere, are unknown. */
function Tally({ take: { tally } }: { take: ShownStocktake }) {
  const { t } = useLanguage()
  return (
    <dl className="tally" aria-live="polite">
      {(Object.keys(outcomes) as Outcome[]).map(code => (
        <div key={code}>
          <dt>{t({ zh: outcomes[code].title, en: outcomes[code].titleEn })}</dt>
          <dd className="tabular">{tally[code]}</dd>
        </div>
      ))}
      <div>
        <dt>{t({ zh: '待说明', en: 'To explain' })}</dt>
        <dd className="tabular">{tally.open}</dd>
      </div>
    </dl>
  )
}

function Acts({ take }: { take: ShownStocktake }) {
  const { t } = useLanguage()
  const mayAny = useMayAny()
  const queryClient = useQueryClient()
  const [closing, setClosing] = useState(false)
  const url = (form: 'pdf' | 'excel') => client.fileUrl('stocktake.print', { stocktakeId: take.id, form })
  return (
    <>
      {mayAny(['stocktake.print']) && (
        <>
          <a className="button" href={url('pdf')} target="_blank" rel="noreferrer">
            {t({ zh: '盘点报告', en: 'Report' })}
          </a>
          <a className="button" href={url('excel')}>
            Excel
          </a>
        </>
      )}
      {!take.closedAt && mayAny(['stocktake.close']) && (
        <button type="button" className="button button-seal" onClick={() => setClosing(true)}>
          {t({ zh: '结束盘点', en: 'Close it' })}
        </button>
      )}
      {closing && (
        <ConfirmAct
          act={t({ zh: '结束盘点', en: 'Close the stock-take' })}
          count={take.tally.found + take.tally.missing + take.tally.misplaced + take.tally.unknown}
          measure="entry"
          onConfirm={async () => {
            await client.tell('stocktake.close', { stocktakeId: take.id })
            await queryClient.invalidateQueries({ queryKey: ['stocktake.show'] })
            await queryClient.invalidateQueries({ queryKey: ['stocktake.list'] })
          }}
          onClose={() => setClosing(false)}
        >
          {t({
            zh: '结束以后不能再扫、不能再改，只能看和打印。',
            en: 'Afterwards nothing can be scanned or changed any more, only read and printed.',
          })}
        </ConfirmAct>
      )}
    </>
  )
}
