import { Link } from '@tanstack/react-router'
import { useLanguage } from '../language.ts'
import { fullnessOf, percentFull } from './fullness.ts'
import type { Room } from './queries.ts'

interface RoomListProps {
  rooms: readonly Room[]
  current: string | undefined
}

/** The rooms side by side, each with how full it is. */
export function RoomList({ rooms, current }: RoomListProps) {
  const { t } = useLanguage()
  return (
    <nav className="room-list" aria-label={t({ zh: '库房', en: 'Rooms' })}>
      {rooms.map(room => (
        <Link
          key={room.id}
          to="/repository"
          search={{ room: room.id }}
          className="room-card"
          aria-current={room.id === current ? 'page' : undefined}
        >
          <span>
            <b>
              {room.code} {room.name}
            </b>
            <span className="tabular">{percentFull(room.usedMm, room.capacityMm)}%</span>
          </span>
          <FullnessBar percent={percentFull(room.usedMm, room.capacityMm)} />
          <span className="small faint">
            {room.active ? t(fullnessOf(room)) : t({ zh: '已停用', en: 'closed' })}
            {t({
              zh: `，空格 ${room.freeSlots}/${room.slots}`,
              en: `, ${room.freeSlots} of ${room.slots} slots empty`,
            })}
          </span>
        </Link>
      ))}
    </nav>
  )
}

/** How full, drawn; the figure stands beside it in words. */
export function FullnessBar({ percent }: { percent: number }) {
  return (
    <span className="fullness-bar" aria-hidden="true">
      <i style={{ inlineSize: `${percent}%` }} data-full={percent >= 90 || undefined} />
    </span>
  )
}
