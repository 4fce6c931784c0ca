import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { client } from '../../client/client.ts'
import { type LinkKind, linkKindCodes, linkKinds } from '../../domain/registry/links.ts'
import { useLanguage } from '../language.ts'
import { ActDialog } from '../organisation/act-dialog.tsx'
import { TextField } from '../organisation/text-field.tsx'
import { FormField } from '../pieces/form-field.tsx'
import { RefusalNotice } from '../pieces/refusal-notice.tsx'
import type { Line } from './line-draft.ts'
import { refreshLines, type ShownLine } from './line-queries.ts'

type Tie = ShownLine['links'][number]

/** What a line belongs together with (S14.3): request and reply, drafts and annexes; shown on both sides. */
export function LinksPart({ shown: { line, links } }: { shown: ShownLine }) {
  const { t } = useLanguage()
  const queryClient = useQueryClient()
  const [linking, setLinking] = useState(false)
  const mayLink = line.may.includes('line.edit')
  const unlink = useMutation({
    mutationFn: (link: Tie) =>
      client.tell('line.unlink', {
        fromId: link.from ? line.id : link.lineId,
        toId: link.from ? link.lineId : line.id,
      }),
    onSuccess: () => refreshLines(queryClient),
  })
  return (
    <section className="line-part" aria-labelledby="links-title">
      <header>
        <h2 id="links-title">{t({ zh: '关联', en: 'Belongs with' })}</h2>
        {mayLink && (
          <button type="button" className="button button-quiet" onClick={() => setLinking(true)}>
            {t({ zh: '加关联', en: 'Link' })}
          </button>
        )}
      </header>
      <RefusalNotice error={unlink.error} />
      {links.length === 0 && (
        <p className="faint small">
          {t({
            zh: '请示与批复、来函与复函、正本与定稿，关联起来，以后整理时不分开。',
            en: 'Link request and reply, letter and answer, original and draft: they then stay together.',
          })}
        </p>
      )}
      <ul className="line-list">
        {links.map(link => (
          <li key={link.lineId}>
            <div>
              <span className="faint">{t(linkKinds[link.kind][link.from ? 'from' : 'to'])}</span>
              <Link to="/registry/$lineId" params={{ lineId: link.lineId }}>
                <span className="tabular">{link.code}</span> {link.title}
              </Link>
              {mayLink && (
                <button
                  type="button"
                  className="button-link"
                  aria-label={t({ zh: `解除与 ${link.code} 的关联`, en: `Unlink ${link.code}` })}
                  disabled={unlink.isPending}
                  onClick={() => unlink.mutate(link)}
                >
                  {t({ zh: '解除', en: 'Unlink' })}
                </button>
              )}
            </div>
          </li>
        ))}
      </ul>
      {linking && <LinkDialog line={line} onClose={() => setLinking(false)} />}
    </section>
  )
}

/** Finds the other line by its number, title or counterpart among those of this year and the one before, and says how the two belong together. */
function LinkDialog({ line, onClose }: { line: Line; onClose: () => void }) {
  const { t } = useLanguage()
  const queryClient = useQueryClient()
  const [text, setText] = useState('')
  const [kind, setKind] = useState<LinkKind>('reply')
  const [other, setOther] = useState('')
  const { data } = useQuery({
    queryKey: ['line.list', 'link', line.fondsId, line.year, text],
    queryFn: async () => {
      const pages = await Promise.all(
        (['received', 'sent'] as const).flatMap(book =>
          [line.year, line.year - 1].map(year =>
            client.ask('line.list', { fondsId: line.fondsId, book, year, text, limit: 20 }),
          ),
        ),
      )
      return pages.flatMap(({ lines }) => lines).filter(({ id, state }) => id !== line.id && state !== 'voided')
    },
  })
  return (
    <ActDialog
      title={t({ zh: `关联 ${line.code}`, en: `Link ${line.code}` })}
      act={t({ zh: '关联', en: 'Link' })}
      ready={other !== ''}
      onAct={async () => {
        await client.tell('line.link', { fromId: line.id, toId: other, kind })
        await refreshLines(queryClient)
      }}
      onClose={onClose}
    >
      {() => (
        <>
          <FormField label={t({ zh: '这一条', en: 'This line' })}>
            {control => (
              <select
                {...control}
                className="input"
                value={kind}
                onChange={event => setKind(event.target.value as LinkKind)}
              >
                {linkKindCodes.map(code => (
                  <option key={code} value={code}>
                    {t(linkKinds[code].from)}
                  </option>
                ))}
              </select>
            )}
          </FormField>
          <TextField
            label={t({ zh: '找另一条', en: 'Find the other' })}
            value={text}
            onChange={setText}
            placeholder={t({ zh: '题名、文号、单位', en: 'Title, number, counterpart' })}
          />
          <FormField label={t({ zh: '另一条', en: 'The other line' })} required>
            {control => (
              <select
                {...control}
                className="input"
                size={6}
                value={other}
                onChange={event => setOther(event.target.value)}
              >
                {(data ?? []).map(({ id, code, title }) => (
                  <option key={id} value={id}>
                    {code} {title}
                  </option>
                ))}
              </select>
            )}
          </FormField>
        </>
      )}
    </ActDialog>
  )
}
