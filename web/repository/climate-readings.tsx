import { useQueryClient } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { client } from '../../client/client.ts'
import { excesses } from '../../domain/repository/climate.ts'
import { momentOf } from '../dates.ts'
import { useLanguage } from '../language.ts'
import { ActDialog } from '../organisation/act-dialog.tsx'
import { TextField } from '../organisation/text-field.tsx'
import { Empty } from '../pieces/empty.tsx'
import { useKeyset } from '../pieces/keyset.ts'
import { KeysetTable } from '../pieces/keyset-table.tsx'
import { useSelection } from '../pieces/selection.ts'
import { StatusTag } from '../pieces/status-tag.tsx'
import type { Column } from '../pieces/table-column.ts'
import { refreshClimate } from './climate-queries.ts'
import type { Reading } from './queries.ts'

interface ClimateReadingsProps {
  locationId: string
  month: string
}

/** The readings of a month; those out of the limits wait until somebody says what was done. */
export function ClimateReadings({ locationId, month }: ClimateReadingsProps) {
  const { t } = useLanguage()
  const selection = useSelection()
  const [measuring, setMeasuring] = useState<readonly string[]>()
  const list = useKeyset<Reading>({
    key: ['climate.list', locationId, month, 'readings'],
    load: async after => {
      const page = await client.ask('climate.list', { locationId, month, limit: 100, ...(after && { after }) })
      return { rows: page.readings, next: page.next }
    },
  })
  return (
    <>
      <KeysetTable
        name="climate"
        caption={t({ zh: '温湿度记录', en: 'Readings' })}
        columns={useColumns()}
        list={list}
        rowId={({ id }) => id}
        rowName={({ takenAt }) => momentOf(takenAt)}
        measure="entry"
        selection={selection}
        bulkActs={ids => (
          <button type="button" className="button" onClick={() => setMeasuring(ids)}>
            {t({ zh: '填处理措施', en: 'Say what was done' })}
          </button>
        )}
        brief={row => (
          <>
            <b className="tabular">
              {row.temperature.toFixed(1)} ℃ {row.humidity.toFixed(1)} %
            </b>{' '}
            <Verdict row={row} />
            <br />
            <span className="small faint tabular">
              {momentOf(row.takenAt)} {row.recorder} {row.measure}
            </span>
          </>
        )}
        empty={
          <Empty
            title={t({ zh: '这个月还没有记录', en: 'Nothing is noted in this month' })}
            hint={t({
              zh: '每天上午、下午各记一次，或导入记录仪的 CSV。',
              en: 'Note it in the morning and the afternoon, or take in a logger’s CSV.',
            })}
          />
        }
      />
      {measuring && (
        <MeasureDialog
          locationId={locationId}
          ids={measuring}
          onDone={selection.clear}
          onClose={() => setMeasuring(undefined)}
        />
      )}
    </>
  )
}

function Verdict({ row: { exceeded, measure } }: { row: Reading }) {
  const { t } = useLanguage()
  if (exceeded.length === 0) return <StatusTag tone="done">{t({ zh: '正常', en: 'in order' })}</StatusTag>
  const words = exceeded.map(code => t({ zh: excesses[code].title, en: excesses[code].titleEn }))
  return <StatusTag tone={measure ? 'due' : 'late'}>{words.join(t({ zh: '、', en: ', ' }))}</StatusTag>
}

function useColumns(): readonly Column<Reading>[] {
  const { t, language } = useLanguage()
  // biome-ignore lint/correctness/useExhaustiveDependencies: t speaks the language that is listed
  return useMemo(
    () => [
      { key: 'at', title: t({ zh: '时间', en: 'Time' }), width: 150, cell: row => momentOf(row.takenAt) },
      {
        key: 'temperature',
        title: t({ zh: '温度℃', en: '°C' }),
        width: 80,
        align: 'end',
        cell: row => row.temperature.toFixed(1),
      },
      {
        key: 'humidity',
        title: t({ zh: '湿度%', en: '% RH' }),
        width: 80,
        align: 'end',
        cell: row => row.humidity.toFixed(1),
      },
      { key: 'exceeded', title: t({ zh: '超限', en: 'Out of range' }), width: 230, cell: row => <Verdict row={row} /> },
      { key: 'measure', title: t({ zh: '处理措施', en: 'Measure taken' }), cell: row => row.measure },
      { key: 'by', title: t({ zh: '记录人', en: 'By' }), width: 90, cell: row => row.recorder },
    ],
    [language],
  )
}

interface MeasureDialogProps {
  locationId: string
  ids: readonly string[]
  onDone: () => void
  onClose: () => void
}

function MeasureDialog({ locationId, ids, onDone, onClose }: MeasureDialogProps) {
  const { t } = useLanguage()
  const queryClient = useQueryClient()
  const [measure, setMeasure] = useState('')
  return (
    <ActDialog
      title={t({ zh: '填处理措施', en: 'Say what was done' })}
      act={t({ zh: '填写', en: 'Write it' })}
      ready={measure.trim().length >= 2}
      onClose={onClose}
      onAct={async () => {
        await client.tell('climate.measure', { locationId, ids: [...ids], measure })
        onDone()
        await refreshClimate(queryClient)
      }}
    >
      {() => (
        <TextField
          label={t({ zh: '处理措施', en: 'Measure taken' })}
          required
          maxLength={300}
          value={measure}
          onChange={setMeasure}
          hint={t({ zh: '写了以后不能改', en: 'Once written it stays' })}
        />
      )}
    </ActDialog>
  )
}
