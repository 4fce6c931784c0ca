import { type Ref, useEffect, useState } from 'react'
import { useLanguage } from '../language.ts'
import './pdf-preview.css'

/** Whether this browser shows a PDF inside a page. */
export const showsPdf = navigator.pdfViewerEnabled !== false

/** Prints what a frame shows; a browser that lets no page reach into its viewer gets the file in a window of its own. */
export function printFrame(frame: HTMLIFrameElement | null): void {
  try {
    frame?.contentWindow?.print()
  } catch {
    window.open(frame?.src)
  }
}

interface PdfPreviewProps {
  /** The very file that will be printed. */
  file: Blob
  title: string
  frame: Ref<HTMLIFrameElement>
}

/** Shows a PDF as the browser itself does; where it cannot, as on most phones, offers to open it. */
export function PdfPreview({ file, title, frame }: PdfPreviewProps) {
  const { t } = useLanguage()
  const [url, setUrl] = useState<string>()
  useEffect(() => {
    const made = URL.createObjectURL(file)
    setUrl(made)
    return () => URL.revokeObjectURL(made)
  }, [file])
  if (!url) return null
  if (!showsPdf)
    return (
      <p className="pdf-outside">
        <a className="button" href={url} target="_blank" rel="noreferrer">
          {t({ zh: '打开 PDF', en: 'Open the PDF' })}
        </a>
      </p>
    )
  // Its own bars are left out: what they do stands on the page, in the page's words.
  return <iframe ref={frame} className="pdf-frame" title={title} src={`${url}#toolbar=0&navpanes=0&view=FitH`} />
}
