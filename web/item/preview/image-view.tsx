import { useEffect, useRef, useState } from 'react'
import { useLanguage } from '../../language.ts'
import { type Marks, PageMarks } from './page-marks.tsx'
import { pressViewKey, ViewBar } from './view-bar.tsx'
import { scaleFor, useRoom, type ViewSize } from './view-size.ts'

/** Looks at a picture: whole at first, then as large and turned as one needs it. */
export function ImageView({ source, name, marks }: { source: string | Blob; name: string; marks?: Marks | undefined }) {
  const { t } = useLanguage()
  const [size, setSize] = useState<ViewSize>('whole')
  const [turned, setTurned] = useState(0)
  const [box, setBox] = useState<{ width: number; height: number } | 'broken'>()
  const pane = useRef<HTMLDivElement>(null)
  const room = useRoom(pane)
  const url = useAddress(source)
  const turn = () => setTurned(before => (before + 90) % 360)
  if (box === 'broken')
    return (
      <p className="view-none">
        {t({ zh: '这张图打不开，原件可以下载。', en: 'This picture does not open; it can be saved.' })}
      </p>
    )
  const lying = turned % 180 !== 0
  const standing = box && (lying ? { width: box.height, height: box.width } : box)
  const scale = standing && room ? Math.min(scaleFor(size, standing, room), size === 'whole' ? 1 : 8) : 1
  return (
    <div className="view">
      <ViewBar scale={scale} size={size} onSize={setSize} onTurn={turn} />
      <section
        ref={pane}
        className="view-pane"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a pane that scrolls is reached by keyboard
        tabIndex={0}
        aria-label={name}
        onKeyDown={event => {
          if (event.ctrlKey || event.metaKey || event.altKey) return
          if (pressViewKey(event.key, scale, { onSize: setSize, onTurn: turn })) event.preventDefault()
        }}
      >
        <div
          className="image-sheet"
          style={standing && { inlineSize: standing.width * scale, blockSize: standing.height * scale }}
        >
          {url && (
            <img
              src={url}
              alt={name}
              style={box && { inlineSize: box.width * scale, rotate: `${turned}deg` }}
              onLoad={({ currentTarget: image }) => setBox({ width: image.naturalWidth, height: image.naturalHeight })}
              onError={() => setBox('broken')}
            />
          )}
          {marks && box && (
            <PageMarks
              marks={marks}
              page={1}
              turned={turned}
              size={{ width: box.width * scale, height: box.height * scale }}
            />
          )}
        </div>
      </section>
    </div>
  )
}

/** The address of something shown: its own, or one lent to a file of this device while it is looked at. */
function useAddress(source: string | Blob): string | undefined {
  const [lent, setLent] = useState<string>()
  useEffect(() => {
    if (typeof source === 'string') return
    const url = URL.createObjectURL(source)
    setLent(url)
    return () => URL.revokeObjectURL(url)
  }, [source])
  return typeof source === 'string' ? source : lent
}
