import type { PDFDocumentProxy } from 'pdfjs-dist'
import { useEffect, useState } from 'react'
import { openPdf } from './pdf-document.ts'

/** A PDF being opened: the document, or how much of it has come, or why it does not open. */
export interface PdfState {
  readonly document?: PDFDocumentProxy
  readonly failed?: 'locked' | 'broken'
}

/** Opens a PDF for as long as somebody looks at it. */
export function usePdf(source: string | Blob): PdfState {
  const [state, setState] = useState<PdfState>({})
  useEffect(() => {
    let gone = false
    let close = () => {}
    setState({})
    void (async () => {
      try {
        const loading = openPdf(typeof source === 'string' ? source : await source.arrayBuffer())
        close = () => void loading.destroy()
        if (gone) return close()
        const document = await loading.promise
        if (!gone) setState({ document })
      } catch (error) {
        const locked = error instanceof Error && error.name === 'PasswordException'
        if (!gone) setState({ failed: locked ? 'locked' : 'broken' })
      }
    })()
    return () => {
      gone = true
      close()
    }
  }, [source])
  return state
}
