import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { client } from '../../client/client.ts'
import { FileDrop } from '../item/files/file-drop.tsx'
import { type Stopped, sendUpload } from '../item/files/send-upload.ts'
import { counted, useLanguage, type Wording } from '../language.ts'
import { DateText } from '../pieces/date-text.tsx'
import { Empty } from '../pieces/empty.tsx'
import { Page } from '../pieces/page.tsx'
import { RefusalNotice } from '../pieces/refusal-notice.tsx'
import { useMayAny } from '../session.ts'
import { importsQuery } from './import-queries.ts'
import { stateWords } from './import-words.ts'
import './import.css'

/** Imports 导入: a register is dropped here; below, those of before. */
export function ImportPage() {
  const { t } = useLanguage()
  const imports = useQuery(importsQuery)
  const mayRun = useMayAny()(['import.run'])
  const list = <ImportList imports={imports.data?.imports ?? []} />
  return (
    <Page
      title={t({ zh: '导入', en: 'Import' })}
      lead={t({
        zh: '把去年的 Excel 或 CSV 登记簿搬进来：先核对各列，再检查，全部无误才登记。',
        en: 'Move a register in from Excel or CSV: match its columns, check it, and register all of it or nothing.',
      })}
    >
      <RefusalNotice error={imports.error} />
      {mayRun ? <Opening>{list}</Opening> : list}
    </Page>
  )
}

const stopWords: Readonly<Record<Stopped['why'], Wording>> = {
  offline: { zh: '连不上服务器，没有传完。', en: 'The server cannot be reached; the file was not sent.' },
  session: { zh: '登录已过期，请重新登录后再传。', en: 'The session is over; sign in and send it again.' },
  refused: { zh: '服务器没有收下这个文件。', en: 'The server did not take this file.' },
}

/** Takes a register wherever on the page it is dropped, and goes on to it. */
function Opening({ children }: { children: React.ReactNode }) {
  const { t } = useLanguage()
  const navigate = useNavigate()
  const queries = useQueryClient()
  const [sent, setSent] = useState<{ name: string; share: number } | null>(null)
  const [error, setError] = useState<unknown>(null)
  const [stopped, setStopped] = useState('')
  const open = ([file]: readonly File[]) => {
    if (!file) return
    setError(null)
    setStopped('')
    setSent({ name: file.name, share: 0 })
    sendUpload(file, {
      onProgress: bytes => setSent({ name: file.name, share: bytes / Math.max(1, file.size) }),
      onStopped: why => {
        setSent(null)
        setStopped(why.why === 'refused' && why.says ? why.says : t(stopWords[why.why]))
      },
      onDone: uploadId => {
        client
          .tell('import.open', { uploadId })
          .then(async ({ importId }) => {
            await queries.invalidateQueries({ queryKey: importsQuery.queryKey })
            await navigate({ to: '/import/$importId', params: { importId } })
          })
          .catch((reason: unknown) => {
            setSent(null)
            setError(reason)
          })
      },
    })
  }
  return (
    <FileDrop
      className="import-drop"
      onFiles={open}
      hint={t({ zh: '.xlsx、.csv，拖到这里也行', en: '.xlsx or .csv; dropping it here will do' })}
    >
      {sent && (
        <p role="status">
          {t({ zh: `正在上传“${sent.name}”`, en: `Sending “${sent.name}”` })}
          <progress aria-label={sent.name} max={1} value={sent.share} />
        </p>
      )}
      {stopped && (
        <p className="form-field-error" role="alert">
          {stopped}
        </p>
      )}
      <RefusalNotice error={error} />
      {children}
    </FileDrop>
  )
}

interface ImportListProps {
  imports: readonly {
    id: string
    name: string
    state: keyof typeof stateWords
    openedAt: string
    items: number | null
  }[]
}

function ImportList({ imports }: ImportListProps) {
  const { t } = useLanguage()
  if (imports.length === 0)
    return (
      <Empty
        title={t({ zh: '还没有导入过', en: 'Nothing imported yet' })}
        hint={t({
          zh: '选一个登记簿开始。列的次序随意，表头上面有标题行也可以。',
          en: 'Choose a register to begin. Its columns may stand in any order, with titles above them.',
        })}
      />
    )
  return (
    <ul className="import-list" aria-label={t({ zh: '导入记录', en: 'Imports' })}>
      {imports.map(({ id, name, state, openedAt, items }) => (
        <li key={id}>
          <Link to="/import/$importId" params={{ importId: id }}>
            {name}
          </Link>
          <span data-state={state}>{t(stateWords[state])}</span>
          <span className="tabular">{items === null ? '' : counted(items, 'item')}</span>
          <DateText date={openedAt} />
        </li>
      ))}
    </ul>
  )
}
