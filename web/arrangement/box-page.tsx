import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { client } from '../../client/client.ts'
import { PrintLink } from '../forms/print-link.tsx'
import { useSend } from '../item/use-send.tsx'
import { counted, useLanguage } from '../language.ts'
import { CodeCell } from '../pieces/code-cell.tsx'
import { Empty } from '../pieces/empty.tsx'
import { notify } from '../pieces/notices.tsx'
import { Page } from '../pieces/page.tsx'
import { RefusalNotice } from '../pieces/refusal-notice.tsx'
import { PlaceOf } from '../repository/place-of.tsx'
import { useClassification } from '../search/classification.ts'
import { titleOfRetention } from '../search/series-tree.ts'
import { boxQuery, refreshArranging, type ShownBox } from './arranging.ts'
import { Fullness } from './boxes-pane.tsx'
import { LyingFacts } from './lying-facts.tsx'
import { LyingHistory } from './lying-history.tsx'
import { RemarksDialog } from './remarks-dialog.tsx'
import { boxFields, boxRowOf, boxSheetOf, namesIn } from './volume-sheet.ts'
import './arrangement.css'

/** One box 盒: what lies in it by code, how full it is, its remarks sheet and its history. */
export function BoxPage() {
  const { t } = useLanguage()
  const { boxId } = useParams({ from: '/shell/boxes/$boxId' })
  const { data, error } = useQuery(boxQuery(boxId))
  if (data) return <Box shown={data} />
  if (error)
    return (
      <Page title={t({ zh: '这一盒没有打开', en: 'This box did not open' })}>
        <RefusalNotice error={error} />
      </Page>
    )
  return null
}

function Box({ shown: { box, contents } }: { shown: ShownBox }) {
  const { t } = useLanguage()
  return (
    <Page
      title={t({ zh: `第 ${box.number} 盒`, en: `Box ${box.number}` })}
      crumbs={[{ title: t({ zh: '组卷装盒', en: 'Volumes and boxes' }), to: '/arrange' }]}
      acts={<BoxActs shown={{ box, contents }} />}
    >
      <Facts box={box} />
      <Contents shown={{ box, contents }} />
      <LyingHistory of="box" id={box.id} />
    </Page>
  )
}

function Facts({ box }: { box: ShownBox['box'] }) {
  const { t } = useLanguage()
  const { kindTitle } = useClassification()
  const facts: readonly (readonly [string, React.ReactNode])[] = [
    [t({ zh: '全宗', en: 'Fonds' }), `${box.fonds.code} ${box.fonds.name}`],
    [t({ zh: '门类', en: 'Kind' }), t(kindTitle(box.kind))],
    [t({ zh: '年度', en: 'Year' }), box.year],
    [t({ zh: '保管期限', en: 'Retention' }), t(titleOfRetention(box.retention))],
    [t({ zh: '机构', en: 'Unit' }), box.unitName],
    [t({ zh: '存放位置', en: 'Stands at' }), <PlaceOf key="place" thingId={box.id} />],
    [t({ zh: '装得多满', en: 'Fullness' }), <Fullness key="full" box={box} />],
    [t({ zh: '整理', en: 'Arranged' }), [box.arrangedByName, box.arrangedOn].filter(Boolean).join(' ')],
    [t({ zh: '检查', en: 'Checked' }), [box.checkedByName, box.checkedOn].filter(Boolean).join(' ')],
    [t({ zh: '盒内文件情况说明', en: 'Remarks' }), box.note],
  ]
  return <LyingFacts facts={facts} />
}

function Contents({ shown: { box, contents } }: { shown: ShownBox }) {
  const { t } = useLanguage()
  if (contents.length === 0)
    return (
      <Empty
        title={t({ zh: '盒里没有您能看的档案', en: 'Nothing in it that you may see' })}
        hint={t({ zh: '编了号还没装盒的，按档号次序装进来。', en: 'What has a code and no box goes in by its order.' })}
      />
    )
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a pane that scrolls is reached by keyboard
    <section className="lying-scroll" tabIndex={0} aria-label={t({ zh: '盒内', en: 'In the box' })}>
      <table className="lying-table">
        <thead>
          <tr>
            <th scope="col">{t({ zh: '档号', en: 'Code' })}</th>
            <th scope="col">{t({ zh: '题名', en: 'Title' })}</th>
            <th scope="col" data-end>
              {t({ zh: '页数', en: 'Pages' })}
            </th>
          </tr>
        </thead>
        <tbody>
          {contents.map(({ id, code, title, pages }) => (
            <tr key={id}>
              <td>
                <CodeCell code={code} />
              </td>
              <td>
                {box.holds === 'volume' ? (
                  <Link to="/volumes/$volumeId" params={{ volumeId: id }}>
                    {title}
                  </Link>
                ) : (
                  <Link to="/items/$itemId" params={{ itemId: id }}>
                    {title}
                  </Link>
                )}
              </td>
              <td className="tabular" data-end>
                {pages}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function BoxActs({ shown: { box, contents } }: { shown: ShownBox }) {
  const { t } = useLanguage()
  const queryClient = useQueryClient()
  const navigate = useNavigate()
  const send = useSend()
  const [writing, setWriting] = useState(false)
  const { id: boxId } = box
  const measure = box.holds
  const act = (work: () => Promise<unknown>) => void send.send(work).then(() => refreshArranging(queryClient))
  const fill = async () => {
    const { put } = await client.tell('box.fill', { boxId })
    notify(t({ zh: `装入 ${counted(put.length, measure)}`, en: `Boxed ${counted(put.length, measure)}` }))
  }
  const takeOut = async () => {
    const last = contents.at(-1)
    if (!last) return
    await client.tell('box.take-out', { boxId, ids: [last.id] })
    notify({
      text: t({ zh: `取出 ${last.code}`, en: `Took out ${last.code}` }),
      act: {
        label: t({ zh: '装回', en: 'Put back' }),
        run: () => act(() => client.tell('box.fill', { boxId, most: 1 })),
      },
    })
  }
  const discard = async () => {
    await client.tell('box.discard', { boxId })
    await navigate({ to: '/arrange', search: { series: box.seriesId } })
  }
  if (box.may.length === 0) return null
  return (
    <>
      <RefusalNotice error={send.error} />
      {contents.length > 0 && <PrintLink thing="box" ids={[box.id]} />}
      {contents.length === 0 ? (
        <button type="button" className="button button-quiet" disabled={send.sending} onClick={() => act(discard)}>
          {t({ zh: '撤销空盒', en: 'Remove the empty box' })}
        </button>
      ) : (
        <button type="button" className="button button-quiet" disabled={send.sending} onClick={() => act(takeOut)}>
          {t({ zh: '取出最后一件', en: 'Take out the last' })}
        </button>
      )}
      <button type="button" className="button" onClick={() => setWriting(true)}>
        {t({ zh: '盒内备考', en: 'Remarks' })}
      </button>
      <button type="button" className="button button-seal" disabled={send.sending} onClick={() => act(fill)}>
        {t({ zh: '接着装', en: 'Fill on' })}
      </button>
      {send.dialog}
      {writing && (
        <RemarksDialog
          title={t({ zh: '盒内备考表', en: 'Remarks sheet' })}
          fields={boxFields}
          now={boxSheetOf(box)}
          names={namesIn(box.arrangedBy, box.arrangedByName, box.checkedBy, box.checkedByName)}
          onSave={sheet =>
            client
              .tell('box.describe', { boxId, revision: box.revision, ...boxRowOf(sheet) })
              .then(() => refreshArranging(queryClient))
          }
          onClose={() => setWriting(false)}
        />
      )}
    </>
  )
}
