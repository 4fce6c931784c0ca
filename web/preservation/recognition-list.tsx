import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useEffect } from 'react'
import { client, type Output } from '../../client/client.ts'
import { momentOf } from '../dates.ts'
import { textInWords } from '../item/files/component-text.tsx'
import { counted, useLanguage } from '../language.ts'
import { CodeCell } from '../pieces/code-cell.tsx'
import { Empty } from '../pieces/empty.tsx'
import { useKeyset } from '../pieces/keyset.ts'
import { KeysetTable } from '../pieces/keyset-table.tsx'
import { notify } from '../pieces/notices.tsx'
import { RefusalNotice } from '../pieces/refusal-notice.tsx'
import { useSelection } from '../pieces/selection.ts'
import type { Column } from '../pieces/table-column.ts'
import { ItemLink, useOpenItem } from '../search/item-link.tsx'
import '../item/tabs.css'
import './preservation.css'

type FileRow = Output<'recognition.list'>['files'][number]
type Show = 'open' | 'failed' | 'done'

const shows: Readonly<Record<Show, { zh: string; en: string }>> = {
  open: { zh: '排队和进行中', en: 'Waiting and under way' },
  failed: { zh: '没读出来', en: 'Could not be read' },
  done: { zh: '识别过', en: 'Recognised' },
}

/** What an address asks to see, or what is under way. */
export const showOf = (asked: string | undefined): Show => (asked === 'failed' || asked === 'done' ? asked : 'open')

const soonMs = 2000

/** The queue of recognition: what waits, what could not be read and why, what has been read; each can be stopped or read again. */
export function RecognitionList({ show }: { show: Show }) {
  const { t } = useLanguage()
  const open = useOpenItem()
  const selection = useSelection()
  const list = useKeyset<FileRow>({
    key: ['recognition.list', show],
    load: async after => {
      const page = await client.ask('recognition.list', { show, ...(after && { after }) })
      return { rows: page.files, next: page.next }
    },
  })
  const waiting = useWaiting()
  const act = useAct(selection.clear)
  useFollow(show === 'open' && list.rows.length > 0)
  return (
    <>
      <RefusalNotice error={act.error} />
      <KeysetTable
        name="recognition"
        caption={t(shows[show])}
        columns={useColumns(show)}
        list={list}
        rowId={row => row.componentId}
        rowName={row => row.name}
        measure="copy"
        tools={<Tabs show={show} waiting={waiting} />}
        empty={<NothingHere show={show} />}
        brief={row => <FileBrief row={row} />}
        onOpen={id => {
          const row = list.rows.find(({ componentId }) => componentId === id)
          if (row) open(row.itemId, { file: id, find: '' })
        }}
        selection={selection}
        bulkActs={ids => (
          <button
            type="button"
            className="button"
            disabled={act.isPending}
            onClick={() => act.mutate({ name: show === 'open' ? 'recognition.cancel' : 'recognition.rerun', ids })}
          >
            {show === 'open' ? t({ zh: '停下', en: 'Stop' }) : t({ zh: '重新识别', en: 'Read again' })}
          </button>
        )}
      />
    </>
  )
}

function useAct(onDone: () => void) {
  const { t } = useLanguage()
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: ({ name, ids }: { name: 'recognition.cancel' | 'recognition.rerun'; ids: readonly string[] }) =>
      client.tell(name, { componentIds: [...ids] }),
    onSuccess: async ({ done, refused }) => {
      onDone()
      const [first] = refused
      notify(first?.message ?? t({ zh: `已办 ${done.length} 个文件`, en: `Done for ${counted(done.length, 'copy')}` }))
      await queryClient.invalidateQueries({ queryKey: ['recognition.list'] })
    },
  })
}

/** Pages of the whole house that wait. */
const useWaiting = () =>
  useQuery({
    queryKey: ['recognition.list', 'waiting'],
    queryFn: async () => (await client.ask('recognition.list', { limit: 1 })).pagesWaiting,
    refetchInterval: soonMs,
  }).data ?? 0

