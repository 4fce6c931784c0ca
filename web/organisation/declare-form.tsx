import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { client } from '../../client/client.ts'
import type { SeparationMode } from '../../domain/access/separation.ts'
import { useLanguage, type Wording } from '../language.ts'
import { DeskForm } from '../pieces/desk-form.tsx'
import { notify } from '../pieces/notices.tsx'
import { RefusalNotice } from '../pieces/refusal-notice.tsx'
import { useMe } from '../session.ts'
import { issueOf, unplaced } from './field-issue.ts'
import { type Person, useRefreshPeople } from './people.ts'
import { PersonLinks } from './person-links.tsx'
import { TextField } from './text-field.tsx'

const modes: Readonly<Record<SeparationMode, Wording>> = {
  strict: { zh: '三员分立', en: 'kept apart' },
  simplified: { zh: '简化模式', en: 'simplified mode' },
}

/** Declares the other mode 声明三员模式, with its reason; both stand in the trail for good. */
export function DeclareForm({ mixed }: { mixed: readonly Person[] }) {
  const { t } = useLanguage()
  const refresh = useRefreshPeople()
  const { separation } = useMe()
  const [reason, setReason] = useState('')
  const next: SeparationMode = separation === 'strict' ? 'simplified' : 'strict'
  const declare = useMutation({
    mutationFn: () => client.tell('separation.declare', { mode: next, reason: reason.trim() }),
    async onSuccess() {
      setReason('')
      await refresh()
      notify(t({ zh: `已声明：${modes[next].zh}`, en: `Declared: ${modes[next].en}` }))
    },
  })
  return (
    <section className="declare">
      <h2>
        {next === 'simplified'
          ? t({ zh: '改为简化模式', en: 'Change to the simplified mode' })
          : t({ zh: '恢复三员分立', en: 'Return to separation' })}
      </h2>
      <p>
        {next === 'simplified'
          ? t({
              zh: '之后可以让一个人兼任管理和业务岗位。已有的岗位不变，随时可以恢复三员分立。',
              en: 'Afterwards one person may hold administration and business posts. Posts stay as they are, and separation can be restored at any time.',
            })
          : t({
              zh: '之后管理与业务岗位不能再由一人担任。',
              en: 'Afterwards nobody may hold administration and business posts together.',
            })}
      </p>
      {next === 'strict' && mixed.length > 0 && (
        <div className="notice notice-due">
          <p>
            {t({ zh: '先撤销兼任者多出的岗位：', en: 'First revoke the surplus posts of: ' })}
            <PersonLinks people={mixed} />
          </p>
        </div>
      )}
      <DeskForm className="declare-form" onSend={() => reason.trim().length >= 2 && declare.mutate()}>
        <TextField
          label={t({ zh: '原因', en: 'Reason' })}
          required
          maxLength={300}
          value={reason}
          onChange={setReason}
          error={issueOf(declare.error, 'reason')}
          hint={t({ zh: '记入审计，审计员会看到', en: 'It stands in the trail, where the auditor reads it' })}
        />
        <button type="submit" className="button button-seal" disabled={reason.trim().length < 2 || declare.isPending}>
          {t({ zh: `声明${modes[next].zh}`, en: `Declare: ${modes[next].en}` })}
        </button>
      </DeskForm>
      <RefusalNotice error={unplaced(declare.error, ['reason'])} />
    </section>
  )
}
