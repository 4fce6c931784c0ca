import { type PDFDocumentProxy, type PDFPageProxy, TextLayer } from 'pdfjs-dist'
import { type CSSProperties, useEffect, useRef, useState } from 'react'
import { useLanguage } from '../../language.ts'
import { type Marks, PageMarks } from './page-marks.tsx'
import { scaleFor, type ViewSize } from './view-size.ts'

/** A PDF measures in points of 1/72 inch, a screen in 1/96 inch. */
const trueSize = 96 / 72

interface PdfPageProps {
  document: PDFDocumentProxy
  number: number
  size: ViewSize
  turned: number
  room: { width: number; height: number }
  onScale: (scale: number) => void
  marks?: Marks | undefined
}

/** One page of a PDF, drawn in ink, with its text laid over it so that it can be marked, copied and read aloud. */
export function PdfPage({ document, number, size, turned, room, onScale, marks }: PdfPageProps) {
  const { t } = useLanguage()
  const page = usePage(document, number)
  const sheet = useRef<HTMLElement>(null)
  const box = page?.getViewport({ scale: trueSize, rotation: (page.rotate + turned) % 360 })
  const scale = box ? scaleFor(size, box, room) : 1
  useEffect(() => {
    if (page) onScale(scale)
  }, [page, scale, onScale])
  useEffect(() => {
    if (!page || !sheet.current) return
    return draw(page, { sheet: sheet.current, scale: scale * trueSize, rotation: (page.rotate + turned) % 360 })
  }, [page, scale, turned])
  const style = { '--total-scale-factor': scale * trueSize } as CSSProperties
  const upright = page?.getViewport({ scale: trueSize * scale, rotation: page.rotate })
  return (
    <div className="pdf-sheet">
      <figure
        ref={sheet}
        className="pdf-page"
        style={style}
        aria-label={t({
          zh: `第 ${number} 页，共 ${document.numPages} 页`,
          en: `Page ${number} of ${document.numPages}`,
        })}
      />
      {marks && upright && <PageMarks marks={marks} page={number} turned={turned} size={upright} />}
    </div>
  )
}

function usePage(document: PDFDocumentProxy, number: number): PDFPageProxy | undefined {
  const [page, setPage] = useState<PDFPageProxy>()
  useEffect(() => {
    let gone = false
    void document.getPage(number).then(
      got => {
        if (!gone) setPage(got)
      },
      () => undefined,
    )
    return () => {
      gone = true
    }
  }, [document, number])
  return page
}

/** Draws a page beside the one in sight and only then puts it in its place, so that nothing flickers; returns the way to stop. */
function draw(
  page: PDFPageProxy,
  { sheet, scale, rotation }: { sheet: HTMLElement; scale: number; rotation: number },
): () => void {
  const viewport = page.getViewport({ scale, rotation })
  const density = window.devicePixelRatio
  const canvas = window.document.createElement('canvas')
  canvas.width = Math.floor(viewport.width * density)
  canvas.height = Math.floor(viewport.height * density)
  canvas.style.inlineSize = `${Math.floor(viewport.width)}px`
  canvas.style.blockSize = `${Math.floor(viewport.height)}px`
  const text = window.document.createElement('div')
  text.className = 'textLayer'
  const task = page.render({ canvas, viewport, transform: density === 1 ? undefined : [density, 0, 0, density, 0, 0] })
  const layer = new TextLayer({ textContentSource: page.streamTextContent(), container: text, viewport })
  task.promise.then(
    () => {
      sheet.replaceChildren(canvas, text)
      layer.render().catch(() => undefined)
    },
    // Another size was wanted before this one was drawn.
    () => undefined,
  )
  return () => {
    task.cancel()
    layer.cancel()
  }
}
