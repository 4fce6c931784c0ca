import { skipToken, useQuery } from '@tanstack/react-query'
import { Link, useSearch } from '@tanstack/react-router'
import { type Ref, useRef } from 'react'
import { client, type Input } from '../../client/client.ts'
import { counted, useLanguage } from '../language.ts'
import { Empty } from '../pieces/empty.tsx'
import { Icon } from '../pieces/icon.tsx'
import { Page } from '../pieces/page.tsx'
import { RefusalNotice } from '../pieces/refusal-notice.tsx'
import { useClassification } from '../search/classification.ts'
import type { Place } from '../search/series-tree.ts'
import { useMayAny } from '../session.ts'
import { type CatalogueChoice, chooseCatalogue, tally } from './catalogue-choice.ts'
import { CatalogueForm } from './catalogue-form.tsx'
import { fetchFile } from './fetch-file.ts'
import { PdfPreview, printFrame, showsPdf } from './pdf-preview.tsx'
import './catalogue.css'

/** Catalogues 目录: chosen at the left, previewed at the right as the very PDF that is printed; also to save and as a workbook. */
export function CataloguePage() {
  const { t } = useLanguage()
  const { cover: coverAsked, ...asked } = useSearch({ from: '/shell/catalogue' })
  const classification = useClassification()
  const choice = chooseCatalogue(classification.seriesOf, asked)
  const cover = coverAsked !== 'no'
  const selection = classification.loading ? undefined : selectionOf(choice)
  const print = selection && client.fileUrl('catalogue.print', { ...selection, cover })
  const preview = useQuery({
    queryKey: ['catalogue.print', print],
    queryFn: print ? ({ signal }) => fetchFile(print, signal) : skipToken,
    staleTime: 30_000,
  })
  const frame = useRef<HTMLIFrameElement>(null)
  const title = t({ zh: '目录打印', en: 'Catalogues' })
  if (!classification.loading && !selection)
    return (
      <Page title={title}>
        {classification.error ? (
          <RefusalNotice error={classification.error} />
        ) : (
          <Empty
            title={t({ zh: '还没有可打印的目录', en: 'No catalogue to print yet' })}
            hint={t({
              zh: '档案编号以后，归档文件目录在这里预览、打印、导出。',
              en: 'Once records are numbered, their filing catalogues are previewed, printed and exported here.',
            })}
          />
        )}
      </Page>
    )
  return (
    <Page
      title={title}
      acts={<Acts selection={selection} print={print} onPrint={preview.data && (() => printFrame(frame.current))} />}
      filled
    >
      <div className="catalogue">
        <section className="catalogue-choice" aria-label={t({ zh: '选目录', en: 'Choose' })}>
          <CatalogueForm choice={choice} classification={classification} cover={cover} />
          {selection && <Contents choice={choice} />}
        </section>
        <section
          className="catalogue-preview"
          aria-label={t({ zh: '预览', en: 'Preview' })}
          aria-busy={preview.isFetching}
        >
          <Preview file={preview.data} error={preview.error} frame={frame} />
        </section>
      </div>
    </Page>
  )
}

interface PreviewProps {
  /** Absent while its pages are being set. */
  file: Blob | undefined
  error: unknown
  frame: Ref<HTMLIFrameElement>
}

function Preview({ file, error, frame }: PreviewProps) {
  const { t } = useLanguage()
  if (error) return <RefusalNotice error={error} />
  if (file) return <PdfPreview file={file} frame={frame} title={t({ zh: '归档文件目录', en: 'Filing catalogue' })} />
  return (
    <p className="pdf-wait" role="status">
      {t({ zh: '正在排版…', en: 'Setting the pages…' })}
    </p>
  )
}

type Selection = Input<'catalogue.export'>

function selectionOf({ fonds, kind, year, retention, unit }: CatalogueChoice): Selection | undefined {
  if (!fonds.value || !kind.value || !year.value) return undefined
  return {
    fondsId: fonds.value,
    kind: kind.value,
    year: Number(year.value),
    ...(retention.value && { retention: retention.value }),
    ...(unit.value && { unitId: unit.value }),
  }
}

interface ActsProps {
  selection: Selection | undefined
  print: string | undefined
  /** Absent until there is something to print. */
  onPrint: (() => void) | undefined
}

function Acts({ selection, print, onPrint }: ActsProps) {
  const { t } = useLanguage()
  const mayAny = useMayAny()
  return (
    <>
      {selection && mayAny(['catalogue.export']) && (
        <a className="button" href={client.fileUrl('catalogue.export', selection)} download>
          {t({ zh: '下载 Excel', en: 'Excel' })}
        </a>
      )}
      {print && onPrint && (
        <a className="button" href={print} download>
          {t({ zh: '下载 PDF', en: 'PDF' })}
        </a>
      )}
      {showsPdf && (
        <button type="button" className="button button-seal" disabled={!onPrint} onClick={onPrint}>
          <Icon name="print" size={16} />
          {t({ zh: '打印', en: 'Print' })}
        </button>
      )}
    </>
  )
}

/** How much the catalogue lists, with the way to the rows behind the number. */
function Contents({ choice }: { choice: CatalogueChoice }) {
  const { t } = useLanguage()
  const { items, filed } = tally(choice.series)
  const place = placeOf(choice)
  const many = counted(items, 'item')
  return (
    <p className="catalogue-contents">
      {place ? (
        <Link to="/browse" search={place}>
          {many}
        </Link>
      ) : (
        many
      )}
      {t({ zh: `，已归档 ${counted(filed, 'item')}。`, en: `, ${filed.toLocaleString('en')} of them filed. ` })}
      {items > filed && t({ zh: '还没有档号的草稿不进目录。', en: 'Drafts without a number are left out.' })}
    </p>
  )
}

/** Where the tree has just these items; a unit's over all retentions stand in no single branch of it. */
function placeOf({ fonds, kind, year, retention, unit, series }: CatalogueChoice): Place | null {
  const [first, ...others] = series
  if (first && others.length === 0) return { series: first.id }
  if (unit.value || !fonds.value || !kind.value || !year.value) return null
  const above = { fonds: fonds.value, kind: kind.value, year: year.value }
  return retention.value ? { ...above, retention: retention.value } : above
}