/** Asks again while something is under way. */
function useFollow(atWork: boolean) {
  const queryClient = useQueryClient()
  useEffect(() => {
    if (!atWork) return
    const timer = setInterval(
      () => void queryClient.invalidateQueries({ queryKey: ['recognition.list', 'open'] }),
      soonMs,
    )
    return () => clearInterval(timer)
  }, [atWork, queryClient])
}

function useColumns(show: Show): Column<FileRow>[] {
  const { t } = useLanguage()
  const ended = { key: 'ended', title: t({ zh: '完成时间', en: 'Ended' }), width: 150 }
  return [
    {
      key: 'name',
      title: t({ zh: '电子文件', en: 'File' }),
      width: 220,
      cell: row => (
        <ItemLink itemId={row.itemId} inList place={{ file: row.componentId, find: '' }}>
          <span title={row.name}>{row.name}</span>
        </ItemLink>
      ),
    },
    { key: 'title', title: t({ zh: '题名', en: 'Title' }), cell: row => <span title={row.title}>{row.title}</span> },
    { key: 'code', title: t({ zh: '档号', en: 'Code' }), width: 190, cell: row => <CodeCell code={row.code} /> },
    { key: 'state', title: t({ zh: '文字', en: 'Text' }), width: 250, cell: row => <FileState row={row} /> },
    ...(show === 'done' ? [{ ...ended, cell: (row: FileRow) => (row.endedAt ? momentOf(row.endedAt) : '') }] : []),
  ]
}

function FileState({ row }: { row: FileRow }) {
  const { t } = useLanguage()
  const { pages, textState } = row
  const words = t(textInWords(row))
  return (
    <span className="recognition-state" title={words}>
      {textState === 'scanned' && pages && (
        <progress aria-label={row.name} max={pages.all} value={pages.done + pages.failed} />
      )}
      <span>{words}</span>
    </span>
  )
}

function FileBrief({ row }: { row: FileRow }) {
  return (
    <div className="item-brief">
      <ItemLink itemId={row.itemId} inList place={{ file: row.componentId, find: '' }}>
        {row.name}
      </ItemLink>
      <div>{row.title}</div>
      <div>
        <FileState row={row} />
      </div>
    </div>
  )
}

function Tabs({ show, waiting }: { show: Show; waiting: number }) {
  const { t } = useLanguage()
  return (
    <>
      <nav className="tabs" aria-label={t({ zh: '文字识别', en: 'Recognition' })}>
        {(Object.keys(shows) as Show[]).map(one => (
          <Link
            key={one}
            to="/preservation"
            search={one === 'open' ? {} : { show: one }}
            activeOptions={{ exact: true, includeSearch: true }}
            aria-current={one === show ? 'page' : undefined}
          >
            {t(shows[one])}
          </Link>
        ))}
      </nav>
      {waiting > 0 && (
        <span className="small faint tabular" role="status">
          {t({
            zh: `全部还有 ${counted(waiting, 'page')}在等`,
            en: `${counted(waiting, 'page')} wait altogether`,
          })}
        </span>
      )}
    </>
  )
}

const nothing = {
  open: {
    title: { zh: '没有在等的', en: 'Nothing waits' },
    hint: {
      zh: '上传扫描件（图片，或没有文字的 PDF）后，它们自动排到这里。',
      en: 'Scans – pictures, or PDFs without text – line up here by themselves once they are uploaded.',
    },
  },
  failed: {
    title: { zh: '都读出来了', en: 'Everything could be read' },
    hint: {
      zh: '损坏、加了口令或太大的文件会列在这里，并写明原因。',
      en: 'Damaged, locked or oversized files are listed here with the reason.',
    },
  },
  done: {
    title: { zh: '还没有识别过', en: 'Nothing recognised yet' },
    hint: { zh: '识别完的扫描件列在这里。', en: 'Scans that have been read are listed here.' },
  },
} as const

function NothingHere({ show }: { show: Show }) {
  const { t } = useLanguage()
  return <Empty title={t(nothing[show].title)} hint={t(nothing[show].hint)} />
}
