import { useQueryClient } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { ApiRefusal, client } from '../../client/client.ts'
import { useLanguage } from '../language.ts'
import { useDraft } from '../pieces/draft.ts'
import { notify } from '../pieces/notices.tsx'
import { useMe } from '../session.ts'
import { useFormChecks } from './form/form-checks.ts'
import type { FormChoices } from './form/form-choices.ts'
import { correctionIssues, issuesOf } from './form/form-issues.ts'
import { formOf, type ItemForm, inputOf, writtenIn } from './form/item-form.ts'
import { chooseYear } from './form/year-choice.ts'
import { refreshItem, type ShownItem } from './item-queries.ts'
import type { Send } from './use-send.tsx'

/** A change being written: the item as it was when it was begun, and what has been typed since. */
export interface Edit {
  readonly base: ItemForm
  readonly form: ItemForm
  readonly revision: number
  readonly reason: string
}

/** Name under which a change that was not sent is kept on this device. */
export const editName = (itemId: string, personId: string): string => `edit.${itemId}.${personId}`

const beginEdit = (shown: ShownItem): Edit => {
  const base = formOf(shown)
  return { base, form: base, revision: shown.item.revision, reason: '' }
}

const shortestReason = 2

const reasonIssue = (reason: string) =>
  reason.trim().length >= shortestReason ? {} : { reason: { zh: '写明更正原因', en: 'Say why it is corrected' } }

interface EditOptions {
  shown: ShownItem
  choices: FormChoices
  send: Send
  onClose: () => void
}

/** The state of describing an item again or correcting it: what was typed, what is wrong with it, and saving it. */
export function useEdit({ shown, choices, send, onClose }: EditOptions) {
  const { personId } = useMe()
  const { item } = shown
  const filed = item.state === 'filed'
  const initial = useMemo(() => beginEdit(shown), [shown])
  const draft = useDraft<Edit>(editName(item.id, personId), initial)
  const [met, setMet] = useState<ShownItem | null>(null)
  const { form, reason } = draft.value
  const kind = (!filed && choices.kinds.find(({ code }) => code === form.kind)) || shown.kind
  const year = chooseYear(form, kind, String(item.year))
  const whole = { ...form, year: year.year }
  const checks = useFormChecks(
    filed ? { ...correctionIssues(form, kind), ...reasonIssue(reason) } : issuesOf(whole, kind),
  )
  const finish = useFinish(item)
  return {
    ...{ draft, form, kind, year, checks, filed, met },
    change: (part: Partial<ItemForm>) => draft.change({ form: { ...form, ...part } }),
    /** Saves; where somebody else has changed the item since, nothing is overwritten and `met` is what it is now. */
    async save() {
      if (!checks.pass()) return
      const saved = await send.send(() => tell(item, draft.value, { form: whole, kind }))
      if (!saved) return
      if (typeof saved !== 'string') return setMet(saved)
      draft.discard()
      onClose()
      finish(saved)
    },
    leave() {
      draft.discard(initial)
      onClose()
    },
    /** Goes on from what the other has saved, with `form` as what is now one's own. */
    merge(theirs: ShownItem, merged: ItemForm) {
      draft.change({ base: formOf(theirs), form: merged, revision: theirs.item.revision })
      setMet(null)
    },
    putOff: () => setMet(null),
  }
}

type Saved = 'saved' | 'unchanged' | ShownItem

/** Sends a change and says what became of it: saved, nothing to save, or the item as somebody else has left it. */
async function tell(
  { id: itemId, state }: ShownItem['item'],
  { revision, reason }: Edit,
  { form, kind }: { form: ItemForm; kind: ShownItem['kind'] },
): Promise<Saved> {
  try {
    await (state === 'filed'
      ? client.tell('item.correct', { itemId, revision, reason: reason.trim(), ...writtenIn(form, kind) })
      : client.tell('item.describe', { itemId, revision, ...inputOf(form, kind) }))
    return 'saved'
  } catch (refusal) {
    const code = refusal instanceof ApiRefusal ? refusal.code : ''
    if (code === 'item.nothing-changed') return 'unchanged'
    if (code === 'item.changed') return client.ask('item.show', { itemId })
    throw refusal
  }
}

function useFinish({ id, state }: ShownItem['item']): (saved: 'saved' | 'unchanged') => void {
  const { t } = useLanguage()
  const queryClient = useQueryClient()
  return saved => {
    if (saved === 'unchanged') return notify(t({ zh: '没有改动', en: 'Nothing was changed' }))
    notify(state === 'filed' ? t({ zh: '已更正', en: 'Corrected' }) : t({ zh: '已保存', en: 'Saved' }))
    void refreshItem(queryClient, id)
  }
}
