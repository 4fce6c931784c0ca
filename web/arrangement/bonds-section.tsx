import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { client, type Output } from '../../client/client.ts'
import { relations } from '../../domain/holdings/volumes/bond.ts'
import { ReasonDialog } from '../item/reason-dialog.tsx'
import { useLanguage } from '../language.ts'
import { useMayAny } from '../session.ts'
import { TieDialog } from './tie-dialog.tsx'

type Bond = Output<'bond.list'>['bonds'][number]

/** What an item is never parted from (S14.3), each with what it is to it; tied and untied here. */
export function BondsSection({ item }: { item: { id: string; title: string; state: string } }) {
  const { t } = useLanguage()
  const queryClient = useQueryClient()
  const may = useMayAny()(['bond.arrange'])
  const [tying, setTying] = useState(false)
  const [untying, setUntying] = useState<Bond | null>(null)
  const { data } = useQuery({
    queryKey: ['bond.list', item.id],
    queryFn: () => client.ask('bond.list', { itemId: item.id }),
  })
  const refresh = () => queryClient.invalidateQueries({ queryKey: ['bond.list'] })
  const bonds = data?.bonds ?? []
  if (bonds.length === 0 && !may) return null
  return (
    <section className="bonds" aria-label={t({ zh: '不可分的文件', en: 'Never parted from' })}>
      <h2>{t({ zh: '不可分的文件', en: 'Never parted from' })}</h2>
      {bonds.length > 0 && (
        <ul>
          {bonds.map(bond => (
            <li key={bond.id}>
              <span className="faint">{t(whatItIs(bond))}</span>{' '}
              <Link to="/items/$itemId" params={{ itemId: bond.item.id }}>
                {bond.item.title}
              </Link>{' '}
              {may && bond.item.state !== 'filed' && item.state !== 'filed' && (
                <button type="button" className="button-link" onClick={() => setUntying(bond)}>
                  {t({ zh: '解除', en: 'Untie' })}
                </button>
              )}
            </li>
          ))}
        </ul>
      )}
      {may && (
        <button type="button" className="button button-quiet" onClick={() => setTying(true)}>
          {t({ zh: '与另一件相连', en: 'Tie to another' })}
        </button>
      )}
      {tying && <TieDialog item={item} onDone={refresh} onClose={() => setTying(false)} />}
      {untying && (
        <ReasonDialog
          title={t({ zh: '解除联系', en: 'Untie' })}
          says={t({
            zh: `与《${untying.item.title}》解除联系，以后可以分开整理。`,
            en: `It is untied from “${untying.item.title}” and may then be arranged apart.`,
          })}
          act={t({ zh: '解除', en: 'Untie' })}
          onAct={reason => client.tell('bond.remove', { bondId: untying.id, reason })}
          onDone={() => {
            setUntying(null)
            void refresh()
          }}
          onClose={() => setUntying(null)}
        />
      )}
    </section>
  )
}

/** What the other paper is: its annex, its request. */
function whatItIs({ relation, leads }: Bond) {
  const { leader, follower, leaderEn, followerEn } = relations[relation]
  return leads ? { zh: follower, en: followerEn } : { zh: leader, en: leaderEn }
}
