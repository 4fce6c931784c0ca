import { skipToken, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { client } from '../../client/client.ts'
import { mostPreviewed } from '../../domain/forms/forms.ts'
import { fetchFile } from '../catalogue/fetch-file.ts'
import { PdfPreview, printFrame } from '../catalogue/pdf-preview.tsx'
import { useLanguage } from '../language.ts'
import { Empty } from '../pieces/empty.tsx'
import { Icon } from '../pieces/icon.tsx'
import { Page } from '../pieces/page.tsx'
import { RefusalNotice } from '../pieces/refusal-notice.tsx'
import { useClassification } from '../search/classification.ts'
import { FormFields, OptionFields, useAsk } from './form-fields.tsx'
import { type Choice, readChoice } from './print-choice.ts'
import { RoomField } from './room-field.tsx'
import { RunList } from './run-list.tsx'
import { runsQuery } from './runs.ts'
import { SeriesField } from './series-field.tsx'
import { ThingList } from './thing-list.tsx'
import './print.css'

/** The print centre 打印中心: choose a form, what it is for and how; look at it; print. */
export function PrintPage() {
  const { t } = useLanguage()
  const asked = useSearch({ from: '/shell/print' })
  const choice = readChoice(asked)
  const ask = useAsk()
  const classification = useClassification()
  const print = usePrint(ask)
  const { form, order } = choice
  const give = (format: 'pdf' | 'xlsx') => order && print.mutate({ ...order, format })
  return (
    <Page
      title={t({ zh: '打印中心', en: 'Print centre' })}
      acts={
        <>
          {form.options.includes('format') && (
            <button type="button" className="button" disabled={!order || print.isPending} onClick={() => give('xlsx')}>
              {t({ zh: '导出 Excel', en: 'Excel' })}
            </button>
          )}
          <button
            type="button"
            className="button button-seal"
            disabled={!order || print.isPending}
            onClick={() => give('pdf')}
          >
            <Icon name="print" size={16} />
            {t({ zh: '打印', en: 'Print' })}
          </button>
        </>
      }
      filled
    >
      <div className="print">
        <div className="print-choice">
          <section aria-label={t({ zh: '选表单', en: 'Choose a form' })}>
            <FormFields choice={choice} />
            {choice.unit === 'location' ? (
              <RoomField chosen={choice.chosen} />
            ) : (
              <SeriesField classification={classification} seriesId={choice.seriesId} />
            )}
            {choice.chosen.length > 0 && !choice.seriesId && choice.unit !== 'location' && (
              <p className="faint" role="status">
                {t({
                  zh: `按所选的 ${choice.chosen.length} 个打印；选了类别就改按类别。`,
                  en: `For the ${choice.chosen.length} chosen; choose a series to print that instead.`,
                })}
              </p>
            )}
            {choice.unit && choice.unit !== 'location' && choice.seriesId && (
              <ThingList thing={choice.unit} seriesId={choice.seriesId} chosen={choice.chosen} />
            )}
            <OptionFields choice={choice} />
          </section>
          <RefusalNotice error={classification.error ?? print.error} />
          <RunList onOpen={(run, ordinal) => ask({ run: run.id, file: String(ordinal) })} />
        </div>
        <section className="print-preview" aria-label={t({ zh: '预览', en: 'Preview' })}>
          {asked.run ? (
            <PrintedFile printed={{ runId: asked.run, ordinal: Number(asked.file ?? 1) }} onClose={() => ask({})} />
          ) : (
            <Preview order={order} title={t({ zh: form.title, en: form.titleEn })} />
          )}
        </section>
      </div>
    </Page>
  )
}

interface Printed {
  readonly runId: string
  readonly ordinal: number
}

/** Gives the order, and shows its file as soon as there is one; a workbook is saved. */
function usePrint(ask: ReturnType<typeof useAsk>) {
  const queries = useQueryClient()
  const [awaited, setAwaited] = useState<string>()
  const { data } = useQuery(runsQuery)
  const run = data?.runs.find(({ id }) => id === awaited)
  useEffect(() => {
    if (!run || run.state === 'waiting' || run.state === 'running') return
    setAwaited(undefined)
    const [file] = run.files
    if (!file) return
    if (run.format === 'pdf') ask({ run: run.id, file: String(file.ordinal) })
    else window.location.assign(client.fileUrl('form.file', { runId: run.id, ordinal: file.ordinal }))
  }, [run, ask])
  return useMutation({
    mutationFn: (order: NonNullable<Choice['order']> & { format: 'pdf' | 'xlsx' }) => client.tell('form.print', order),
    onSuccess: ({ runId }) => setAwaited(runId),
    onSettled: () => queries.invalidateQueries(runsQuery),
  })
}

interface PreviewProps {
  order: Choice['order']
  title: string
}

function Preview({ order, title }: PreviewProps) {
  const { t } = useLanguage()
  const url = order && client.fileUrl('form.preview', { ...order, ids: order.ids.slice(0, mostPreviewed) })
  const preview = useQuery({
    queryKey: ['form.preview', url],
    queryFn: url ? ({ signal }) => fetchFile(url, signal) : skipToken,
    staleTime: 30_000,
  })
  const frame = useRef<HTMLIFrameElement>(null)
  if (!order)
    return (
      <Empty
        title={t({ zh: '还没有选打印对象', en: 'Nothing chosen yet' })}
        hint={t({
          zh: '在左边选表单和类别，这里就是印出来的样子。',
          en: 'Choose a form and a series at the left; here you see just what is printed.',
        })}
      />
    )
  if (preview.error) return <RefusalNotice error={preview.error} />
  if (!preview.data)
    return (
      <p className="pdf-wait" role="status">
        {t({ zh: '正在排版…', en: 'Setting the pages…' })}
      </p>
    )
  return <PdfPreview file={preview.data} frame={frame} title={title} />
}

/** The file that was made, ready for the printer. */
function PrintedFile({ printed, onClose }: { printed: Printed; onClose: () => void }) {
  const { t } = useLanguage()
  const url = client.fileUrl('form.file', { ...printed, inline: true })
  const file = useQuery({ queryKey: ['form.file', url], queryFn: ({ signal }) => fetchFile(url, signal) })
  const frame = useRef<HTMLIFrameElement>(null)
  return (
    <>
      <p className="print-made" role="status">
        <span>{t({ zh: '已登记，可以送打印机。', en: 'Recorded; ready for the printer.' })}</span>
        <button type="button" className="button" disabled={!file.data} onClick={() => printFrame(frame.current)}>
          {t({ zh: '送打印机', en: 'To the printer' })}
        </button>
        <a className="button" href={client.fileUrl('form.file', { ...printed })} download>
          {t({ zh: '下载 PDF', en: 'PDF' })}
        </a>
        <button type="button" className="button-link" onClick={onClose}>
          {t({ zh: '回到预览', en: 'Back to the preview' })}
        </button>
      </p>
      {file.error && <RefusalNotice error={file.error} />}
      {file.data && <PdfPreview file={file.data} frame={frame} title={t({ zh: '打印结果', en: 'Printed file' })} />}
    </>
  )
}
