import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { client } from '../../client/client.ts'
import { counted, useLanguage } from '../language.ts'
import { Dialog } from '../pieces/dialog.tsx'
import { FormField } from '../pieces/form-field.tsx'
import { RefusalNotice } from '../pieces/refusal-notice.tsx'
import type { Import } from './import-queries.ts'

interface WithdrawDialogProps {
  one: Import
  onClose: () => void
  onDone: () => Promise<unknown>
}

/** Takes a whole import back, with the reason that the trail keeps. */
export function WithdrawDialog({ one, onClose, onDone }: WithdrawDialogProps) {
  const { t } = useLanguage()
  const [reason, setReason] = useState('')
  const withdraw = useMutation({
    mutationFn: () => client.tell('import.withdraw', { importId: one.id, reason }),
    onSuccess: async () => {
      await onDone()
      onClose()
    },
  })
  const many = counted(one.items ?? 0, 'item')
  return (
    <Dialog
      title={t({ zh: '撤回这次导入', en: 'Withdraw this import' })}
      onClose={onClose}
      acts={
        <>
          <button type="button" className="button" onClick={onClose}>
            {t({ zh: '先不', en: 'Not now' })}
          </button>
          <button
            type="button"
            className="button button-seal"
            disabled={withdraw.isPending || reason.trim().length < 2}
            onClick={() => withdraw.mutate()}
          >
            {t({ zh: `撤回 ${many}`, en: `Withdraw ${many}` })}
          </button>
        </>
      }
    >
      <p>
        {t({
          zh: `这次导入的 ${many}会一起删除，带来的档号空出来。只要有一件改过、编过号或归了档，就不能撤回。`,
          en: `All ${many} of this import are discarded and the codes they brought become free. Once any has been changed, numbered or filed, this cannot be done.`,
        })}
      </p>
      <FormField label={t({ zh: '原因', en: 'Reason' })} required>
        {control => (
          <textarea
            {...control}
            className="input"
            rows={2}
            value={reason}
            onChange={event => setReason(event.target.value)}
          />
        )}
      </FormField>
      <RefusalNotice error={withdraw.error} />
    </Dialog>
  )
}
