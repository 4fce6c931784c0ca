import { type KeyboardEvent, useCallback, useEffect, useRef, useState } from 'react'
import { useLanguage } from '../../language.ts'
import { Icon } from '../../pieces/icon.tsx'
import type { Marks } from './page-marks.tsx'
import { usePdf } from './pdf-document-state.ts'
import { PdfPage } from './pdf-page.tsx'
import { pressViewKey, ViewBar } from './view-bar.tsx'
import { useRoom, type ViewSize } from './view-size.ts'
import './pdf-view.css'

interface PdfViewProps {
  source: string | Blob
  name: string
  page: number
  onPage: (page: number) => void
  marks?: Marks | undefined
}

/** Reads a PDF page by page: arrows and Page keys turn, + and - change its size, 0 fits the width, 9 the whole page, R turns it. */
export function PdfView({ source, name, page, onPage, marks }: PdfViewProps) {
  const { t } = useLanguage()
  const { document, failed } = usePdf(source)
  const [size, setSize] = useState<ViewSize>('width')
  const [turned, setTurned] = useState(0)
  const [scale, setScale] = useState(1)
  const pane = useRef<HTMLDivElement>(null)
  const room = useRoom(pane)
  const pages = document?.numPages ?? 0
  const shown = Math.min(Math.max(1, page), Math.max(1, pages))
  const go = useCallback(
    (to: number) => {
      if (to < 1 || to > pages || to === shown) return false
      onPage(to)
      return true
    },
    [pages, shown, onPage],
  )
  // biome-ignore lint/correctness/useExhaustiveDependencies: another page begins at its head
  useEffect(() => {
    pane.current?.scrollTo({ top: 0 })
  }, [shown])
  const turn = () => setTurned(before => (before + 90) % 360)
  const press = (event: KeyboardEvent<HTMLElement>) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    if (pressPageKey(event, shown, pages, go) || pressViewKey(event.key, scale, { onSize: setSize, onTurn: turn }))
      event.preventDefault()
  }
  if (failed)
    return (
      <p className="view-none">
        {failed === 'locked'
          ? t({ zh: '这份 PDF 有打开口令，只能下载后打开。', en: 'This PDF asks for a password; save it to open it.' })
          : t({
              zh: '这份 PDF 打不开，可能已经损坏；原件可以下载。',
              en: 'This PDF does not open and may be damaged; it can be saved.',
            })}
      </p>
    )
  return (
    <div className="view">
      <ViewBar scale={scale} size={size} onSize={setSize} onTurn={turn}>
        <PageTurner page={shown} pages={pages} onPage={go} />
      </ViewBar>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a pane that scrolls is reached by keyboard */}
      <section ref={pane} className="view-pane" tabIndex={0} aria-label={name} aria-busy={!document} onKeyDown={press}>
        {document && room ? (
          <PdfPage document={document} number={shown} {...{ size, turned, room, marks }} onScale={setScale} />
        ) : (
          <p className="view-wait" role="status">
            {t({ zh: '正在打开…', en: 'Opening…' })}
          </p>
        )}
      </section>
    </div>
  )
}

/** Page keys scroll inside a page first and turn it only at its end. */
function pressPageKey(
  { key, currentTarget: pane }: KeyboardEvent<HTMLElement>,
  page: number,
  pages: number,
  go: (to: number) => boolean,
): boolean {
  const atEnd = pane.scrollTop + pane.clientHeight >= pane.scrollHeight - 2
  if (key === 'ArrowRight') return go(page + 1)
  if (key === 'ArrowLeft') return go(page - 1)
  if (key === 'Home') return go(1)
  if (key === 'End') return go(pages)
  if (key === 'PageDown' || key === ' ') return atEnd && go(page + 1)
  if (key === 'PageUp') return pane.scrollTop === 0 && go(page - 1)
  return false
}

function PageTurner({ page, pages, onPage }: { page: number; pages: number; onPage: (to: number) => boolean }) {
  const { t } = useLanguage()
  const [typed, setTyped] = useState<string | null>(null)
  return (
    <>
      <button
        type="button"
        className="view-button view-back"
        aria-label={t({ zh: '上一页（←）', en: 'Previous page (←)' })}
        title={t({ zh: '上一页（←）', en: 'Previous page (←)' })}
        disabled={page <= 1}
        onClick={() => onPage(page - 1)}
      >
        <Icon name="right" size={16} />
      </button>
      <input
        className="view-page tabular"
        aria-label={t({ zh: '页码', en: 'Page' })}
        inputMode="numeric"
        value={typed ?? String(page)}
        onChange={event => setTyped(event.target.value)}
        onFocus={event => event.target.select()}
        onBlur={() => setTyped(null)}
        onKeyDown={event => {
          if (event.key !== 'Enter') return
          event.preventDefault()
          onPage(Number(typed))
          setTyped(null)
        }}
      />
      <span className="small tabular faint">/ {pages || '…'}</span>
      <button
        type="button"
        className="view-button"
        aria-label={t({ zh: '下一页（→）', en: 'Next page (→)' })}
        title={t({ zh: '下一页（→）', en: 'Next page (→)' })}
        disabled={page >= pages}
        onClick={() => onPage(page + 1)}
      >
        <Icon name="right" size={16} />
      </button>
    </>
  )
}
