import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { ApiRefusal, client } from '../../client/client.ts'
import { useLanguage } from '../language.ts'
import { ConfirmAct } from '../pieces/confirm-act.tsx'
import { notify } from '../pieces/notices.tsx'
import { actOn, type BulkAct } from './bulk.ts'
import { DiscardTerms, FilingTerms } from './filing-terms.tsx'
import { refreshItem, type ShownItem } from './item-queries.ts'
import { ReasonDialog } from './reason-dialog.tsx'
import type { Send } from './use-send.tsx'

interface ItemActsProps {
  shown: ShownItem
  send: Send
  onEdit: () => void
}

type Asking = 'file' | 'unnumber' | 'discard'

/** What this person may do to the item as it stands, the next step last. */
export function ItemActs({ shown, send, onEdit }: ItemActsProps) {
  const { item } = shown
  const { t } = useLanguage()
  const queryClient = useQueryClient()
  const [asking, setAsking] = useState<Asking | null>(null)
  const may = (act: string) => item.may.includes(act)
  const number = () =>
    void send
      .send(() => actAlone('item.number', item.id))
      .then(code => {
        if (code === undefined) return
        notify(t({ zh: `已编号 ${code}`, en: `Numbered ${code}` }))
        void refreshItem(queryClient, item.id)
      })
  return (
    <div className="item-acts">
      {may('item.discard') && (
        <button type="button" className="button button-quiet" onClick={() => setAsking('discard')}>
          {t({ zh: '删除草稿', en: 'Discard' })}
        </button>
      )}
      {may('item.unnumber') && (
        <button type="button" className="button button-quiet" onClick={() => setAsking('unnumber')}>
          {t({ zh: '撤销编号', en: 'Withdraw number' })}
        </button>
      )}
      {(may('item.describe') || may('item.correct')) && (
        <button type="button" className="button" aria-keyshortcuts="e" onClick={onEdit}>
          {may('item.correct') ? t({ zh: '更正', en: 'Correct' }) : t({ zh: '著录', en: 'Describe' })}
          <kbd className="kbd">E</kbd>
        </button>
      )}
      {may('item.number') && (
        <button type="button" className="button button-seal" disabled={send.sending} onClick={number}>
          {t({ zh: '编号', en: 'Number' })}
        </button>
      )}
      {may('item.file') && (
        <button type="button" className="button button-seal" onClick={() => setAsking('file')}>
          {t({ zh: '归档', en: 'File' })}
        </button>
      )}
      {asking && <Asked asking={asking} shown={shown} onClose={() => setAsking(null)} />}
    </div>
  )
}

interface AskedProps {
  asking: Asking
  shown: ShownItem
  onClose: () => void
}

/** The one question before an act that cannot be undone, or that wants its reason. */
function Asked({ asking, shown: { item, components }, onClose }: AskedProps) {
  const { t } = useLanguage()
  const queryClient = useQueryClient()
  const navigate = useNavigate()
  const file = async () => {
    const code = await actAlone('item.file', item.id)
    notify(t({ zh: `已归档 ${code}`, en: `Filed ${code}` }))
    await refreshItem(queryClient, item.id)
  }
  const discard = async () => {
    await client.tell('item.discard', { itemId: item.id, revision: item.revision })
    notify(t({ zh: '草稿已删除', en: 'Draft discarded' }))
    void queryClient.invalidateQueries({ queryKey: ['item.list'] })
    await navigate({ to: '/intake' })
  }
  if (asking === 'unnumber') return <Unnumber item={item} onClose={onClose} />
  const filing = asking === 'file'
  return (
    <ConfirmAct
      act={filing ? t({ zh: '归档', en: 'File' }) : t({ zh: '删除草稿', en: 'Discard' })}
      count={1}
      measure="item"
      onConfirm={filing ? file : discard}
      onClose={onClose}
    >
      <p>
        <b>{item.title}</b>
        <br />
        {item.code}
      </p>
      {filing ? <FilingTerms components={components.length} /> : <DiscardTerms count={1} />}
    </ConfirmAct>
  )
}

/** Withdraws a number 撤销编号, with its reason. */
function Unnumber({ item, onClose }: { item: ShownItem['item']; onClose: () => void }) {
  const { t } = useLanguage()
  const queryClient = useQueryClient()
  return (
    <ReasonDialog
      title={t({ zh: `撤销编号 ${item.code}`, en: `Withdraw ${item.code}` })}
      says={t({
        zh: '这一号退回，这件档案回到草稿，可以改门类、年度、期限和机构后重新编号。只有本类最后一号能撤销，这样不留空号。',
        en: 'The number is given back and the item is a draft again. Only the last number of its class can be withdrawn, so that no gap is left.',
      })}
      act={t({ zh: '撤销编号', en: 'Withdraw' })}
      onAct={reason => client.tell('item.unnumber', { itemId: item.id, reason })}
      onDone={() => {
        onClose()
        notify(t({ zh: `已撤销编号 ${item.code}`, en: `Withdrew ${item.code}` }))
        void refreshItem(queryClient, item.id)
      }}
      onClose={onClose}
    />
  )
}

/** Does it to one item; its own reason for a refusal is thrown like any other. */
async function actAlone(act: BulkAct, id: string): Promise<string> {
  const { done, refused } = await actOn(act, [id])
  const [refusal] = refused
  if (refusal) throw new ApiRefusal(409, { code: refusal.code, message: refusal.message })
  return done[0]?.code ?? ''
}
