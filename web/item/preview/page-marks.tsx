import { useEffect, useRef } from 'react'
import type { Output } from '../../../client/client.ts'
import './page-marks.css'

export type FoundHit = Output<'component.find'>['hits'][number]

/** What is marked in a file: where words stand, and the place looked at now. */
export interface Marks {
  readonly hits: readonly FoundHit[]
  readonly current: number
}

interface PageMarksProps {
  marks: Marks
  page: number
  turned: number
  /** The page as it is drawn when it is not turned, in pixels. */
  size: { width: number; height: number }
}

/** Lays a mark over each place where a word stands on a page; the one looked at is scrolled into sight. */
export function PageMarks({ marks: { hits, current }, page, turned, size: { width, height } }: PageMarksProps) {
  const looked = useRef<HTMLElement>(null)
  const marked = hits.flatMap((hit, at) =>
    hit.page === page ? hit.boxes.map(box => ({ box, isCurrent: at === current })) : [],
  )
  // biome-ignore lint/correctness/useExhaustiveDependencies: another place, page or size brings the mark into sight again
  useEffect(() => {
    looked.current?.scrollIntoView({ block: 'center', inline: 'nearest' })
  }, [hits, current, page, turned, width])
  return (
    <div className="page-marks" style={{ inlineSize: width, blockSize: height, rotate: `${turned}deg` }}>
      {marked.map(({ box, isCurrent }) => (
        <i
          key={`${box.left}:${box.top}`}
          ref={isCurrent ? looked : undefined}
          data-current={isCurrent || undefined}
          style={{
            insetInlineStart: percent(box.left),
            insetBlockStart: percent(box.top),
            inlineSize: percent(box.width),
            blockSize: percent(box.height),
          }}
        />
      ))}
    </div>
  )
}

const percent = (tenThousandths: number): string => `${tenThousandths / 100}%`
