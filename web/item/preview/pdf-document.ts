import { GlobalWorkerOptions, getDocument, type PDFDocumentLoadingTask, version } from 'pdfjs-dist'

/** Where the reader's own files stand: its worker, character maps, substitute fonts and decoders of scanned pictures. */
const folder = `/assets/pdfjs-${version}/`

GlobalWorkerOptions.workerSrc = `${folder}pdf.worker.min.mjs`

/** Opens a PDF from an address of ours, or from its bytes. */
export function openPdf(source: string | ArrayBuffer): PDFDocumentLoadingTask {
  return getDocument({
    ...(typeof source === 'string' ? { url: source } : { data: source }),
    cMapUrl: `${folder}cmaps/`,
    cMapPacked: true,
    standardFontDataUrl: `${folder}standard_fonts/`,
    wasmUrl: `${folder}wasm/`,
    // The content policy lets no compiled code in; the plain decoders beside it do the same.
    useWasm: false,
    rangeChunkSize: 256 * 1024,
  })
}
