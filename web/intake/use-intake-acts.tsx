import { useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useRef, useState } from 'react'
import { ApiRefusal, client } from '../../client/client.ts'
import { actOn } from '../item/bulk.ts'
import { DiscardTerms, FilingTerms } from '../item/filing-terms.tsx'
import { useSend } from '../item/use-send.tsx'
import { useLanguage } from '../language.ts'
import { ConfirmAct } from '../pieces/confirm-act.tsx'
import type { Selection } from '../pieces/selection.ts'
import type { ItemRow } from '../search/browse-legs.ts'
import { actTitles, type IntakeAct, type ShownOutcome } from './outcome-panel.tsx'

/** The acts on all that is selected, how far the running one is, and what came of the last one. */
export interface IntakeActs {
  /** Of these ids, those that this act is possible for; what is not known here is left to the server. */
  readonly possible: (act: 'item.number' | 'item.file' | 'item.discard', ids: readonly string[]) => readonly string[]
  readonly number: (ids: readonly string[]) => void
  readonly file: (ids: readonly string[]) => void
  readonly discard: (ids: readonly string[]) => void
  readonly busy: boolean
  readonly outcome: ShownOutcome | null
  readonly show: (outcome: ShownOutcome | null) => void
  /** Stands once on the page. */
  readonly dialogs: ReactNode
}

interface Asked {
  readonly act: 'file' | 'discard'
  readonly ids: readonly string[]
}

/** Numbers, files and discards what is selected; filing and discarding ask once, because they cannot be undone. */
export function useIntakeActs(rows: readonly ItemRow[], selection: Selection): IntakeActs {
  const { t } = useLanguage()
  const queryClient = useQueryClient()
  const seen = useSeen(rows)
  const send = useSend()
  const [asked, setAsked] = useState<Asked | null>(null)
  const [outcome, setOutcome] = useState<ShownOutcome | null>(null)

  const titleOf = (id: string) => seen.get(id)?.title ?? id
  const run = async (act: IntakeAct, work: () => Promise<Done>) => {
    const { done, refused, failure } = (await send.send(work)) ?? { done: [], refused: [], failure: send.error }
    if (done.length + refused.length > 0 || failure)
      setOutcome({
        act,
        done: done.map(({ id, code }) => ({ id, code, title: titleOf(id) })),
        refused: refused.map(({ id, message }) => ({ id, message, title: titleOf(id) })),
        failure,
      })
    selection.set(
      done.map(({ id }) => id),
      false,
    )
    await Promise.all(
      ['item.list', 'item.search', 'series.tree'].map(name => queryClient.invalidateQueries({ queryKey: [name] })),
    )
  }
  const confirmed = ({ act, ids }: Asked) =>
    act === 'file' ? run('file', () => actOn('item.file', ids)) : run('discard', () => discardAll(ids, seen))
  return {
    possible: (act, ids) => ids.filter(id => seen.get(id)?.may.includes(act) ?? act !== 'item.discard'),
    number: ids => void run('number', () => actOn('item.number', ids)),
    file: ids => setAsked({ act: 'file', ids }),
    discard: ids => setAsked({ act: 'discard', ids }),
    busy: send.sending,
    outcome,
    show: setOutcome,
    dialogs: (
      <>
        {asked && (
          <ConfirmAct
            act={t(actTitles[asked.act].act)}
            count={asked.ids.length}
            measure="item"
            onConfirm={() => confirmed(asked)}
            onClose={() => setAsked(null)}
          >
            {asked.act === 'file' ? <FilingTerms components={null} /> : <DiscardTerms count={asked.ids.length} />}
          </ConfirmAct>
        )}
        {send.dialog}
      </>
    ),
  }
}

interface Done {
  readonly done: readonly { id: string; code: string | null }[]
  readonly refused: readonly { id: string; message: string }[]
  readonly failure?: unknown
}

/** Discards drafts one after the other, each as it was when it was listed; the first that fails otherwise than by a refusal ends it. */
async function discardAll(ids: readonly string[], seen: ReadonlyMap<string, ItemRow>): Promise<Done> {
  const done: { id: string; code: null }[] = []
  const refused: { id: string; message: string }[] = []
  for (const id of ids) {
    try {
      await client.tell('item.discard', { itemId: id, revision: seen.get(id)?.revision ?? 1 })
      done.push({ id, code: null })
    } catch (refusal) {
      if (!(refusal instanceof ApiRefusal) || refusal.status === 0 || refusal.status === 401)
        return { done, refused, failure: refusal }
      refused.push({ id, message: refusal.message })
    }
  }
  return { done, refused }
}

/** Every row that was listed while this page is open, since a selection outlives the list it was made in. */
function useSeen(rows: readonly ItemRow[]): ReadonlyMap<string, ItemRow> {
  const seen = useRef(new Map<string, ItemRow>())
  for (const row of rows) seen.current.set(row.id, row)
  return seen.current
}
