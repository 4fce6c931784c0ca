import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { client } from '../../client/client.ts'
import { useLanguage } from '../language.ts'
import { DueText, MomentText } from '../pieces/date-text.tsx'
import { RefusalNotice } from '../pieces/refusal-notice.tsx'
import { StatusTag } from '../pieces/status-tag.tsx'
import { HandleDialog } from './forward-dialogs.tsx'
import { type Forward, refreshLines, type ShownLine } from './line-queries.ts'

/** To whom a line was forwarded 分发, who has read it, and what each did. */
export function ForwardsPart({ shown: { line, forwards } }: { shown: ShownLine }) {
  const { t } = useLanguage()
  const queryClient = useQueryClient()
  const [handling, setHandling] = useState<Forward | null>(null)
  const act = useMutation({
    mutationFn: ({ name, forwardId }: { name: 'line.read' | 'line.recall'; forwardId: string }) =>
      client.tell(name, { lineId: line.id, forwardId }),
    onSuccess: () => refreshLines(queryClient),
  })
  const open = line.state === 'circulating'
  return (
    <section className="line-part" aria-labelledby="forwards-title">
      <header>
        <h2 id="forwards-title">{t({ zh: '分发与办理', en: 'Forwarded and handled' })}</h2>
      </header>
      <RefusalNotice error={act.error} />
      {forwards.length === 0 && <p className="faint small">{t({ zh: '还没有分发。', en: 'Not forwarded yet.' })}</p>}
      <ul className="line-list">
        {forwards.map(forward => (
          <li key={forward.id}>
            <div>
              <b>{forward.to}</b>
              {forward.asks && <span>{forward.asks}</span>}
              {forward.dueOn && !forward.handledAt && open && <DueText date={forward.dueOn} />}
              <ForwardTag forward={forward} />
              {open && forward.mine && !forward.handledAt && (
                <>
                  {!forward.readAt && (
                    <button
                      type="button"
                      className="button"
                      disabled={act.isPending}
                      onClick={() => act.mutate({ name: 'line.read', forwardId: forward.id })}
                    >
                      {t({ zh: '已阅', en: 'I have read it' })}
                    </button>
                  )}
                  <button type="button" className="button" onClick={() => setHandling(forward)}>
                    {t({ zh: '办理', en: 'Handle' })}
                  </button>
                </>
              )}
              {line.may.includes('line.edit') && !forward.handledAt && (
                <button
                  type="button"
                  className="button-link"
                  aria-label={t({ zh: `撤回给${forward.to}的分发`, en: `Recall from ${forward.to}` })}
                  disabled={act.isPending}
                  onClick={() => act.mutate({ name: 'line.recall', forwardId: forward.id })}
                >
                  {t({ zh: '撤回', en: 'Recall' })}
                </button>
              )}
            </div>
            {forward.handledAt && (
              <p className="small">
                {forward.handledBy} <MomentText at={forward.handledAt} />：{forward.note}
              </p>
            )}
          </li>
        ))}
      </ul>
      {handling && <HandleDialog lineId={line.id} forward={handling} onClose={() => setHandling(null)} />}
    </section>
  )
}

function ForwardTag({ forward }: { forward: Forward }) {
  const { t } = useLanguage()
  if (forward.handledAt) return <StatusTag tone="done">{t({ zh: '已办', en: 'handled' })}</StatusTag>
  if (forward.readAt)
    return <StatusTag tone="due">{t({ zh: `${forward.readBy}已阅`, en: `read by ${forward.readBy}` })}</StatusTag>
  return <StatusTag>{t({ zh: '未阅', en: 'not read' })}</StatusTag>
}
