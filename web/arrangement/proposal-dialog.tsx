import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { client, type Output } from '../../client/client.ts'
import { counted, useLanguage } from '../language.ts'
import { Dialog } from '../pieces/dialog.tsx'
import { Empty } from '../pieces/empty.tsx'
import { notify } from '../pieces/notices.tsx'
import { RefusalNotice } from '../pieces/refusal-notice.tsx'
import type { Arranging } from './use-arranging.tsx'

type Proposal = Output<'volume.propose'>['volumes'][number]

/** Volumes proposed 组卷建议 for what lies loose: looked at, chosen from, taken over, and taken back with one press. */
export function ProposalDialog({ arranging, onClose }: { arranging: Arranging; onClose: () => void }) {
  const { t } = useLanguage()
  const seriesId = arranging.series.id
  const { data, error } = useQuery({
    queryKey: ['volume.propose', seriesId],
    queryFn: () => client.ask('volume.propose', { seriesId }),
    gcTime: 0,
  })
  const [left, setLeft] = useState<ReadonlySet<number>>(new Set())
  const proposals = data?.volumes ?? []
  const chosen = proposals.filter((_, at) => !left.has(at))
  const take = async () => {
    onClose()
    const made = await arranging.act(() => beginAll(seriesId, chosen))
    if (!made) return
    notify({
      text: t({ zh: `按建议立了 ${counted(made.length, 'volume')}`, en: `Began ${counted(made.length, 'volume')}` }),
      act: {
        label: t({ zh: '撤销', en: 'Undo' }),
        run: () => void arranging.act(() => dissolveAll(made)),
      },
    })
  }
  return (
    <Dialog
      title={t({ zh: '组卷建议', en: 'Proposed volumes' })}
      onClose={onClose}
      acts={
        <>
          <button type="button" className="button" onClick={onClose}>
            {t({ zh: '先不', en: 'Not now' })}
          </button>
          <button
            type="button"
            className="button button-seal"
            disabled={chosen.length === 0}
            onClick={() => void take()}
          >
            {t({ zh: '照此立卷', en: 'Begin' })} {counted(chosen.length, 'volume')}
          </button>
        </>
      }
    >
      <RefusalNotice error={error} />
      {data && proposals.length === 0 && <Empty title={t({ zh: '没有散件可以组卷', en: 'Nothing lies loose' })} />}
      <ol className="proposals">
        {proposals.map((proposal, at) => (
          <li key={proposal.items[0]?.id}>
            <ProposalLine
              proposal={proposal}
              chosen={!left.has(at)}
              onChoose={() => setLeft(before => toggled(before, at))}
            />
          </li>
        ))}
      </ol>
    </Dialog>
  )
}

function toggled(set: ReadonlySet<number>, one: number): ReadonlySet<number> {
  const next = new Set(set)
  if (!next.delete(one)) next.add(one)
  return next
}

async function beginAll(seriesId: string, proposals: readonly Proposal[]): Promise<string[]> {
  const made: string[] = []
  for (const { title, items } of proposals) {
    const itemIds = items.map(({ id }) => id)
    made.push((await client.tell('volume.create', { seriesId, title, itemIds })).volumeId)
  }
  return made
}

async function dissolveAll(volumeIds: readonly string[]): Promise<void> {
  for (const volumeId of volumeIds) await client.tell('volume.dissolve', { volumeId })
}

interface ProposalLineProps {
  proposal: Proposal
  chosen: boolean
  onChoose: () => void
}

function ProposalLine({ proposal, chosen, onChoose }: ProposalLineProps) {
  const { t } = useLanguage()
  return (
    <>
      <label>
        <input type="checkbox" checked={chosen} onChange={onChoose} /> <b>{proposal.title}</b>{' '}
        <span className="faint tabular">
          {counted(proposal.items.length, 'item')} · {counted(proposal.pages, 'page')}
        </span>
      </label>
      <p className="small faint">
        {proposal.because.map(reason => `${t(reason)} (${reason.rule})`).join(t({ zh: '；', en: '; ' }))}
      </p>
      <details className="small">
        <summary>{t({ zh: '卷内文件', en: 'Papers' })}</summary>
        <ol>
          {proposal.items.map(({ id, title }) => (
            <li key={id}>{title}</li>
          ))}
        </ol>
      </details>
    </>
  )
}
