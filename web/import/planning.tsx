import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { client } from '../../client/client.ts'
import type { FormChoices } from '../item/form/form-choices.ts'
import { useLanguage, type Wording } from '../language.ts'
import { RefusalNotice } from '../pieces/refusal-notice.tsx'
import { CheckResult } from './check-result.tsx'
import { ColumnsTable } from './columns-table.tsx'
import { type Import, importQuery, mappingsQuery } from './import-queries.ts'
import { MappingBar } from './mapping-bar.tsx'
import { openNeeds, type PlanDraft, proposePlan, signatureIn } from './plan-draft.ts'
import { PlanForm } from './plan-form.tsx'

const needWords: Readonly<Record<ReturnType<typeof openNeeds>[number], Wording>> = {
  title: { zh: '请指定哪一列是题名', en: 'say which column is the title' },
  retention: { zh: '请指定保管期限的列，或统一填写', en: 'give a column or one value for the retention' },
  year: {
    zh: '请指定年度或日期的列，或统一填写年度',
    en: 'give a column for the year or the date, or one year for all',
  },
}

/** How a sheet is to be read is chosen here and checked; once all rows are in order, they are imported from here. */
export function Planning({ one, choices }: { one: Import; choices: FormChoices }) {
  const { t } = useLanguage()
  const queries = useQueryClient()
  const [chosen, setChosen] = useState<PlanDraft | null>(null)
  const proposed = usePlan(one, choices)
  const plan = chosen ?? proposed
  const refresh = () => queries.invalidateQueries({ queryKey: importQuery(one.id).queryKey })
  const check = useMutation({
    mutationFn: (asked: PlanDraft) => client.tell('import.check', { importId: one.id, ...asked }),
    onSettled: refresh,
  })
  const run = useMutation({
    mutationFn: () => client.tell('import.run', { importId: one.id }),
    onSettled: refresh,
  })
  const sheet = one.sheets.find(({ name }) => name === plan?.sheet)
  const kind = choices.kinds.find(({ code }) => code === plan?.kind)
  if (!plan || !sheet || !kind) return null
  const needs = openNeeds(plan)
  const asChecked = one.state === 'checked' && (chosen === null || JSON.stringify(chosen) === JSON.stringify(one.plan))
  return (
    <>
      {one.failure && (
        <p className="notice notice-late" role="alert">
          {one.failure}
        </p>
      )}
      <div className="import-acts">
        <button
          type="button"
          className={asChecked ? 'button' : 'button button-seal'}
          disabled={needs.length > 0 || check.isPending}
          onClick={() => check.mutate(plan)}
        >
          {asChecked ? t({ zh: '重新检查', en: 'Check again' }) : t({ zh: '检查', en: 'Check' })}
        </button>
        {asChecked && (
          <button type="button" className="button button-seal" disabled={run.isPending} onClick={() => run.mutate()}>
            {t({
              zh: `导入 ${(one.found?.rows ?? 0).toLocaleString('en')} 件`,
              en: `Import ${(one.found?.rows ?? 0).toLocaleString('en')} items`,
            })}
          </button>
        )}
        {needs.length > 0 && (
          <p className="form-field-error" role="status">
            {needs.map(need => t(needWords[need])).join(t({ zh: '；', en: '; ' }))}
          </p>
        )}
      </div>
      <RefusalNotice error={check.error ?? run.error} />
      <CheckResult one={one} />
      <PlanForm {...{ sheets: one.sheets, choices, plan }} onChange={setChosen} />
      <MappingBar plan={plan} signature={signatureIn(sheet, plan.headRow)} onChoose={setChosen} />
      <ColumnsTable {...{ sheet, kind, plan }} onChange={columns => setChosen({ ...plan, columns })} />
    </>
  )
}

/** The plan of the last check; for a new sheet, what was saved for these heads, else what the heads say. */
function usePlan(one: Import, choices: FormChoices): PlanDraft | null {
  const first = one.sheets.toSorted((a, b) => b.rowCount - a.rowCount)[0]
  const kind = choices.kinds.find(({ code }) => code === 'document') ?? choices.kinds[0]
  const fonds = choices.fonds[0]
  const fresh = first && kind && fonds ? proposePlan(first, { fondsId: fonds.id, kind }) : null
  const saved = useQuery(mappingsQuery(first && fresh && !one.plan ? signatureIn(first, fresh.headRow) : ''))
  if (one.plan) return one.plan
  if (!fresh || saved.isLoading) return null
  const mapping = saved.data?.mappings[0]
  if (mapping) return { ...fresh, kind: mapping.kind, columns: mapping.columns, constants: mapping.constants }
  const own = choices.units.filter(unit => unit.own)
  const unitId = choices.unitOptional ? null : (own[0]?.id ?? null)
  return { ...fresh, constants: { ...fresh.constants, unitId } }
}
