import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useLanguage } from '../language.ts'
import { Empty } from '../pieces/empty.tsx'
import { Page } from '../pieces/page.tsx'
import { RefusalNotice } from '../pieces/refusal-notice.tsx'
import { kindsQuery, type Series, useClassification } from '../search/classification.ts'
import { BoxesPane } from './boxes-pane.tsx'
import { LoosePane } from './loose-pane.tsx'
import { PlanButton } from './plan-button.tsx'
import { SeriesChoice, seriesIn } from './series-choice.tsx'
import { useArranging } from './use-arranging.tsx'
import { VolumesPane } from './volumes-pane.tsx'
import './arrangement.css'

/** Arranging 整理立卷: the loose papers of one series at the left, its volumes and boxes at the right. */
export function ArrangePage() {
  const { t } = useLanguage()
  const { series: asked } = useSearch({ from: '/shell/arrange' })
  const navigate = useNavigate({ from: '/arrange' })
  const classification = useClassification()
  const series = seriesIn(classification, asked)
  const fonds = classification.fonds.find(({ id }) =>
    classification.seriesOf.get(id)?.some(one => one.id === series?.id),
  )
  return (
    <Page
      title={t({ zh: '组卷装盒', en: 'Volumes and boxes' })}
      acts={
        <>
          {fonds && <PlanButton key={fonds.id} fondsId={fonds.id} />}
          <SeriesChoice
            classification={classification}
            value={series?.id}
            onChoose={id => void navigate({ search: { series: id } })}
          />
        </>
      }
      filled
    >
      <RefusalNotice error={classification.error} />
      {series ? (
        <Arranging key={series.id} series={series} />
      ) : (
        !classification.loading && (
          <Empty
            title={t({ zh: '选一个类别开始整理', en: 'Choose a series to arrange' })}
            hint={t({
              zh: '按卷整理的门类（会计、人事、基建等）在这里组卷、编页号、编案卷号；编了号的在这里装盒。',
              en: 'Kinds arranged by volume are bound, paged and numbered here; what has a code is boxed here.',
            })}
          />
        )
      )}
    </Page>
  )
}

function Arranging({ series }: { series: Series }) {
  const kinds = useQuery(kindsQuery)
  const arranging = useArranging(series)
  const byVolume = kinds.data?.kinds.find(({ code }) => code === series.kind)?.unit === 'volume'
  if (!kinds.data) return null
  return (
    <div className="arrange">
      <LoosePane arranging={arranging} byVolume={byVolume} />
      <div className="arrange-right">
        {byVolume && <VolumesPane arranging={arranging} />}
        <BoxesPane arranging={arranging} byVolume={byVolume} />
      </div>
      {arranging.dialogs}
    </div>
  )
}
