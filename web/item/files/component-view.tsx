import { useQuery } from '@tanstack/react-query'
import { useEffect, useEffectEvent, useState } from 'react'
import { client } from '../../../client/client.ts'
import { useLanguage } from '../../language.ts'
import { RefusalNotice } from '../../pieces/refusal-notice.tsx'
import { FileView } from '../preview/file-view.tsx'
import type { FoundHit } from '../preview/page-marks.tsx'
import type { Component } from './component-list.tsx'
import { TextState, useTextOf } from './component-text.tsx'
import { FindBar } from './find-bar.tsx'
import { ticketQuery } from './ticket.ts'
import './component-text.css'

interface ComponentViewProps {
  component: Component
  page: number
  onPage: (page: number) => void
  /** Words looked for on the scanned pages. */
  find: string
  onFind: (text: string) => void
}

/** Looks into a file; only what can be shown is opened, because opening leaves a trace. */
export function ComponentView({ component, page, onPage, find, onFind }: ComponentViewProps) {
  const { t } = useLanguage()
  const shows = component.preview !== 'none'
  const { data, error } = useQuery({ ...ticketQuery(component.id), enabled: shows })
  const text = useTextOf(component.id).data
  const found = useFound({ componentId: component.id, find, page, onPage })
  // A link that is renewed while one reads must not open the file anew.
  const [opened, setOpened] = useState<string>()
  if (data && !opened) setOpened(data.url)
  const view =
    shows && !opened ? (
      <p className="view-wait" role="status">
        {t({ zh: '正在打开…', en: 'Opening…' })}
      </p>
    ) : (
      <FileView
        name={component.name}
        preview={component.preview}
        source={opened ?? ''}
        page={page}
        onPage={onPage}
        marks={found.hits && { hits: found.hits, current: found.current }}
      />
    )
  return (
    <>
      {text && (
        <div className="text-bar">
          <TextState componentId={component.id} text={text} />
          {text.pages && text.pages.done > 0 && shows && (
            <FindBar
              asked={find}
              onFind={onFind}
              found={find === '' ? undefined : found.hits?.length}
              current={found.current}
              onStep={found.step}
            />
          )}
        </div>
      )}
      {error ? <RefusalNotice error={error} /> : view}
    </>
  )
}

interface Finding {
  readonly componentId: string
  readonly find: string
  readonly page: number
  readonly onPage: (page: number) => void
}

/** Where the words stand, and the place looked at: the first on this page or after it, until one steps on. */
function useFound({ componentId, find, page, onPage }: Finding) {
  const { data } = useQuery({
    queryKey: ['component.find', componentId, find],
    queryFn: () => client.ask('component.find', { componentId, text: find }),
    enabled: find !== '',
  })
  const hits: readonly FoundHit[] | undefined = find === '' ? undefined : data?.hits
  const [current, setCurrent] = useState(0)
  const look = (at: number) => {
    setCurrent(at)
    const hit = hits?.[at]
    if (hit && hit.page !== page) onPage(hit.page)
  }
  const begin = useEffectEvent((found: readonly FoundHit[]) => {
    const from = found.findIndex(hit => hit.page >= page)
    look(Math.max(0, from))
  })
  useEffect(() => {
    if (hits && hits.length > 0) begin(hits)
  }, [hits])
  const count = hits?.length ?? 0
  return { hits, current, step: (by: 1 | -1) => count > 0 && look((current + by + count) % count) }
}
