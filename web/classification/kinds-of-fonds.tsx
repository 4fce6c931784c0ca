import { useMutation, useQuery } from '@tanstack/react-query'
import { client } from '../../client/client.ts'
import type { KindDefinition } from '../../domain/kinds/index.ts'
import { useLanguage } from '../language.ts'
import { notify } from '../pieces/notices.tsx'
import { RefusalNotice } from '../pieces/refusal-notice.tsx'
import { type Fonds, fondsQuery } from '../search/classification.ts'
import { useMayAny } from '../session.ts'
import { useRefreshKinds } from './kinds.ts'
import { Tick } from './tick.tsx'

/** Which fonds use a kind: under one that does not, nothing more of it is registered (S13.1). */
export function KindsOfFonds({ kind, all }: { kind: KindDefinition; all: readonly string[] }) {
  const { t } = useLanguage()
  const { data } = useQuery(fondsQuery)
  return (
    <section className="kinds">
      <header>
        <h2>{t({ zh: '使用这个门类的全宗', en: 'Fonds that use this kind' })}</h2>
      </header>
      {data?.fonds.map(fonds => (
        <FondsTick key={fonds.id} fonds={fonds} kind={kind} all={all} />
      ))}
    </section>
  )
}

function FondsTick({ fonds, kind, all }: { fonds: Fonds; kind: KindDefinition; all: readonly string[] }) {
  const { t } = useLanguage()
  const may = useMayAny()(['fonds.choose-kinds'])
  const refresh = useRefreshKinds()
  const used = fonds.kinds ?? all
  const sending = useMutation({
    mutationFn: async (use: boolean) => {
      const kinds = use ? [...used, kind.code] : used.filter(code => code !== kind.code)
      await client.tell('fonds.choose-kinds', { fondsId: fonds.id, kinds })
      await refresh()
      notify(
        use
          ? t({ zh: `${fonds.name} 开始用这个门类`, en: `${fonds.name} uses this kind now` })
          : t({
              zh: `${fonds.name} 不再用这个门类，已有的不动`,
              en: `${fonds.name} no longer uses it; what is there stays`,
            }),
      )
    },
  })
  return (
    <>
      <Tick
        checked={sending.isPending ? sending.variables : used.includes(kind.code)}
        disabled={!may || sending.isPending || fonds.closedAt !== null}
        onChange={use => sending.mutate(use)}
      >
        {fonds.code} {fonds.name}
      </Tick>
      <RefusalNotice error={sending.error} />
    </>
  )
}
