import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useLanguage } from '../language.ts'
import { NotPermitted } from '../organisation/not-permitted.tsx'
import { Empty } from '../pieces/empty.tsx'
import { Page } from '../pieces/page.tsx'
import { RefusalNotice } from '../pieces/refusal-notice.tsx'
import { useMayAny } from '../session.ts'
import { BuildRoom } from './build-room.tsx'
import { PlacePanel } from './place-panel.tsx'
import { roomsQuery } from './queries.ts'
import { RepositoryTabs } from './repository-tabs.tsx'
import { RoomList } from './room-list.tsx'
import { RoomPlan } from './room-plan.tsx'
import { ScanDesk } from './scan-desk.tsx'
import './repository.css'

/** The repository 库房: its rooms as a plan with how full each shelf is, what stands where, and shelving by scan or click (S1.4). */
export function RepositoryPage() {
  const { t } = useLanguage()
  const mayAny = useMayAny()
  const title = t({ zh: '库房', en: 'Repository' })
  const [building, setBuilding] = useState(false)
  const may = mayAny(['location.list'])
  const rooms = useQuery({ ...roomsQuery, enabled: may })
  if (!may)
    return (
      <Page title={title}>
        <NotPermitted permission="location.list" />
      </Page>
    )
  const build = mayAny(['location.build']) && (
    <button type="button" className="button" onClick={() => setBuilding(true)}>
      {t({ zh: '建库房', en: 'Build a room' })}
    </button>
  )
  return (
    <Page title={title} acts={build}>
      <RepositoryTabs />
      <RefusalNotice error={rooms.error} />
      {rooms.data?.length === 0 && (
        <Empty
          title={t({ zh: '还没有库房', en: 'There is no room yet' })}
          hint={t({
            zh: '量一量：几列、每列几节、每节几层、每层几格、一格多长，一步就建好。',
            en: 'Count rows, bays, shelves and slots, measure one slot, and the room is built in one step.',
          })}
          act={build}
        />
      )}
      {rooms.data && rooms.data.length > 0 && <Rooms />}
      {building && <BuildRoom onClose={() => setBuilding(false)} />}
    </Page>
  )
}

/** The rooms, the plan of the one that is open, and beside it what stands in the place that is open. */
function Rooms() {
  const mayAny = useMayAny()
  const rooms = useQuery(roomsQuery).data ?? []
  const { room: asked, place } = useSearch({ from: '/shell/repository' })
  const navigate = useNavigate({ from: '/repository' })
  const room = rooms.find(({ id }) => id === asked) ?? rooms[0]
  const open = (placeId: string | undefined) =>
    void navigate({ search: { ...(room && { room: room.id }), ...(placeId && { place: placeId }) }, replace: true })
  return (
    <>
      {mayAny(['place.assign']) && <ScanDesk onOpen={open} />}
      <RoomList rooms={rooms} current={room?.id} />
      <div className="beside">
        {room && <RoomPlan key={room.id} roomId={room.id} open={place} onOpen={open} />}
        {place && <PlacePanel key={place} placeId={place} onOpen={open} onClose={() => open(undefined)} />}
      </div>
    </>
  )
}
