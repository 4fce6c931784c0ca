import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { client } from '../../client/client.ts'
import { PrintLink } from '../forms/print-link.tsx'
import { ReasonDialog } from '../item/reason-dialog.tsx'
import { useSend } from '../item/use-send.tsx'
import { counted, useLanguage } from '../language.ts'
import { CodeCell } from '../pieces/code-cell.tsx'
import { ConfirmAct } from '../pieces/confirm-act.tsx'
import { notify } from '../pieces/notices.tsx'
import { Page } from '../pieces/page.tsx'
import { RefusalNotice } from '../pieces/refusal-notice.tsx'
import { SecrecyTag } from '../pieces/secrecy-tag.tsx'
import { PlaceOf } from '../repository/place-of.tsx'
import { useClassification } from '../search/classification.ts'
import { titleOfRetention } from '../search/series-tree.ts'
import { refreshArranging, type ShownVolume, volumeQuery } from './arranging.ts'
import { ContentsTable } from './contents-table.tsx'
import { LyingFacts } from './lying-facts.tsx'
import { LyingHistory } from './lying-history.tsx'
import { YearBreaks } from './members-list.tsx'
import { RemarksDialog } from './remarks-dialog.tsx'
import { assertAllDone } from './use-arranging.tsx'
import { namesIn, rowOf, sheetOf, volumeFields } from './volume-sheet.ts'
import { VolumeStateTag } from './volume-state-tag.tsx'
import '../item/item-page.css'
import './arrangement.css'

/** One volume 案卷: what it is, its contents list, its remarks sheet, its history, and what may be done next. */
export function VolumePage() {
  const { t } = useLanguage()
  const { volumeId } = useParams({ from: '/shell/volumes/$volumeId' })
  const { data, error } = useQuery(volumeQuery(volumeId))
  if (data) return <Volume shown={data} />
  if (error)
    return (
      <Page title={t({ zh: '这个案卷没有打开', en: 'This volume did not open' })}>
        <RefusalNotice error={error} />
      </Page>
    )
  return null
}

function Volume({ shown: { volume, items } }: { shown: ShownVolume }) {
  const { t } = useLanguage()
  return (
    <Page
      title={volume.selfMadeTitle ? `[${volume.title}]` : volume.title}
      crumbs={[{ title: t({ zh: '组卷装盒', en: 'Volumes and boxes' }), to: '/arrange' }]}
      acts={<VolumeActs volume={volume} />}
    >
      <div className="item-head">
        <CodeCell code={volume.code} alone />
        <VolumeStateTag state={volume.state} />
        <SecrecyTag secrecy={volume.secrecy} />
      </div>
      {volume.secrecyMixed && volume.exceptionReason === '' && (
        <p className="notice notice-due" role="status">
          {t({
            zh: '核心商密与其他文件同在一卷（S14.4）：请分开立卷，或在备考里写明同卷原因，否则不能编号。',
            en: 'What is most secret lies with other papers (S14.4): bind them apart or write down why, or it cannot be numbered.',
          })}
        </p>
      )}
      <YearBreaks volume={volume} items={items} />
      <Facts volume={volume} />
      <ContentsTable items={items} />
      <LyingHistory of="volume" id={volume.id} />
    </Page>
  )
}

function Facts({ volume }: { volume: ShownVolume['volume'] }) {
  const { t } = useLanguage()
  const { kindTitle } = useClassification()
  const facts: readonly (readonly [string, React.ReactNode])[] = [
    [t({ zh: '全宗', en: 'Fonds' }), `${volume.fonds.code} ${volume.fonds.name}`],
    [t({ zh: '门类', en: 'Kind' }), t(kindTitle(volume.kind))],
    [t({ zh: '年度', en: 'Year' }), volume.year],
    [t({ zh: '保管期限', en: 'Retention' }), t(titleOfRetention(volume.retention))],
    [t({ zh: '机构', en: 'Unit' }), volume.unitName],
    [t({ zh: '起止日期', en: 'Dates' }), [volume.firstDate, volume.lastDate].filter(Boolean).join(' ～ ')],
    [t({ zh: '件数页数', en: 'Extent' }), `${counted(volume.items, 'item')} · ${counted(volume.pages, 'page')}`],
    [t({ zh: '存放位置', en: 'Stands at' }), <PlaceOf key="place" thingId={volume.id} />],
    [
      t({ zh: '所在盒', en: 'Box' }),
      volume.box && (
        <Link to="/boxes/$boxId" params={{ boxId: volume.box.id }}>
          {t({ zh: `第 ${volume.box.number} 盒`, en: `Box ${volume.box.number}` })}
        </Link>
      ),
    ],
    [t({ zh: '立卷', en: 'Bound' }), [volume.boundByName, volume.boundOn].filter(Boolean).join(' ')],
    [t({ zh: '检查', en: 'Checked' }), [volume.checkedByName, volume.checkedOn].filter(Boolean).join(' ')],
    [t({ zh: '本卷情况说明', en: 'Remarks' }), volume.note],
    [t({ zh: '同卷原因', en: 'Why together' }), volume.exceptionReason],
  ]
  return <LyingFacts facts={facts} />
}

