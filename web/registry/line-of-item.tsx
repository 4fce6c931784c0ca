import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { client } from '../../client/client.ts'
import { useLanguage } from '../language.ts'
import { useMayAny } from '../session.ts'

/** The line of the register that an item was made from, as the way back to it; nothing where there is none. */
export function LineOfItem({ itemId }: { itemId: string }) {
  const { t } = useLanguage()
  const mayAny = useMayAny()
  const { data } = useQuery({
    queryKey: ['line.of-item', itemId],
    queryFn: () => client.ask('line.of-item', { itemId }),
    enabled: mayAny(['line.list']),
  })
  const line = data?.line
  if (!line) return null
  return (
    <Link to="/registry/$lineId" params={{ lineId: line.id }} className="small">
      {t({ zh: `来自登记 ${line.code}`, en: `From the register: ${line.code}` })}
    </Link>
  )
}
