import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { client } from '../../client/client.ts'
import { type BoxThickness, boxThicknesses } from '../../domain/holdings/volumes/box.ts'
import { counted, type Measure, useLanguage } from '../language.ts'
import { Empty } from '../pieces/empty.tsx'
import { notify } from '../pieces/notices.tsx'
import { RefusalNotice } from '../pieces/refusal-notice.tsx'
import { useMayAny } from '../session.ts'
import { type BoxRow, boxesQuery } from './arranging.ts'
import type { Arranging } from './use-arranging.tsx'

/** Boxes 盒 of a series: a new one is filled at once with what comes next by code. */
export function BoxesPane({ arranging, byVolume }: { arranging: Arranging; byVolume: boolean }) {
  const { t } = useLanguage()
  const { series } = arranging
  const { data: boxes = [], error, isPending } = useQuery(boxesQuery(series.id))
  const [thickness, setThickness] = useState<BoxThickness | ''>('')
  const mayFill = useMayAny()(['box.arrange'])
  const measure: Measure = byVolume ? 'volume' : 'item'
  const fill = async (boxId: string) => {
    const { put } = await client.tell('box.fill', { boxId })
    notify(t({ zh: `装入 ${counted(put.length, measure)}`, en: `Boxed ${counted(put.length, measure)}` }))
    return put.length
  }
  const add = async () => {
    const { boxId } = await client.tell('box.create', {
      seriesId: series.id,
      ...(thickness !== '' && { thicknessMm: thickness }),
    })
    // A box nothing goes into is not left standing.
    return fill(boxId).catch(async (refused: unknown) => {
      await client.tell('box.discard', { boxId })
      throw refused
    })
  }
  return (
    <section className="arrange-boxes" aria-label={t({ zh: '盒', en: 'Boxes' })}>
      <header>
        <b>{t({ zh: '盒', en: 'Boxes' })}</b>
        <span className="faint tabular">{counted(boxes.length, 'box')}</span>
        {mayFill && (
          <span className="arrange-acts">
            <select
              className="input"
              aria-label={t({ zh: '盒脊厚度', en: 'Thickness' })}
              value={thickness}
              onChange={({ target }) => setThickness(boxThicknesses.find(mm => String(mm) === target.value) ?? '')}
            >
              <option value="">{t({ zh: '厚度自动', en: 'Thickness: auto' })}</option>
              {boxThicknesses.map(mm => (
                <option key={mm} value={mm}>
                  {t({ zh: `${mm} 毫米`, en: `${mm} mm` })}
                </option>
              ))}
            </select>
            <button type="button" className="button" disabled={arranging.busy} onClick={() => void arranging.act(add)}>
              {t({ zh: '新增一盒并装盒', en: 'Add and fill a box' })}
            </button>
          </span>
        )}
      </header>
      <RefusalNotice error={error} />
      {!isPending && boxes.length === 0 && (
        <Empty
          title={t({ zh: '还没有盒', en: 'No boxes yet' })}
          hint={t(
            byVolume
              ? {
                  zh: '案卷编号以后，按案卷号装盒。',
                  en: 'Once numbered, volumes go into boxes in the order of their codes.',
                }
              : {
                  zh: '编号以后，按档号装盒，装到盒脊的厚度为止。',
                  en: 'Once numbered, papers go into boxes by code until a box is full.',
                },
          )}
        />
      )}
      <ol className="arrange-list">
        {boxes.map(box => (
          <BoxLine
            key={box.id}
            box={box}
            measure={measure}
            onFill={mayFill ? () => void arranging.act(() => fill(box.id)) : undefined}
            busy={arranging.busy}
          />
        ))}
      </ol>
    </section>
  )
}

interface BoxLineProps {
  box: BoxRow
  measure: Measure
  onFill: (() => void) | undefined
  busy: boolean
}

function BoxLine({ box, measure, onFill, busy }: BoxLineProps) {
  const { t } = useLanguage()
  return (
    <li className="arrange-line">
      <Link to="/boxes/$boxId" params={{ boxId: box.id }} className="arrange-box tabular">
        {t({ zh: `第 ${box.number} 盒`, en: `Box ${box.number}` })}
      </Link>
      <span className="arrange-facts tabular">
        <span className="arrange-range">{box.firstCode && rangeOf(box)}</span>
        <span>{counted(box.count, measure)}</span>
        <Fullness box={box} />
        {onFill && (
          <button type="button" className="button button-quiet" disabled={busy} onClick={onFill}>
            {t({ zh: '接着装', en: 'Fill on' })}
          </button>
        )}
      </span>
    </li>
  )
}

/** From which code to which, the second one without what both have in common. */
function rangeOf({ firstCode, lastCode }: BoxRow): string {
  if (!firstCode || !lastCode || firstCode === lastCode) return firstCode ?? ''
  const last = lastCode.slice(lastCode.lastIndexOf('-') + 1)
  return `${firstCode} ～ ${last}`
}

/** How full a box is: a bar, and the same in words. */
export function Fullness({ box }: { box: Pick<BoxRow, 'filledMm' | 'thicknessMm'> }) {
  const { t } = useLanguage()
  const says = t({
    zh: `${box.filledMm}/${box.thicknessMm} 毫米`,
    en: `${box.filledMm} of ${box.thicknessMm} mm`,
  })
  return (
    <span className="fullness">
      <meter min={0} max={box.thicknessMm} value={Math.min(box.filledMm, box.thicknessMm)} aria-label={says} />
      {says}
    </span>
  )
}
