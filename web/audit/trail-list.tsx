import { useSearch } from '@tanstack/react-router'
import { useMemo } from 'react'
import { useLanguage } from '../language.ts'
import { Empty } from '../pieces/empty.tsx'
import { KeysetTable } from '../pieces/keyset-table.tsx'
import type { Column } from '../pieces/table-column.ts'
import { ExactTime } from './exact-time.tsx'
import { isByPerson, type Names, objectOf, whoOf } from './names.ts'
import { sentenceOf } from './sentence.ts'
import { type Entry, useTrail } from './trail.ts'
import { TrailFilters } from './trail-filters.tsx'

interface TrailListProps {
  names: Names
  onOpen: (seq: string) => void
}

/** The entries of the trail, newest first, each as a sentence. */
export function TrailList({ names, onOpen }: TrailListProps) {
  const { t } = useLanguage()
  const { entry, ...filter } = useSearch({ from: '/shell/audit' })
  const columns = useColumns(names, entry !== undefined)
  const brief = useMemo(() => (row: Entry) => <Brief entry={row} names={names} />, [names])
  return (
    <KeysetTable
      name="trail"
      caption={t({ zh: '审计记录', en: 'Audit trail' })}
      columns={columns}
      list={useTrail(filter)}
      rowId={({ seq }) => String(seq)}
      rowName={({ seq }) => t({ zh: `第 ${seq} 条`, en: `entry ${seq}` })}
      measure="entry"
      brief={brief}
      onOpen={onOpen}
      current={entry}
      empty={
        <Empty
          title={t({ zh: '没有这样的记录', en: 'No such entries' })}
          hint={t({
            zh: '放宽时间，或去掉人、事、对象的条件。',
            en: 'Widen the dates, or drop who, what or the object.',
          })}
        />
      }
      tools={<TrailFilters names={names} />}
    />
  )
}

function useColumns(names: Names, panelOpen: boolean): Column<Entry>[] {
  const { t, language } = useLanguage()
  return useMemo(() => {
    const title = (zh: string, en: string) => t({ zh, en })
    const who: Column<Entry> = {
      key: 'who',
      title: title('谁', 'Who'),
      width: language === 'zh' ? 116 : 148,
      cell: entry => <span className={isByPerson(entry) ? '' : 'faint'}>{t(whoOf(entry, names))}</span>,
    }
    const what: Column<Entry> = {
      key: 'what',
      title: title('做了什么', 'Did what'),
      cell: entry => <What entry={entry} names={names} />,
    }
    const object: Column<Entry> = {
      key: 'object',
      title: title('对象', 'Object'),
      width: 200,
      cell: entry => <span title={entry.subject}>{t(objectOf(entry, names))}</span>,
    }
    return [
      { key: 'seq', title: title('序号', 'No.'), width: 76, align: 'end', frozen: true, cell: ({ seq }) => seq },
      { key: 'at', title: title('时间', 'Time'), width: 162, frozen: true, cell: ({ at }) => <ExactTime at={at} /> },
      who,
      what,
      ...(panelOpen
        ? []
        : [
            object,
            { key: 'address', title: title('地址', 'Address'), width: 128, cell: (entry: Entry) => entry.address },
          ]),
      {
        key: 'operation',
        title: title('操作', 'Operation'),
        width: 160,
        spare: true,
        cell: ({ operation }) => operation,
      },
      {
        key: 'request',
        title: title('请求号', 'Request'),
        width: 300,
        spare: true,
        cell: ({ requestId }) => requestId,
      },
    ]
  }, [t, language, names, panelOpen])
}

const alarming = new Set(['access.denied', 'session.refused', 'password.refused'])

/** What was done, as a sentence; refused attempts are marked, since they are what one looks for. */
function What({ entry, names }: { entry: Entry; names: Names }) {
  const { t } = useLanguage()
  const words = t(sentenceOf(entry, names))
  return (
    <span title={words} className={alarming.has(entry.event) ? 'trail-refused' : ''}>
      {words}
    </span>
  )
}

function Brief({ entry, names }: { entry: Entry; names: Names }) {
  const { t } = useLanguage()
  return (
    <div className="trail-brief">
      <span className="small faint">
        <ExactTime at={entry.at} /> · {entry.address}
      </span>
      <span className="small faint tabular">{entry.seq}</span>
      <p>
        <b>{t(whoOf(entry, names))}</b> <What entry={entry} names={names} />
      </p>
    </div>
  )
}
