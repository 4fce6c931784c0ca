import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { client, type Input } from '../../client/client.ts'
import { readRetention } from '../../domain/holdings/retention.ts'
import { counted, useLanguage } from '../language.ts'
import { ActDialog } from '../organisation/act-dialog.tsx'
import { FormField } from '../pieces/form-field.tsx'
import { RefusalNotice } from '../pieces/refusal-notice.tsx'
import { titleOfRetention } from '../search/series-tree.ts'
import { type BulkDone, orRefused } from './bulk-done.ts'

interface ItemiseDialogProps {
  ids: readonly string[]
  onDone: (done: BulkDone) => void
  onClose: () => void
}

const periods = ['Y', 'D30', 'D10']

/** Shows where the items of lines would stand, with the reason for each year, and makes them with one button. */
export function ItemiseDialog({ ids, onDone, onClose }: ItemiseDialogProps) {
  const { t } = useLanguage()
  const { data, error } = useQuery({
    queryKey: ['line.propose', ids],
    queryFn: () => client.ask('line.propose', { ids: [...ids] }),
    staleTime: 0,
  })
  const [years, setYears] = useState<Readonly<Record<string, string>>>({})
  const [retention, setRetention] = useState<string>()
  const proposals = data?.proposals ?? []
  const chosen = retention ?? proposals[0]?.retention ?? 'D30'
  const many = counted(ids.length, 'entry')
  const itemise = async () => {
    const lines = proposals.map(({ lineId, year }) => ({
      lineId,
      year: Number(years[lineId] ?? year),
      retention: readRetention(chosen) ?? 'D30',
    })) satisfies Input<'line.itemise'>['lines']
    onDone(await orRefused(() => client.tell('line.itemise', { lines })))
  }
  return (
    <ActDialog
      title={t({ zh: `立件 ${many}`, en: `Make items: ${many}` })}
      act={t({ zh: `立件 ${many}`, en: `Make ${many}` })}
      ready={proposals.length > 0}
      onAct={itemise}
      onClose={onClose}
    >
      {() => (
        <>
          <RefusalNotice error={error} />
          <p className="small faint">
            {t({
              zh: '登记的内容和电子文件直接成为一件一件的草稿，不用再打字；在“整理归档”里编号、归档。',
              en: 'What is registered and its files become drafts without typing; number and file them under Intake.',
            })}
          </p>
          <FormField label={t({ zh: '保管期限', en: 'Retention' })}>
            {control => (
              <select
                {...control}
                className="input"
                value={chosen}
                onChange={event => setRetention(event.target.value)}
              >
                {[...new Set([chosen, ...periods])].map(code => (
                  <option key={code} value={code}>
                    {t(titleOfRetention(code))}
                  </option>
                ))}
              </select>
            )}
          </FormField>
          <table className="itemise-table">
            <caption className="aside-from-sight">{t({ zh: '拟立件', en: 'Proposed items' })}</caption>
            <thead>
              <tr>
                <th scope="col">{t({ zh: '编号', en: 'No.' })}</th>
                <th scope="col">{t({ zh: '题名', en: 'Title' })}</th>
                <th scope="col">{t({ zh: '年度', en: 'Year' })}</th>
              </tr>
            </thead>
            <tbody>
              {proposals.map(({ lineId, code, title, year, because }) => (
                <tr key={lineId}>
                  <td className="tabular line-code">{code}</td>
                  <td>
                    {title}
                    <div className="faint">{t(because)}</div>
                  </td>
                  <td>
                    <input
                      className="input"
                      inputMode="numeric"
                      aria-label={t({ zh: `${code} 的年度`, en: `Year of ${code}` })}
                      value={years[lineId] ?? year}
                      onChange={event => setYears(before => ({ ...before, [lineId]: event.target.value }))}
                    />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
    </ActDialog>
  )
}
