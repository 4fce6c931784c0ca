import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useLanguage } from '../language.ts'
import { PanelPart, SidePanel } from '../organisation/side-panel.tsx'
import { CopyButton } from '../pieces/code-cell.tsx'
import { RefusalNotice } from '../pieces/refusal-notice.tsx'
import { secondOf } from './exact-time.tsx'
import { type Names, objectOf, whoOf } from './names.ts'
import { sentenceOf } from './sentence.ts'
import { type Entry, entryQuery } from './trail.ts'
import { useSetFilter } from './trail-filters.tsx'

interface EntryPanelProps {
  seq: number
  names: Names
  onOpen: (seq: string | undefined) => void
}

/** Everything one entry of the trail says, and the digests that tie it to its neighbours. */
export function EntryPanel({ seq, names, onOpen }: EntryPanelProps) {
  const { t } = useLanguage()
  const { data, error } = useQuery(entryQuery(seq))
  const entry = data?.entry
  return (
    <SidePanel
      title={t({ zh: `第 ${seq} 条`, en: `Entry ${seq}` })}
      under={
        <p className="entry-steps">
          <button type="button" className="button-link" disabled={seq <= 1} onClick={() => onOpen(String(seq - 1))}>
            {t({ zh: '前一条', en: 'Before' })}
          </button>
          <button type="button" className="button-link" onClick={() => onOpen(String(seq + 1))}>
            {t({ zh: '后一条', en: 'After' })}
          </button>
        </p>
      }
      onClose={() => onOpen(undefined)}
    >
      <RefusalNotice error={error} />
      {entry === null && (
        <p className="faint entry-none">{t({ zh: '还没有这一条。', en: 'There is no such entry yet.' })}</p>
      )}
      {entry && (
        <>
          <p className="entry-sentence">
            <b>{t(whoOf(entry, names))}</b> {t(sentenceOf(entry, names))}
          </p>
          <Facts entry={entry} names={names} />
          <Data data={entry.data} />
          <Digests entry={entry} before={data.before} />
        </>
      )}
    </SidePanel>
  )
}

function Facts({ entry, names }: { entry: Entry; names: Names }) {
  const { t } = useLanguage()
  const set = useSetFilter()
  return (
    <PanelPart title={t({ zh: '经过', en: 'What happened' })}>
      <dl className="entry-facts">
        <Fact title={t({ zh: '时间', en: 'Time' })}>
          <time className="tabular" dateTime={entry.at}>
            {secondOf(entry.at)}
            <span className="faint">{entry.at.slice(19, 23)}</span>
          </time>
        </Fact>
        <Fact title={t({ zh: '谁', en: 'Who' })}>
          {t(whoOf(entry, names))}
          {entry.actorId && <Only onClick={() => set({ person: entry.actorId ?? undefined })} />}
        </Fact>
        <Fact title={t({ zh: '地址', en: 'Address' })}>
          <span className="tabular">{entry.address}</span>
        </Fact>
        <Fact title={t({ zh: '事件', en: 'Event' })}>
          {t({ zh: entry.title, en: entry.titleEn })} <span className="faint">{entry.event}</span>
          <Only onClick={() => set({ event: entry.event })} />
        </Fact>
        <Fact title={t({ zh: '操作', en: 'Operation' })}>{entry.operation}</Fact>
        <Fact title={t({ zh: '对象', en: 'Object' })}>
          {t(objectOf(entry, names))}
          <Only onClick={() => set({ object: entry.subject })} />
          <Code text={entry.subject} />
        </Fact>
        <Fact title={t({ zh: '请求号', en: 'Request' })}>
          <Code text={entry.requestId} />
        </Fact>
      </dl>
    </PanelPart>
  )
}

function Fact({ title, children }: { title: string; children: ReactNode }) {
  return (
    <>
      <dt>{title}</dt>
      <dd>{children}</dd>
    </>
  )
}

function Only({ onClick }: { onClick: () => void }) {
  const { t } = useLanguage()
  return (
    <button type="button" className="button-link small entry-only" onClick={onClick}>
      {t({ zh: '只看这个', en: 'Only this' })}
    </button>
  )
}

const Code = ({ text }: { text: string }) => (
  <span className="entry-code">
    <CopyButton text={text} alone />
  </span>
)

function Data({ data }: { data: unknown }) {
  const { t } = useLanguage()
  const title = t({ zh: '记下的内容', en: 'What was written down' })
  return (
    <PanelPart title={title}>
      <pre className="entry-data">{JSON.stringify(data, null, 2)}</pre>
    </PanelPart>
  )
}

function Digests({ entry, before }: { entry: Entry; before: Entry | null }) {
  const { t } = useLanguage()
  return (
    <PanelPart title={t({ zh: '链上的位置', en: 'Place in the chain' })}>
      <dl className="entry-facts">
        <Fact title={t({ zh: '本条摘要', en: 'Digest' })}>
          <Code text={entry.digest} />
        </Fact>
        <Fact title={t({ zh: '前一条', en: 'Before it' })}>
          {before ? (
            <Code text={before.digest} />
          ) : (
            <span className="faint">{t({ zh: '这是第一条', en: 'This is the first' })}</span>
          )}
        </Fact>
      </dl>
      <p className="small faint">
        {t({
          zh: '摘要由前一条的摘要和本条的全文算出（SHA-256），改动任何一个字都对不上。',
          en: 'A digest is computed from the one before and the whole entry (SHA-256); the change of a single letter breaks it.',
        })}
      </p>
    </PanelPart>
  )
}
