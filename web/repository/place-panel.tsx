import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { client } from '../../client/client.ts'
import { PrintLink } from '../forms/print-link.tsx'
import { useLanguage } from '../language.ts'
import { PanelPart, SidePanel } from '../organisation/side-panel.tsx'
import { notify } from '../pieces/notices.tsx'
import { RefusalNotice } from '../pieces/refusal-notice.tsx'
import { useMayAny } from '../session.ts'
import { fullnessOf } from './fullness.ts'
import { MoveDialog, type Moving } from './move-dialog.tsx'
import { refreshPlaces, type ShownPlace, shownPlaceQuery } from './queries.ts'
import { Standing } from './standing.tsx'

interface PlacePanelProps {
  /** A shelf or one slot. */
  placeId: string
  onOpen: (placeId: string) => void
  onClose: () => void
}

/** What stands in a place, slot by slot, drawn as one sees the spines and listed in words; moves begin here. */
export function PlacePanel({ placeId, onOpen, onClose }: PlacePanelProps) {
  const { t } = useLanguage()
  const { data: shown, error } = useQuery(shownPlaceQuery(placeId))
  const [moving, setMoving] = useState<Moving>()
  return (
    <SidePanel title={<span className="tabular">{shown?.code ?? '…'}</span>} under={shown?.name} onClose={onClose}>
      <RefusalNotice error={error} />
      {shown && <PlaceActs shown={shown} onMove={setMoving} />}
      {shown?.slots.map(slot => (
        <PanelPart key={slot.id} title={slot.code}>
          <p className="small tabular">{slot.active ? t(fullnessOf(slot)) : t({ zh: '已停用', en: 'closed' })}</p>
          {slot.things.length === 0 ? (
            <p className="small faint">
              {t({ zh: '空的。扫盒或扫格就能上架。', en: 'Empty. Scan a box or this slot to shelve.' })}
            </p>
          ) : (
            <Standing slot={slot} onMove={setMoving} />
          )}
        </PanelPart>
      ))}
      {shown && shown.slots.length === 0 && (
        <p className="small faint">{t({ zh: '在平面图上选一层。', en: 'Choose a shelf on the plan.' })}</p>
      )}
      {moving && <MoveDialog moving={moving} onClose={() => setMoving(undefined)} onMoved={onOpen} />}
    </SidePanel>
  )
}

/** What can be done to the place as a whole. */
function PlaceActs({ shown, onMove }: { shown: ShownPlace; onMove: (moving: Moving) => void }) {
  const { t } = useLanguage()
  const mayAny = useMayAny()
  const queryClient = useQueryClient()
  const things = shown.slots.flatMap(slot => slot.things)
  const set = async (act: 'location.close' | 'location.reopen') => {
    await client.tell(act, { locationId: shown.id })
    await refreshPlaces(queryClient)
    notify(
      act === 'location.close'
        ? t({ zh: `${shown.code} 已停用`, en: `${shown.code} is closed` })
        : t({ zh: `${shown.code} 恢复使用`, en: `${shown.code} is in use again` }),
    )
  }
  return (
    <p className="place-acts">
      <PrintLink thing="location" ids={[shown.id]} />
      {things.length > 0 && mayAny(['place.move-shelf']) && (
        <button type="button" className="button" onClick={() => onMove({ fromId: shown.id, code: shown.code })}>
          {t({ zh: '整架移位', en: 'Move all of it' })}
        </button>
      )}
      {things.length === 0 && shown.active && mayAny(['location.close']) && (
        <button type="button" className="button" onClick={() => void set('location.close')}>
          {t({ zh: '停用', en: 'Close' })}
        </button>
      )}
      {!shown.active && mayAny(['location.reopen']) && (
        <button type="button" className="button" onClick={() => void set('location.reopen')}>
          {t({ zh: '恢复使用', en: 'Reopen' })}
        </button>
      )}
    </p>
  )
}
