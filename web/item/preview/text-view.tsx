import { useQuery } from '@tanstack/react-query'
import { useLanguage } from '../../language.ts'

const mostBytes = 1_000_000

/** Reads a text, also one written before UTF-8 was usual; of a very long one its beginning. */
export function TextView({ source, name }: { source: string | Blob; name: string }) {
  const { t } = useLanguage()
  const { data, error } = useQuery({
    queryKey: ['text', typeof source === 'string' ? source : `${name} ${source.size}`],
    queryFn: ({ signal }) => readBeginning(source, signal),
    staleTime: Number.POSITIVE_INFINITY,
  })
  if (error)
    return (
      <p className="view-none">
        {t({ zh: '这个文件打不开，原件可以下载。', en: 'This file does not open; it can be saved.' })}
      </p>
    )
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a pane that scrolls is reached by keyboard
    <section className="view-pane view-text" tabIndex={0} aria-label={name} aria-busy={data === undefined}>
      <pre>{data}</pre>
    </section>
  )
}

async function readBeginning(source: string | Blob, signal: AbortSignal): Promise<string> {
  const bytes =
    typeof source === 'string'
      ? await fetch(source, { signal, headers: { Range: `bytes=0-${mostBytes - 1}` } }).then(answer => {
          if (!answer.ok) throw new Error(`HTTP ${answer.status}`)
          return answer.arrayBuffer()
        })
      : await source.slice(0, mostBytes).arrayBuffer()
  return decode(bytes)
}

/** The last character may have been cut in half; that alone does not make the text another encoding. */
function decode(bytes: ArrayBuffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true })
  } catch {
    return new TextDecoder('gb18030').decode(bytes)
  }
}
