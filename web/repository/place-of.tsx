import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useLanguage } from '../language.ts'
import { useMayAny } from '../session.ts'
import { placeOfQuery } from './queries.ts'
import { kindNames } from './standing.tsx'

/** Where a box, volume or item stands, in one line; a link to the shelf for those who work there. */
export function PlaceOf({ thingId }: { thingId: string }) {
  const { t } = useLanguage()
  const mayAny = useMayAny()
  const { data: found } = useQuery({ ...placeOfQuery(thingId), enabled: mayAny(['place.show']) })
  if (!found) return null
  const { place } = found
  if (!place) return <span className="faint">{t({ zh: '未上架', en: 'not shelved' })}</span>
  const where = t({
    zh: `${place.code} 左起第 ${place.position}`,
    en: `${place.code}, ${place.position} from the left`,
  })
  return (
    <span className="tabular">
      {mayAny(['location.show']) ? (
        <Link to="/repository" search={{ place: place.locationId }}>
          {where}
        </Link>
      ) : (
        where
      )}
      {place.inside && (
        <span className="faint small">
          {' '}
          {t({ zh: '在', en: 'in' })} {t(kindNames[place.inside.kind])} {place.inside.code}
        </span>
      )}
    </span>
  )
}