type Asking = 'remarks' | 'unnumber' | 'file'

function VolumeActs({ volume }: { volume: ShownVolume['volume'] }) {
  const { t } = useLanguage()
  const queryClient = useQueryClient()
  const navigate = useNavigate()
  const send = useSend()
  const [asking, setAsking] = useState<Asking | null>(null)
  const { id: volumeId, may } = volume
  const close = () => setAsking(null)
  const refresh = () => refreshArranging(queryClient)
  const tell = async (act: 'volume.number' | 'volume.file') => {
    assertAllDone(await client.tell(act, { ids: [volumeId] }))
    await refresh()
  }
  const dissolve = async () => {
    await client.tell('volume.dissolve', { volumeId })
    notify(t({ zh: '已拆卷，卷内文件成为散件', en: 'Taken apart; its papers are loose' }))
    await navigate({ to: '/arrange', search: { series: volume.seriesId } })
    await refresh()
  }
  return (
    <>
      {volume.state !== 'draft' && <PrintLink thing="volume" ids={[volume.id]} form="volume-contents" />}
      {volume.state === 'draft' && may.includes('volume.arrange') && (
        <button
          type="button"
          className="button button-quiet"
          disabled={send.sending}
          onClick={() => void send.send(dissolve)}
        >
          {t({ zh: '拆卷', en: 'Take apart' })}
        </button>
      )}
      {may.includes('volume.unnumber') && (
        <button type="button" className="button button-quiet" onClick={() => setAsking('unnumber')}>
          {t({ zh: '撤销案卷号', en: 'Withdraw number' })}
        </button>
      )}
      {volume.state !== 'filed' && may.length > 0 && (
        <button type="button" className="button" onClick={() => setAsking('remarks')}>
          {t({ zh: '题名与备考', en: 'Title and remarks' })}
        </button>
      )}
      <Link to="/arrange" search={{ series: volume.seriesId, volume: volumeId }} className="button">
        {t({ zh: '去整理', en: 'Arrange' })}
      </Link>
      {may.includes('volume.number') && (
        <button
          type="button"
          className="button button-seal"
          disabled={send.sending}
          onClick={() => void send.send(() => tell('volume.number'))}
        >
          {t({ zh: '编案卷号', en: 'Number' })}
        </button>
      )}
      {may.includes('volume.file') && (
        <button type="button" className="button button-seal" onClick={() => setAsking('file')}>
          {t({ zh: '归档', en: 'File' })}
        </button>
      )}
      <RefusalNotice error={send.error} />
      {send.dialog}
      {asking === 'remarks' && (
        <RemarksDialog
          title={t({ zh: '题名与卷内备考表', en: 'Title and remarks sheet' })}
          fields={volumeFields}
          now={sheetOf(volume)}
          names={namesIn(volume.boundBy, volume.boundByName, volume.checkedBy, volume.checkedByName)}
          onSave={sheet =>
            client.tell('volume.describe', { volumeId, revision: volume.revision, ...rowOf(sheet) }).then(refresh)
          }
          onClose={close}
        />
      )}
      {asking === 'unnumber' && (
        <ReasonDialog
          title={t({ zh: `撤销案卷号 ${volume.code}`, en: `Withdraw ${volume.code}` })}
          says={t({
            zh: '案卷号和卷内各件的档号一起退回，案卷回到组卷中，可以再改次序和内容。只有本类最后一卷能撤销。',
            en: 'The code of the volume and those of its papers are given back, and it can be changed again. Only the last volume of its class can be withdrawn.',
          })}
          act={t({ zh: '撤销案卷号', en: 'Withdraw' })}
          onAct={reason => client.tell('volume.unnumber', { volumeId, reason })}
          onDone={() => {
            close()
            void refresh()
          }}
          onClose={close}
        />
      )}
      {asking === 'file' && (
        <ConfirmAct
          act={t({ zh: '归档', en: 'File' })}
          count={1}
          measure="volume"
          onConfirm={() => tell('volume.file')}
          onClose={close}
        >
          <p>
            {t({
              zh: '案卷连同卷内文件一起归档。以后次序、页号、电子文件不再变，著录只能带原因更正。',
              en: 'The volume is filed with everything in it. Order, pages and files then stay; a description changes only by a correction with its reason.',
            })}
          </p>
        </ConfirmAct>
      )}
    </>
  )
}
