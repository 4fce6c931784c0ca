import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { ApiRefusal, client, type Output } from '../../client/client.ts'
import { t as inWords, useLanguage } from '../language.ts'
import { explain } from '../pieces/refusal-notice.tsx'
import { refreshPlaces } from './queries.ts'
import { type Act, type Desk, emptyDesk, type Scanned, takeScan } from './scan.ts'

/** What became of the last scan, in words. */
export interface Said {
  readonly tone: 'done' | 'late' | 'plain'
  readonly text: string
}

type Proposal = NonNullable<Output<'place.propose'>['proposal']>

/** Scans taken one after the other, however fast they come; each is answered before the next is looked at. */
export function useScanDesk(onOpen: (placeId: string) => void) {
  const { t } = useLanguage()
  const queryClient = useQueryClient()
  const [desk, setDesk] = useState<Desk>(emptyDesk)
  const [proposal, setProposal] = useState<Proposal | null>(null)
  const [last, setLast] = useState<Said>()
  const [undo, setUndo] = useState<() => void>()
  const [waiting, setWaiting] = useState(0)
  const deskNow = useRef<Desk>(emptyDesk)
  const queue = useRef<Promise<void>>(Promise.resolve())
  const become = (next: Desk) => {
    deskNow.current = next
    setDesk(next)
  }
  const inTurn = (work: () => Promise<void>) => {
    setWaiting(count => count + 1)
    queue.current = queue.current
      .then(work)
      .catch((error: unknown) => setLast({ tone: 'late', text: reasonOf(error) }))
      .finally(() => setWaiting(count => count - 1))
  }
  const put = async ({ thingId, locationId, from }: Extract<Act, { do: 'put' }>) => {
    const done = await putThere({ thingId, locationId, from }, t({ zh: '扫码移位', en: 'moved by scan' }))
    setLast({
      tone: 'done',
      text: t({ zh: `${done.code} 已放到 ${done.location}`, en: `${done.code} stands at ${done.location}` }),
    })
    setUndo(() => () => {
      setUndo(undefined)
      inTurn(async () => {
        await takeBack({ thingId, from }, t({ zh: '撤回', en: 'undone' }))
        setLast({ tone: 'plain', text: t({ zh: `已撤回 ${done.code}`, en: `${done.code} was taken back` }) })
        await refreshPlaces(queryClient)
      })
    })
    onOpen(locationId)
    await refreshPlaces(queryClient)
  }
  const act = async (next: Act, scan: Scanned) => {
    if (next.do === 'put') return put(next)
    setProposal(next.do === 'propose' ? (await client.ask('place.propose', { thingId: next.thingId })).proposal : null)
    if (scan.is === 'place') onOpen(scan.id)
    setLast({ tone: 'plain', text: t(heard(scan)) })
  }
  return {
    desk,
    proposal,
    last,
    undo,
    busy: waiting > 0,
    take: (text: string) =>
      inTurn(async () => {
        const scan = await scanned(text)
        const next = takeScan(deskNow.current, scan)
        become(next.desk)
        await act(next.act, scan)
      }),
    accept: () => {
      const { waiting: thing } = deskNow.current
      if (!thing || !proposal) return
      inTurn(async () => {
        become(emptyDesk)
        await put({ do: 'put', thingId: thing.id, locationId: proposal.locationId, from: thing.standsAt })
      })
    },
    clear: () => become(emptyDesk),
  }
}

const heard = (scan: Scanned) =>
  scan.is === 'place'
    ? { zh: `接着扫要放进 ${scan.code} 的盒`, en: `Now scan the boxes for ${scan.code}` }
    : {
        zh: `${scan.code}${scan.standsAt ? ' 已在架上' : ''}，再扫库位`,
        en: `${scan.code}${scan.standsAt ? ' stands already' : ''}; now scan its place`,
      }

/** What a scanned or typed text is; one that fits several things is no answer. */
async function scanned(text: string): Promise<Scanned> {
  const { location, found } = await client.ask('place.find', { text })
  if (location) return { is: 'place', ...location }
  const [one, another] = found
  if (!one || another) throw new NotOne(text, found.length)
  return {
    is: 'thing',
    id: one.id,
    code: one.code || one.title,
    standsAt: one.place && !one.place.inside ? one.place.locationId : null,
  }
}

class NotOne extends Error {
  readonly wording
  constructor(text: string, count: number) {
    super(text)
    this.wording =
      count === 0
        ? {
            zh: `没有找到 ${text}，请看看标签再扫一次`,
            en: `Nothing is marked ${text}; look at the label and scan again`,
          }
        : { zh: `${text} 对得上 ${count} 样，请扫标签`, en: `${text} fits ${count} things; scan the label` }
  }
}

async function putThere(
  { thingId, locationId, from }: { thingId: string; locationId: string; from: string | null },
  reason: string,
) {
  const { done } = from
    ? await client.tell('place.move', { thingIds: [thingId], locationId, reason })
    : await client.tell('place.assign', { thingIds: [thingId], locationId })
  const [one] = done
  if (!one) throw new Error('a command that was not refused did nothing')
  return one
}

const takeBack = ({ thingId, from }: { thingId: string; from: string | null }, reason: string) =>
  from
    ? client.tell('place.move', { thingIds: [thingId], locationId: from, reason })
    : client.tell('place.take-off', { thingIds: [thingId], reason })

/** One refusal of one thing is told by its own reason. */
function reasonOf(error: unknown): string {
  if (error instanceof NotOne) return inWords(error.wording)
  return (error instanceof ApiRefusal && error.issues[0]?.message) || explain(error)
}
