import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { ApiRefusal, client } from '../../client/client.ts'
import { useLanguage } from '../language.ts'
import { ActDialog } from '../organisation/act-dialog.tsx'
import { TextField } from '../organisation/text-field.tsx'
import { notify } from '../pieces/notices.tsx'
import { refreshPlaces } from './queries.ts'

/** One thing, or all that stands in a place, on its way elsewhere. */
export type Moving = { readonly code: string } & ({ readonly thingId: string } | { readonly fromId: string })

interface MoveDialogProps {
  moving: Moving
  onClose: () => void
  /** Told the place it went to. */
  onMoved: (placeId: string) => void
}

/** Moves something: the new place is scanned or typed, the reason written; without a place it is taken off the shelf. */
export function MoveDialog({ moving, onClose, onMoved }: MoveDialogProps) {
  const { t } = useLanguage()
  const queryClient = useQueryClient()
  const [to, setTo] = useState('')
  const [reason, setReason] = useState('')
  const whole = 'fromId' in moving
  const act = async () => {
    if (to.trim() === '' && !whole) {
      await client.tell('place.take-off', { thingIds: [moving.thingId], reason })
      notify(t({ zh: `${moving.code} 已下架`, en: `${moving.code} is off the shelf` }))
      return refreshPlaces(queryClient)
    }
    const locationId = await placeScanned(to, t)
    if (whole) await client.tell('place.move-shelf', { fromId: moving.fromId, toId: locationId, reason })
    else await client.tell('place.move', { thingIds: [moving.thingId], locationId, reason })
    notify(t({ zh: `${moving.code} 已移到 ${to.trim()}`, en: `${moving.code} moved to ${to.trim()}` }))
    await refreshPlaces(queryClient)
    onMoved(locationId)
    return undefined
  }
  return (
    <ActDialog
      title={
        whole
          ? t({ zh: `整架移位：${moving.code}`, en: `Move all of ${moving.code}` })
          : t({ zh: `移位：${moving.code}`, en: `Move ${moving.code}` })
      }
      act={to.trim() === '' && !whole ? t({ zh: '下架', en: 'Take off' }) : t({ zh: '移位', en: 'Move' })}
      ready={reason.trim().length >= 2 && (!whole || to.trim() !== '')}
      onClose={onClose}
      onAct={act}
    >
      {() => (
        <>
          <TextField
            label={t({ zh: '移到', en: 'To' })}
            value={to}
            onChange={setTo}
            required={whole}
            hint={
              whole
                ? t({
                    zh: '扫或输入格、层、节、列的编号；全部放得下才移动',
                    en: 'Scan or type a slot, shelf, bay or row; nothing moves unless all of it fits',
                  })
                : t({
                    zh: '扫或输入库位编号；不填就是下架',
                    en: 'Scan or type the code of a place; leave it empty to take it off the shelf',
                  })
            }
          />
          <TextField
            label={t({ zh: '原因', en: 'Reason' })}
            required
            maxLength={300}
            value={reason}
            onChange={setReason}
          />
        </>
      )}
    </ActDialog>
  )
}

/** The place that a scanned mark or a typed code means. */
async function placeScanned(text: string, t: ReturnType<typeof useLanguage>['t']): Promise<string> {
  const { location } = await client.ask('place.find', { text: text.trim() })
  if (location) return location.id
  const message = t({
    zh: `没有库位 ${text.trim()}。请扫库位标签，或照平面图上的编号输入。`,
    en: `There is no place ${text.trim()}. Scan its label, or type the code that the plan shows.`,
  })
  throw new ApiRefusal(404, { code: 'location.unknown', message })
}
