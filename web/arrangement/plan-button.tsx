import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { client, type Output } from '../../client/client.ts'
import { planScopeCodes, planScopes } from '../../domain/arrangement/plan.ts'
import { dateOf } from '../dates.ts'
import { useSend } from '../item/use-send.tsx'
import { useLanguage } from '../language.ts'
import { Dialog } from '../pieces/dialog.tsx'
import { FormField } from '../pieces/form-field.tsx'
import { RefusalNotice } from '../pieces/refusal-notice.tsx'
import { useMayAny } from '../session.ts'

type Plan = Output<'arrangement.show'>

/** The plan 整理方案 of a fonds, which says how far arranging goes. */
export const planQuery = (fondsId: string) => ({
  queryKey: ['arrangement.show', fondsId],
  queryFn: () => client.ask('arrangement.show', { fondsId }),
  staleTime: 60_000,
})

/** Shows the plan in force; who may decide it opens it to be changed. */
export function PlanButton({ fondsId }: { fondsId: string }) {
  const { t } = useLanguage()
  const [open, setOpen] = useState(false)
  const { data: plan } = useQuery(planQuery(fondsId))
  if (!plan) return null
  const { title, titleEn } = planScopes[plan.scope]
  return (
    <>
      <button type="button" className="button button-quiet" onClick={() => setOpen(true)}>
        {t({ zh: '整理方案', en: 'Plan' })}
        {t({ zh: `：${title}`, en: `: ${titleEn}` })}
      </button>
      {open && <PlanDialog fondsId={fondsId} plan={plan} onClose={() => setOpen(false)} />}
    </>
  )
}

function PlanDialog({ fondsId, plan, onClose }: { fondsId: string; plan: Plan; onClose: () => void }) {
  const { t } = useLanguage()
  const form = useId()
  const may = useMayAny()(['arrangement.decide'])
  const queryClient = useQueryClient()
  const { send, sending, error, dialog } = useSend()
  const [scope, setScope] = useState(plan.scope)
  const [text, setText] = useState(plan.plan)
  const save = () =>
    void send(async () => {
      await client.tell('arrangement.decide', { fondsId, scope, plan: text })
      await queryClient.invalidateQueries({ queryKey: ['arrangement.show'] })
      return true
    }).then(saved => saved && onClose())
  return (
    <Dialog
      title={t({ zh: '整理方案', en: 'Plan of arranging' })}
      onClose={onClose}
      acts={
        <>
          <button type="button" className="button" onClick={onClose}>
            {may ? t({ zh: '先不', en: 'Not now' }) : t({ zh: '关闭', en: 'Close' })}
          </button>
          {may && (
            <button
              type="submit"
              form={form}
              className="button button-seal"
              disabled={sending || text.trim().length < 2}
            >
              {t({ zh: '确定方案', en: 'Decide' })}
            </button>
          )}
        </>
      }
    >
      <form
        id={form}
        className="remarks"
        onSubmit={event => {
          event.preventDefault()
          save()
        }}
      >
        <fieldset className="plan-scopes" disabled={!may}>
          <legend>{t({ zh: '整理范围', en: 'Scope' })}</legend>
          {planScopeCodes.map(code => (
            <label key={code}>
              <input type="radio" name="scope" checked={scope === code} onChange={() => setScope(code)} />{' '}
              <b>{t({ zh: planScopes[code].title, en: planScopes[code].titleEn })}</b>{' '}
              <span className="small faint">{t(planScopes[code])}</span>
            </label>
          ))}
        </fieldset>
        <FormField
          label={t({ zh: '方案内容', en: 'The plan' })}
          required
          hint={t({
            zh: '怎样分类、保留哪些原有案卷、谁来做、什么时候完成。',
            en: 'How it is classed, which volumes stay, who does it and until when.',
          })}
        >
          {control => (
            <textarea
              {...control}
              className="input"
              rows={6}
              maxLength={5000}
              readOnly={!may}
              value={text}
              onChange={({ target }) => setText(target.value)}
            />
          )}
        </FormField>
      </form>
      {plan.decidedBy && plan.decidedAt && (
        <p className="small faint">
          {plan.decidedBy} {dateOf(plan.decidedAt)}
        </p>
      )}
      <RefusalNotice error={error} />
      {dialog}
    </Dialog>
  )
}
