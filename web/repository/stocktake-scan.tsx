import { useQueryClient } from '@tanstack/react-query'
import { lazy, Suspense, useId, useRef, useState } from 'react'
import { client, type Output } from '../../client/client.ts'
import { outcomes } from '../../domain/repository/stocktake.ts'
import { readMark } from '../../domain/shared/mark.ts'
import { useLanguage } from '../language.ts'
import { explain } from '../pieces/refusal-notice.tsx'
import { ScanInput } from './scan-input.tsx'

// Reading codes from a camera takes a megabyte; only who opens the camera fetches it.
const CameraScan = lazy(() => import('./camera-scan.tsx').then(({ CameraScan: default_ }) => ({ default: default_ })))

type Slot = NonNullable<Output<'place.find'>['location']>
type Seen = Output<'stocktake.scan'>

const slotCode = /^[A-Z0-9]{1,4}(-[AB]?\d{2}){4}$/i

/** Scanning past the shelves: the label of a slot first, then all that stands in it; by hand scanner, camera or keyboard. */
export function StocktakeScan({ stocktakeId }: { stocktakeId: string }) {
  const { t } = useLanguage()
  const { slot, said, busy, take } = useStocktakeScan(stocktakeId)
  const [camera, setCamera] = useState(false)
  const status = useId()
  return (
    <section className="scan-desk" aria-label={t({ zh: '盘点扫描', en: 'Scan' })}>
      <ScanInput
        label={
          slot
            ? t({ zh: `扫 ${slot.code} 里的盒`, en: `Scan what stands in ${slot.code}` })
            : t({ zh: '先扫库位', en: 'Scan a place first' })
        }
        describedBy={status}
        busy={busy}
        onScan={take}
      />
      <button type="button" className="button" aria-pressed={camera} onClick={() => setCamera(!camera)}>
        {camera ? t({ zh: '关掉摄像头', en: 'Stop the camera' }) : t({ zh: '用摄像头扫', en: 'Use the camera' })}
      </button>
      <div id={status} className="scan-status" role="status" data-tone={said?.tone}>
        {said && <p>{said.text}</p>}
      </div>
      {camera && (
        <Suspense fallback={<p role="status">{t({ zh: '正在打开摄像头…', en: 'Opening the camera…' })}</p>}>
          <CameraScan onCode={take} />
        </Suspense>
      )}
    </section>
  )
}

/** Takes scans one after the other; a place becomes the slot that the next things are seen in. */
function useStocktakeScan(stocktakeId: string) {
  const { t } = useLanguage()
  const queryClient = useQueryClient()
  const [slot, setSlot] = useState<Slot>()
  const [said, setSaid] = useState<{ tone: 'done' | 'late' | 'plain'; text: string }>()
  const [waiting, setWaiting] = useState(0)
  const slotNow = useRef<Slot>(undefined)
  const queue = useRef<Promise<void>>(Promise.resolve())
  const work = async (text: string) => {
    if (readMark(text)?.thing === 'loc' || slotCode.test(text)) {
      const { location } = await client.ask('place.find', { text })
      if (location?.level !== 'slot')
        return setSaid({
          tone: 'late',
          text: t({ zh: `${text} 不是格，请扫格的标签`, en: `${text} is no slot; scan the label of a slot` }),
        })
      slotNow.current = location
      setSlot(location)
      return setSaid({ tone: 'plain', text: t({ zh: `正在盘 ${location.code}`, en: `Counting ${location.code}` }) })
    }
    const at = slotNow.current
    if (!at)
      return setSaid({
        tone: 'late',
        text: t({ zh: '先扫库位标签，再扫盒', en: 'Scan the label of a place first, then the boxes' }),
      })
    setSaid(toldOf(await client.tell('stocktake.scan', { stocktakeId, locationId: at.id, text }), t))
    await queryClient.invalidateQueries({ queryKey: ['stocktake.show', stocktakeId] })
    return undefined
  }
  const take = (text: string) => {
    setWaiting(count => count + 1)
    queue.current = queue.current
      .then(() => work(text.trim()))
      .catch((error: unknown) => setSaid({ tone: 'late', text: explain(error) }))
      .finally(() => setWaiting(count => count - 1))
  }
  return { slot, said, busy: waiting > 0, take }
}

function toldOf({ code, outcome, expectedAt }: Seen, t: ReturnType<typeof useLanguage>['t']) {
  const { title, titleEn } = outcomes[outcome]
  const where =
    outcome !== 'misplaced'
      ? { zh: '', en: '' }
      : expectedAt
        ? { zh: `，应在 ${expectedAt}`, en: `, expected at ${expectedAt}` }
        : { zh: '，没有上过架', en: ', not shelved anywhere' }
  const tone = outcome === 'found' ? ('done' as const) : ('late' as const)
  const mark = outcome === 'found' ? '✓' : '!'
  return { tone, text: t({ zh: `${mark} ${code} ${title}${where.zh}`, en: `${mark} ${code}: ${titleEn}${where.en}` }) }
}
