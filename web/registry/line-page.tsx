import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { client } from '../../client/client.ts'
import { useLanguage } from '../language.ts'
import { ActDialog } from '../organisation/act-dialog.tsx'
import { TextField } from '../organisation/text-field.tsx'
import { notify } from '../pieces/notices.tsx'
import { Page } from '../pieces/page.tsx'
import { RefusalNotice } from '../pieces/refusal-notice.tsx'
import { useMayAny } from '../session.ts'
import { FinishDialog } from './book-acts.tsx'
import { EditDialog } from './edit-dialog.tsx'
import { FilesPart } from './files-part.tsx'
import { ForwardDialog } from './forward-dialogs.tsx'
import { ForwardsPart } from './forwards-part.tsx'
import { ItemiseDialog } from './itemise-dialog.tsx'
import { LineStateTag } from './line-columns.tsx'
import { LineFacts } from './line-facts.tsx'
import { lineQuery, refreshLines, type ShownLine } from './line-queries.ts'
import { LineTimeline } from './line-timeline.tsx'
import { LinksPart } from './links-part.tsx'
import { useDesk } from './use-desk.ts'
import './registry.css'

/** All about one line 登记: what is written, its files, who has it and what they did, what it belongs with, and its timeline. */
export function LinePage() {
  const { t } = useLanguage()
  const { lineId } = useParams({ from: '/shell/registry/$lineId' })
  const { data: shown, error } = useQuery(lineQuery(lineId))
  const crumbs = [{ title: t({ zh: '收文发文', en: 'Registry' }), to: '/registry' as const }]
  if (!shown)
    return (
      <Page title={t({ zh: '登记', en: 'Line' })} crumbs={crumbs}>
        <RefusalNotice error={error} />
      </Page>
    )
  const { line } = shown
  return (
    <Page
      title={line.title}
      crumbs={crumbs}
      lead={
        <>
          <span className="tabular">{[line.code, line.unitCode].filter(Boolean).join(' · ')}</span>{' '}
          <LineStateTag line={line} />{' '}
          {line.itemId && (
            <Link to="/items/$itemId" params={{ itemId: line.itemId }}>
              {t({ zh: '看这一件', en: 'See the item' })}
            </Link>
          )}
        </>
      }
      acts={<LineActs shown={shown} />}
    >
      <div className="line-page">
        <div>
          <LineFacts line={line} />
          <FilesPart shown={shown} />
        </div>
        <div>
          <ForwardsPart shown={shown} />
          <LinksPart shown={shown} />
          <LineTimeline lineId={lineId} />
        </div>
      </div>
    </Page>
  )
}

type Asked = 'edit' | 'void' | 'finish' | 'itemise' | 'forward'

/** The acts on a line that its state and this person allow, the one that goes on last. */
function LineActs({ shown: { line } }: { shown: ShownLine }) {
  const { t } = useLanguage()
  const queryClient = useQueryClient()
  const { desk } = useDesk()
  const [asked, setAsked] = useState<Asked | null>(null)
  const may = (act: string) => line.may.includes(act)
  const mayAny = useMayAny()
  const close = () => setAsked(null)
  const finish = (outcome: string) =>
    client
      .tell('line.finish', { ids: [line.id], outcome })
      .then(() => notify(t({ zh: `已办结 ${line.code}`, en: `Finished ${line.code}` })))
      .then(() => refreshLines(queryClient))
  const button = (act: Asked, label: { zh: string; en: string }, main = false) => (
    <button
      type="button"
      className={main ? 'button button-seal' : act === 'void' ? 'button button-quiet' : 'button'}
      onClick={() => setAsked(act)}
    >
      {t(label)}
    </button>
  )
  return (
    <>
      {mayAny(['line.print']) && (
        <a
          className="button button-quiet"
          href={client.fileUrl('line.sheet', { lineId: line.id })}
          target="_blank"
          rel="noreferrer"
        >
          {t({ zh: '打印处理单', en: 'Handling sheet' })}
        </a>
      )}
      {may('line.void') && button('void', { zh: '作废', en: 'Void' })}
      {may('line.edit') && button('edit', { zh: '修改', en: 'Edit' })}
      {may('line.forward') && button('forward', { zh: '分发', en: 'Forward' })}
      {may('line.finish') && line.state !== 'done' && button('finish', { zh: '办结', en: 'Finish' })}
      {may('line.itemise') && button('itemise', { zh: '立件', en: 'Make an item' }, true)}
      {asked === 'edit' && desk && <EditDialog line={line} desk={desk} onClose={close} />}
      {asked === 'forward' && <ForwardDialog lineId={line.id} onClose={close} />}
      {asked === 'void' && <VoidDialog lineId={line.id} code={line.code} onClose={close} />}
      {asked === 'finish' && <FinishDialog count={1} outcome={line.outcome} onFinish={finish} onClose={close} />}
      {asked === 'itemise' && (
        <ItemiseDialog ids={[line.id]} onDone={() => void refreshLines(queryClient)} onClose={close} />
      )}
    </>
  )
}

interface VoidDialogProps {
  lineId: string
  code: string
  onClose: () => void
}

function VoidDialog({ lineId, code, onClose }: VoidDialogProps) {
  const { t } = useLanguage()
  const queryClient = useQueryClient()
  const [reason, setReason] = useState('')
  return (
    <ActDialog
      title={t({ zh: `作废 ${code}`, en: `Void ${code}` })}
      act={t({ zh: '作废', en: 'Void' })}
      ready={reason.trim().length > 1}
      onAct={async () => {
        await client.tell('line.void', { lineId, reason })
        await refreshLines(queryClient)
      }}
      onClose={onClose}
    >
      {() => (
        <>
          <p>
            {t({
              zh: '这一条留在登记簿上，划掉并写明原因；号不再用，不能恢复。',
              en: 'The line stays in the book, struck through with its reason; its number is never used again, and this cannot be undone.',
            })}
          </p>
          <TextField
            label={t({ zh: '原因', en: 'Reason' })}
            value={reason}
            onChange={setReason}
            required
            maxLength={300}
          />
        </>
      )}
    </ActDialog>
  )
}
