import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { client } from '../../client/client.ts'
import { counted, useLanguage } from '../language.ts'
import { ConfirmAct } from '../pieces/confirm-act.tsx'
import { Empty } from '../pieces/empty.tsx'
import { RefusalNotice } from '../pieces/refusal-notice.tsx'
import { type VolumeRow, volumesQuery } from './arranging.ts'
import { MembersList } from './members-list.tsx'
import { ProposalDialog } from './proposal-dialog.tsx'
import { type Arranging, assertAllDone } from './use-arranging.tsx'
import { VolumeStateTag } from './volume-state-tag.tsx'

const mostAtOnce = 200

/** Volumes 案卷 of a series; the one that is open shows its contents, which are put in order there. */
export function VolumesPane({ arranging }: { arranging: Arranging }) {
  const { t } = useLanguage()
  const { data: volumes = [], error, isPending } = useQuery(volumesQuery(arranging.series.id))
  return (
    <section className="arrange-volumes" aria-label={t({ zh: '案卷', en: 'Volumes' })}>
      <header>
        <b>{t({ zh: '案卷', en: 'Volumes' })}</b>
        <span className="faint tabular">{sums(volumes, t)}</span>
        <VolumesActs volumes={volumes} arranging={arranging} />
      </header>
      <RefusalNotice error={error} />
      {!isPending && volumes.length === 0 && (
        <Empty
          title={t({ zh: '还没有案卷', en: 'No volumes yet' })}
          hint={t({
            zh: '在左边用空格选中几件，按 N 立新卷；再选别的，按数字键放进对应的案卷。',
            en: 'Select papers at the left with the space bar and press N for a new volume; select others and press its digit to put them in.',
          })}
        />
      )}
      <ol className="arrange-list">
        {volumes.map((volume, at) => (
          <li key={volume.id} data-open={volume.id === arranging.openVolume || undefined}>
            <VolumeLine volume={volume} at={at} arranging={arranging} />
            {volume.id === arranging.openVolume && <MembersList volumeId={volume.id} arranging={arranging} />}
          </li>
        ))}
      </ol>
    </section>
  )
}

function sums(volumes: readonly VolumeRow[], t: ReturnType<typeof useLanguage>['t']): string {
  const add = (of: (volume: VolumeRow) => number) => volumes.reduce((sum, volume) => sum + of(volume), 0)
  const parts = [
    counted(volumes.length, 'volume'),
    counted(
      add(({ items }) => items),
      'item',
    ),
    counted(
      add(({ pages }) => pages),
      'page',
    ),
  ]
  const uncounted = add(volume => volume.uncounted)
  if (uncounted > 0) parts.push(t({ zh: `${uncounted} 件没有页数`, en: `${uncounted} without pages` }))
  return parts.join(' · ')
}

function VolumeLine({ volume, at, arranging }: { volume: VolumeRow; at: number; arranging: Arranging }) {
  const { t } = useLanguage()
  const isOpen = volume.id === arranging.openVolume
  return (
    <div className="arrange-line">
      <button
        type="button"
        className="arrange-open"
        aria-expanded={isOpen}
        onClick={() => arranging.open(isOpen ? undefined : volume.id)}
      >
        <kbd className="kbd">{at < 9 ? at + 1 : ''}</kbd>
        <span className="arrange-title">{volume.selfMadeTitle ? `[${volume.title}]` : volume.title}</span>
      </button>
      <span className="arrange-facts tabular">
        <span>{volume.code}</span>
        <span>
          {counted(volume.items, 'item')} · {counted(volume.pages, 'page')}
        </span>
        <VolumeStateTag state={volume.state} />
        <Link to="/volumes/$volumeId" params={{ volumeId: volume.id }}>
          {t({ zh: '详情', en: 'Details' })}
        </Link>
      </span>
    </div>
  )
}

/** Numbers all volumes of the series that have none, in the order in which they were begun; files those that are numbered. */
function VolumesActs({ volumes, arranging }: { volumes: readonly VolumeRow[]; arranging: Arranging }) {
  const { t } = useLanguage()
  const [filing, setFiling] = useState(false)
  const [proposing, setProposing] = useState(false)
  const idsOf = (act: string) =>
    volumes
      .filter(({ may }) => may.includes(act))
      .map(({ id }) => id)
      .slice(0, mostAtOnce)
  const [numbered, filed] = [idsOf('volume.number'), idsOf('volume.file')]
  const tell = async (act: 'volume.number' | 'volume.file', ids: string[]) => {
    assertAllDone(await client.tell(act, { ids }))
    return true
  }
  return (
    <span className="arrange-acts">
      <button type="button" className="button button-quiet" onClick={() => setProposing(true)}>
        {t({ zh: '组卷建议', en: 'Propose volumes' })}
      </button>
      {proposing && <ProposalDialog arranging={arranging} onClose={() => setProposing(false)} />}
      {numbered.length > 0 && (
        <button
          type="button"
          className="button"
          disabled={arranging.busy}
          onClick={() => void arranging.act(() => tell('volume.number', numbered))}
        >
          {t({ zh: '编案卷号', en: 'Number' })} {counted(numbered.length, 'volume')}
        </button>
      )}
      {filed.length > 0 && (
        <button type="button" className="button button-seal" disabled={arranging.busy} onClick={() => setFiling(true)}>
          {t({ zh: '归档', en: 'File' })} {counted(filed.length, 'volume')}
        </button>
      )}
      {filing && (
        <ConfirmAct
          act={t({ zh: '归档', en: 'File' })}
          count={filed.length}
          measure="volume"
          onConfirm={() =>
            client.tell('volume.file', { ids: filed }).then(answer => arranging.act(async () => assertAllDone(answer)))
          }
          onClose={() => setFiling(false)}
        >
          <p>
            {t({
              zh: '案卷连同卷内文件一起归档。以后次序、页号、电子文件不再变，著录只能带原因更正。',
              en: 'The volumes are filed with everything in them. Order, pages and files then stay; a description changes only by a correction with its reason.',
            })}
          </p>
        </ConfirmAct>
      )}
    </span>
  )
}
