import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useLanguage } from '../../language.ts'
import { RefusalNotice } from '../../pieces/refusal-notice.tsx'
import { FileView } from '../preview/file-view.tsx'
import type { Component } from './component-list.tsx'
import { ticketQuery } from './ticket.ts'

interface ComponentViewProps {
  component: Component
  page: number
  onPage: (page: number) => void
}

/** Looks into a file; only what can be shown is opened, because opening leaves a trace. */
export function ComponentView({ component, page, onPage }: ComponentViewProps) {
  const { t } = useLanguage()
  const shows = component.preview !== 'none'
  const { data, error } = useQuery({ ...ticketQuery(component.id), enabled: shows })
  // A link that is renewed while one reads must not open the file anew.
  const [opened, setOpened] = useState<string>()
  if (data && !opened) setOpened(data.url)
  if (error) return <RefusalNotice error={error} />
  if (shows && !opened)
    return (
      <p className="view-wait" role="status">
        {t({ zh: '正在打开…', en: 'Opening…' })}
      </p>
    )
  return (
    <FileView name={component.name} preview={component.preview} source={opened ?? ''} page={page} onPage={onPage} />
  )
}
