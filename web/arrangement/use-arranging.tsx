import { useQueryClient } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { ApiRefusal, client } from '../../client/client.ts'
import { useSend } from '../item/use-send.tsx'
import { counted, useLanguage } from '../language.ts'
import { notify } from '../pieces/notices.tsx'
import { type Selection, useSelection } from '../pieces/selection.ts'
import type { Series } from '../search/classification.ts'
import { refreshArranging } from './arranging.ts'

/** What is being arranged, what is selected of it, which volume is open, and every act on it. */
export interface Arranging {
  readonly series: Series
  readonly selection: Selection
  /** The volume whose contents are open, as the address says. */
  readonly openVolume: string | undefined
  readonly open: (volumeId: string | undefined) => void
  /** Does one act; a refusal is kept in `error`, otherwise everything shown is read anew. */
  readonly act: <Answer>(work: () => Promise<Answer>) => Promise<Answer | undefined>
  readonly busy: boolean
  readonly error: unknown
  readonly begin: (ids: readonly string[]) => Promise<void>
  readonly put: (volumeId: string, ids: readonly string[]) => Promise<void>
  readonly take: (volumeId: string, ids: readonly string[]) => Promise<void>
  readonly dialogs: ReactNode
}

/** Arranges one series. */
export function useArranging(series: Series): Arranging {
  const { t } = useLanguage()
  const queryClient = useQueryClient()
  const selection = useSelection()
  const navigate = useNavigate({ from: '/arrange' })
  const { volume: openVolume } = useSearch({ from: '/shell/arrange' })
  const send = useSend()
  const [busy, setBusy] = useState(false)
  const act: Arranging['act'] = async work => {
    setBusy(true)
    try {
      return await send.send(work)
    } finally {
      await refreshArranging(queryClient)
      setBusy(false)
    }
  }
  const open = (volumeId: string | undefined) =>
    void navigate({ search: { series: series.id, ...(volumeId && { volume: volumeId }) }, replace: true })
  const take: Arranging['take'] = async (volumeId, ids) => {
    const taken = await act(() => client.tell('volume.remove-items', { volumeId, itemIds: [...ids] }))
    if (taken)
      notify({
        text: t({ zh: `取出 ${counted(ids.length, 'item')}`, en: `Took out ${counted(ids.length, 'item')}` }),
        act: { label: t({ zh: '放回', en: 'Put back' }), run: () => void put(volumeId, ids) },
      })
  }
  const put: Arranging['put'] = async (volumeId, ids) => {
    const done = await act(() => client.tell('volume.add-items', { volumeId, itemIds: [...ids] }))
    if (!done) return
    selection.clear()
    open(volumeId)
    notify({
      text: t({ zh: `放入 ${counted(ids.length, 'item')}`, en: `Put in ${counted(ids.length, 'item')}` }),
      act: { label: t({ zh: '撤销', en: 'Undo' }), run: () => void take(volumeId, ids) },
    })
  }
  const begin: Arranging['begin'] = async ids => {
    const made = await act(() => client.tell('volume.create', { seriesId: series.id, itemIds: [...ids] }))
    if (!made) return
    selection.clear()
    open(made.volumeId)
    notify({
      text: t({ zh: `新立案卷《${made.title}》`, en: `Began the volume “${made.title}”` }),
      act: {
        label: t({ zh: '撤销', en: 'Undo' }),
        run: () => void act(() => client.tell('volume.dissolve', { volumeId: made.volumeId })),
      },
    })
  }
  return { series, selection, openVolume, open, act, busy, error: send.error, begin, put, take, dialogs: send.dialog }
}

/** Throws the reason of what a command over many refused, so that it reads like any other refusal. */
export function assertAllDone(answer: { refused: readonly { code: string; message: string }[] }): void {
  const [first] = answer.refused
  if (first) throw new ApiRefusal(409, { code: first.code, message: first.message })
}
