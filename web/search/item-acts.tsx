import { useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { PrintLink } from '../forms/print-link.tsx'
import { actOn, type BulkAct, type Outcome } from '../item/bulk.ts'
import { FilingTerms } from '../item/filing-terms.tsx'
import { counted, useLanguage } from '../language.ts'
import { ConfirmAct } from '../pieces/confirm-act.tsx'
import { Dialog } from '../pieces/dialog.tsx'
import { notify } from '../pieces/notices.tsx'
import { RefusalNotice } from '../pieces/refusal-notice.tsx'
import type { ItemRow } from './browse-legs.ts'
import './item-acts.css'

const acts = {
  'item.number': { title: { zh: '编号', en: 'Number' }, done: { zh: '已编号', en: 'Numbered' } },
  'item.file': { title: { zh: '归档', en: 'File' }, done: { zh: '已归档', en: 'Filed' } },
} as const

/** What shows items or counts them, and is asked for anew after an act. */
const changed = ['item.list', 'item.search', 'item.facets', 'favourite.list', 'item.show', 'series.tree'] as const

/** The acts on items of a list, and what they show: the confirmation before filing, and who was refused and why. */
export interface ItemActs {
  readonly number: (ids: readonly string[]) => void
  readonly file: (ids: readonly string[]) => void
  readonly busy: boolean
  /** Stands once on the page. */
  readonly dialogs: ReactNode
}

/** Numbers 编号 and files 归档 items; what is done is told in a notice, what is refused in a list with each reason. */
export function useItemActs(
  rows: readonly ItemRow[],
  onActed: (ids: readonly string[]) => void = () => undefined,
): ItemActs {
  const { t } = useLanguage()
  const queryClient = useQueryClient()
  const [busy, setBusy] = useState(false)
  const [filing, setFiling] = useState<readonly string[] | null>(null)
  const [refused, setRefused] = useState<Omit<RefusedProps, 'onClose'> | null>(null)

  const run = async (act: BulkAct, ids: readonly string[]) => {
    setBusy(true)
    const { outcome, failure } = await actOn(act, ids).then(
      done => ({ outcome: done, failure: null }),
      (error: unknown) => ({ outcome: nothing, failure: error }),
    )
    setBusy(false)
    if (outcome.refused.length > 0 || failure) {
      // The titles as they are listed now: what somebody else has done meanwhile is gone from the next list.
      setRefused({ act, outcome, failure, titles: new Map(rows.map(row => [row.id, row.title])) })
    }
    onActed([...outcome.done, ...outcome.refused].map(({ id }) => id))
    if (outcome.done.length > 0) {
      notify(`${t(acts[act].done)} ${counted(outcome.done.length, 'item')}${codesOf(outcome)}`)
    }
    if (!failure) for (const name of changed) void queryClient.invalidateQueries({ queryKey: [name] })
  }
  return {
    number: ids => void run('item.number', ids),
    file: setFiling,
    busy,
    dialogs: (
      <>
        {filing && (
          <ConfirmAct
            act={t(acts['item.file'].title)}
            count={filing.length}
            measure="item"
            onConfirm={() => run('item.file', filing)}
            onClose={() => setFiling(null)}
          >
            <FilingTerms components={null} />
          </ConfirmAct>
        )}
        {refused && <Refused {...refused} onClose={() => setRefused(null)} />}
      </>
    ),
  }
}

const nothing: Outcome = { done: [], refused: [] }

/** The codes that were given: the only one, or the first and the last. */
function codesOf({ done }: Outcome): string {
  const [first, last] = [done[0]?.code, done.at(-1)?.code]
  if (!first) return ''
  return first === last ? ` · ${first}` : ` · ${first} … ${last}`
}

interface RefusedProps {
  act: BulkAct
  outcome: Outcome
  failure: unknown
  titles: ReadonlyMap<string, string>
  onClose: () => void
}

function Refused({ act, outcome, failure, titles, onClose }: RefusedProps) {
  const { t } = useLanguage()
  const title = t(acts[act].title)
  const many = counted(outcome.refused.length, 'item')
  return (
    <Dialog
      title={
        failure
          ? t({ zh: `没有${title}`, en: `${title}: not done` })
          : t({ zh: `${many}没有${title}`, en: `${title}: ${many} refused` })
      }
      onClose={onClose}
      acts={
        <button type="button" className="button" onClick={onClose}>
          {t({ zh: '知道了', en: 'Close' })}
        </button>
      }
    >
      {failure ? (
        <RefusalNotice error={failure} />
      ) : (
        <ul className="refused">
          {outcome.refused.map(({ id, message }) => (
            <li key={id}>
              <b>{titles.get(id) ?? id}</b>
              <span>{message}</span>
            </li>
          ))}
        </ul>
      )}
    </Dialog>
  )
}

interface BulkActsProps {
  ids: readonly string[]
  rows: readonly ItemRow[]
  acts: ItemActs
}

/** Numbering and filing for all that is selected, each with how many of them it is possible for. */
export function BulkActs({ ids, rows, acts: { number, file, busy } }: BulkActsProps) {
  const { t } = useLanguage()
  const may = new Map(rows.map(row => [row.id, row.may]))
  // What is selected but no longer listed is judged by the server alone.
  const possible = (act: BulkAct) => ids.filter(id => may.get(id)?.includes(act) ?? true)
  const numbered = possible('item.number')
  const filed = possible('item.file')
  return (
    <>
      <PrintLink thing="item" ids={ids} />
      {numbered.length > 0 && (
        <button type="button" className="button" disabled={busy} onClick={() => number(numbered)}>
          {t(acts['item.number'].title)} {counted(numbered.length, 'item')}
        </button>
      )}
      {filed.length > 0 && (
        <button type="button" className="button button-seal" disabled={busy} onClick={() => file(filed)}>
          {t(acts['item.file'].title)} {counted(filed.length, 'item')}
        </button>
      )}
    </>
  )
}
