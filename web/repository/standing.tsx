import { Link } from '@tanstack/react-router'
import { dateOf } from '../dates.ts'
import { useLanguage, type Wording } from '../language.ts'
import { useMayAny } from '../session.ts'
import type { Moving } from './move-dialog.tsx'
import type { ShownPlace } from './queries.ts'

type Slot = ShownPlace['slots'][number]
export type StandingThing = Slot['things'][number]

/** What boxes, volumes and items are called. */
export const kindNames: Readonly<Record<StandingThing['kind'], Wording>> = {
  box: { zh: '盒', en: 'Box' },
  volume: { zh: '卷', en: 'Volume' },
  item: { zh: '件', en: 'Item' },
}

/** The spines of a slot in their true proportion, and the same as a list. */
export function Standing({ slot, onMove }: { slot: Slot; onMove: (moving: Moving) => void }) {
  const { t } = useLanguage()
  const mayAny = useMayAny()
  return (
    <>
      <div className="spines" aria-hidden="true">
        {slot.things.map(thing => (
          <i
            key={thing.id}
            title={thing.code ?? undefined}
            style={{ inlineSize: `${(thing.thicknessMm / slot.capacityMm) * 100}%` }}
          />
        ))}
      </div>
      <ol className="standing">
        {slot.things.map(thing => (
          <li key={thing.id}>
            <span className="faint tabular">{thing.position}</span>
            <span>
              <ThingName thing={thing} />
              <span className="small faint tabular">
                {t({
                  zh: `${thing.thicknessMm} 毫米，${dateOf(thing.placedAt)} 上架`,
                  en: `${thing.thicknessMm} mm, since ${dateOf(thing.placedAt)}`,
                })}
              </span>
            </span>
            {thing.code !== null && mayAny(['place.move']) && (
              <button
                type="button"
                className="button-link"
                aria-label={t({ zh: `移位 ${thing.code}`, en: `Move ${thing.code}` })}
                onClick={() => onMove({ thingId: thing.id, code: thing.code ?? '' })}
              >
                {t({ zh: '移位', en: 'Move' })}
              </button>
            )}
          </li>
        ))}
      </ol>
    </>
  )
}

/** A thing by its code and title; what one may not see is only known to stand there. */
export function ThingName({ thing }: { thing: Pick<StandingThing, 'id' | 'kind' | 'code' | 'title'> }) {
  const { t } = useLanguage()
  const { id, kind, code, title } = thing
  const name = t(kindNames[kind])
  if (code === null)
    return <span className="faint">{t({ zh: `${name}（无权查看）`, en: `${name} (not for you to see)` })}</span>
  const words = [name, code, title].filter(Boolean).join(' ')
  if (kind !== 'item') return <span className="tabular">{words}</span>
  return (
    <Link to="/items/$itemId" params={{ itemId: id }} className="tabular">
      {words}
    </Link>
  )
}
