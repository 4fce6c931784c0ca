import { useInfiniteQuery } from '@tanstack/react-query'
import { client } from '../../client/client.ts'
import { ExpiryTag } from '../item/expiry-tag.tsx'
import { counted, useLanguage } from '../language.ts'
import { DateText } from '../pieces/date-text.tsx'
import { ItemLink } from '../search/item-link.tsx'
import { Pile } from './pile.tsx'

const atOnce = 8

/** Certificates and contracts about to run out 到期, the soonest first; who has none sees no pile (S17.1). */
export function ExpiringPile() {
  const { t } = useLanguage()
  const query = useInfiniteQuery({
    queryKey: ['item.expiring'],
    queryFn: ({ pageParam }) => client.ask('item.expiring', { limit: atOnce, ...(pageParam && { after: pageParam }) }),
    initialPageParam: '',
    getNextPageParam: page => page.next,
  })
  const rows = query.data?.pages.flatMap(page => page.items) ?? []
  if (rows.length === 0 && !query.error) return null
  return (
    <Pile
      title={t({ zh: '快到期的证件和合同', en: 'Certificates and contracts running out' })}
      count={counted(query.hasNextPage ? `${rows.length}+` : rows.length, 'item')}
      act={
        query.hasNextPage && (
          <button type="button" className="button" onClick={() => void query.fetchNextPage()}>
            {t({ zh: '再看几件', en: 'More' })}
          </button>
        )
      }
      error={query.error}
      empty=""
    >
      {rows.map(row => (
        <tr key={row.id}>
          <th scope="row" title={row.title}>
            <ItemLink itemId={row.id}>
              <span className="pile-title">{row.title}</span>
            </ItemLink>
          </th>
          <td className="pile-moment">
            <DateText date={row.expiresOn} />
          </td>
          <td>
            <ExpiryTag expiresOn={row.expiresOn} />
          </td>
        </tr>
      ))}
    </Pile>
  )
}
