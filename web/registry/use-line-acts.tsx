import { useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type ReactNode, useRef, useState } from 'react'
import { client } from '../../client/client.ts'
import { useSend } from '../item/use-send.tsx'
import { counted, useLanguage, type Wording } from '../language.ts'
import { RefusalNotice } from '../pieces/refusal-notice.tsx'
import type { Selection } from '../pieces/selection.ts'
import { type BulkDone, orRefused } from './bulk-done.ts'
import { ItemiseDialog } from './itemise-dialog.tsx'
import type { LineRow } from './line-columns.tsx'

type BulkAct = 'line.finish' | 'line.assign' | 'line.itemise'

/** What came of an act on many lines: which were done, and which were refused with their reasons. */
export interface ShownLines {
  readonly act: Wording
  readonly done: readonly { id: string; itemId: string | null; code: string }[]
  readonly refused: readonly { id: string; code: string; message: string }[]
  readonly failure: unknown
}

/** The acts on all lines that are selected, and what came of the last one. */
export interface LineActs {
  /** Of these ids, those that this act is possible for. */
  readonly possible: (act: BulkAct, ids: readonly string[]) => string[]
  readonly finish: (ids: string[], outcome: string) => void
  readonly assign: (ids: string[], unitId: string) => void
  readonly itemise: (ids: string[]) => void
  readonly busy: boolean
  readonly outcome: ShownLines | null
  readonly putAway: () => void
  /** Stands once on the page. */
  readonly dialogs: ReactNode
}

const acts = {
  finish: { zh: '办结', en: 'Finished' },
  assign: { zh: '交办', en: 'Assigned' },
  itemise: { zh: '立件', en: 'Made items' },
} as const satisfies Record<string, Wording>

/** Finishes, assigns and itemises what is selected. */
export function useLineActs(rows: readonly LineRow[], selection: Selection): LineActs {
  const queryClient = useQueryClient()
  const send = useSend()
  const seen = useRef(new Map<string, LineRow>())
  for (const row of rows) seen.current.set(row.id, row)
  const [outcome, setOutcome] = useState<ShownLines | null>(null)
  const [itemising, setItemising] = useState<readonly string[] | null>(null)
  const codeOf = (id: string) => seen.current.get(id)?.code ?? ''
  const show = (act: Wording, { done, refused }: BulkDone, failure: unknown = null) => {
    setOutcome({
      act,
      done: done.map(one => ({ ...one, code: codeOf(one.id) })),
      refused: refused.map(one => ({ ...one, code: codeOf(one.id) })),
      failure,
    })
    selection.set(
      done.map(({ id }) => id),
      false,
    )
    void queryClient.invalidateQueries({ queryKey: ['line.list'] })
  }
  const run = async (act: Wording, work: () => Promise<BulkDone>) => {
    const answer = await send.send(() => orRefused(work))
    show(act, answer ?? { done: [], refused: [] }, answer ? null : send.error)
  }
  return {
    possible: (act, ids) => ids.filter(id => seen.current.get(id)?.may.includes(act) ?? true),
    finish: (ids, said) => void run(acts.finish, () => client.tell('line.finish', { ids, outcome: said })),
    assign: (ids, unitId) => void run(acts.assign, () => client.tell('line.assign', { ids, unitId })),
    itemise: setItemising,
    busy: send.sending,
    outcome,
    putAway: () => setOutcome(null),
    dialogs: (
      <>
        {itemising && (
          <ItemiseDialog ids={itemising} onDone={done => show(acts.itemise, done)} onClose={() => setItemising(null)} />
        )}
        {send.dialog}
      </>
    ),
  }
}

/** Says what came of an act on many lines, each item with the way to it and each refusal with its reason. */
export function LineOutcome({ outcome, onClose }: { outcome: ShownLines; onClose: () => void }) {
  const { t } = useLanguage()
  const { act, done, refused, failure } = outcome
  return (
    <section className="registry-outcome" aria-label={t({ zh: '办理结果', en: 'Outcome' })}>
      <header>
        <span role="status">
          {t(act)} {counted(done.length, 'entry')}
          {refused.length > 0 &&
            t({
              zh: `，未办 ${counted(refused.length, 'entry')}`,
              en: `, ${counted(refused.length, 'entry')} refused`,
            })}
        </span>
        <button type="button" className="button button-quiet" onClick={onClose}>
          {t({ zh: '收起', en: 'Put away' })}
        </button>
      </header>
      <RefusalNotice error={failure} />
      <ul>
        {refused.map(({ id, code, message }) => (
          <li key={id}>
            <b className="tabular">{code}</b> {message}
          </li>
        ))}
        {done.map(
          ({ id, itemId, code }) =>
            itemId && (
              <li key={id}>
                <span className="tabular">{code}</span>{' '}
                <Link to="/items/$itemId" params={{ itemId }}>
                  {t({ zh: '看这一件', en: 'See the item' })}
                </Link>
              </li>
            ),
        )}
      </ul>
    </section>
  )
}
