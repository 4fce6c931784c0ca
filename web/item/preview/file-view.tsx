import { lazy, Suspense, useState } from 'react'
import { useLanguage } from '../../language.ts'
import { ImageView } from './image-view.tsx'
import type { Marks } from './page-marks.tsx'
import { TextView } from './text-view.tsx'
import './file-view.css'

const PdfView = lazy(() => import('./pdf-view.tsx').then(({ PdfView }) => ({ default: PdfView })))

export type Preview = 'pdf' | 'image' | 'text' | 'none'

interface FileViewProps {
  name: string
  preview: Preview
  source: string | Blob
  /** The page shown, where the address keeps it. */
  page?: number
  onPage?: (page: number) => void
  /** Words marked where they stand. */
  marks?: Marks | undefined
}

/** Shows a file inside the page where a browser can: PDF, pictures, texts; says so where it cannot. */
export function FileView({ name, preview, source, page, onPage, marks }: FileViewProps) {
  const { t } = useLanguage()
  const [turned, setTurned] = useState(1)
  switch (preview) {
    case 'pdf':
      return (
        <Suspense fallback={<p className="view-wait">{t({ zh: '正在打开…', en: 'Opening…' })}</p>}>
          <PdfView source={source} name={name} page={page ?? turned} onPage={onPage ?? setTurned} marks={marks} />
        </Suspense>
      )
    case 'image':
      return <ImageView source={source} name={name} marks={marks} />
    case 'text':
      return <TextView source={source} name={name} />
    default:
      return (
        <p className="view-none">
          {t({
            zh: '这种格式不能在页面里看，请下载后打开。',
            en: 'This format cannot be shown here; save it to open it.',
          })}
        </p>
      )
  }
}

/** How a file of this device can be shown, by what the browser says it is; the server judges again by its bytes. */
export function previewOf({ type }: File): Preview {
  if (type === 'application/pdf') return 'pdf'
  if (/^image\/(jpeg|png|gif|webp|bmp|avif)$/.test(type)) return 'image'
  return type.startsWith('text/') ? 'text' : 'none'
}
