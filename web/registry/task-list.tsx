import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { client, type Output } from '../../client/client.ts'
import { useLanguage } from '../language.ts'
import { DueText } from '../pieces/date-text.tsx'
import { Empty } from '../pieces/empty.tsx'
import { useKeyset } from '../pieces/keyset.ts'
import { KeysetTable } from '../pieces/keyset-table.tsx'
import { SecrecyTag } from '../pieces/secrecy-tag.tsx'
import { StatusTag } from '../pieces/status-tag.tsx'
import type { Column } from '../pieces/table-column.ts'
import { HandleDialog } from './forward-dialogs.tsx'
import { UrgencyTag } from './line-columns.tsx'

export type Task = Output<'line.tasks'>['tasks'][number]

/** What waits for me 待我办理: forwarded to me or to my unit, the oldest first, handled where it is listed. */
export function TaskList() {
  const { t } = useLanguage()
  const [handling, setHandling] = useState<Task | null>(null)
  const list = useKeyset<Task>({
    key: ['line.tasks'],
    load: async after => {
      const page = await client.ask('line.tasks', after ? { after } : {})
      return { rows: page.tasks, next: page.next }
    },
  })
  return (
    <div className="intake-list">
      <KeysetTable
        name="registry-tasks"
        caption={t({ zh: '待我办理', en: 'Waits for me' })}
        columns={useTaskColumns(setHandling)}
        list={list}
        rowId={task => task.id}
        rowName={task => task.code}
        measure="entry"
        empty={
          <Empty
            title={t({ zh: '没有等您办理的', en: 'Nothing waits for you' })}
            hint={t({
              zh: '分发给您或您的部门的文件列在这里，阅过、办过就不再列。',
              en: 'What is forwarded to you or to your unit is listed here until it is handled.',
            })}
          />
        }
        brief={task => <TaskBrief task={task} onHandle={() => setHandling(task)} />}
      />
      {handling && <HandleDialog forward={handling} lineId={handling.lineId} onClose={() => setHandling(null)} />}
    </div>
  )
}

function TaskTitle({ task }: { task: Task }) {
  return (
    <Link to="/registry/$lineId" params={{ lineId: task.lineId }} title={task.title}>
      {task.title}
    </Link>
  )
}

function HandleButton({ onHandle }: { onHandle: () => void }) {
  const { t } = useLanguage()
  return (
    <button type="button" className="button" onClick={onHandle}>
      {t({ zh: '办理', en: 'Handle' })}
    </button>
  )
}

function TaskBrief({ task, onHandle }: { task: Task; onHandle: () => void }) {
  return (
    <div className="line-brief">
      <TaskTitle task={task} />
      <div>
        <span className="tabular">{task.code}</span>
        <span>{task.counterpart}</span>
        <UrgencyTag urgency={task.urgency} />
        {task.dueOn && <DueText date={task.dueOn} />}
      </div>
      {task.asks && <p>{task.asks}</p>}
      <div>
        <HandleButton onHandle={onHandle} />
      </div>
    </div>
  )
}

function useTaskColumns(onHandle: (task: Task) => void): Column<Task>[] {
  const { t, language } = useLanguage()
  return [
    {
      key: 'code',
      title: t({ zh: '编号', en: 'No.' }),
      width: 108,
      frozen: true,
      cell: task => <span className="tabular">{task.code}</span>,
    },
    { key: 'title', title: t({ zh: '题名', en: 'Title' }), cell: task => <TaskTitle task={task} /> },
    {
      key: 'counterpart',
      title: t({ zh: '来文或收文单位', en: 'Counterpart' }),
      width: 150,
      cell: task => task.counterpart,
    },
    {
      key: 'asks',
      title: t({ zh: '拟办意见', en: 'What is asked' }),
      width: 190,
      cell: task => <span title={task.asks}>{task.asks}</span>,
    },
    { key: 'to', title: t({ zh: '分发给', en: 'To' }), width: 90, cell: task => task.to },
    {
      key: 'due',
      title: t({ zh: '期限', en: 'Due' }),
      width: 176,
      cell: task => task.dueOn && <DueText date={task.dueOn} />,
    },
    {
      key: 'secrecy',
      title: t({ zh: '密级', en: 'Secrecy' }),
      width: language === 'zh' ? 84 : 152,
      cell: task => <SecrecyTag secrecy={task.secrecy} />,
    },
    {
      key: 'read',
      title: t({ zh: '阅', en: 'Read' }),
      width: 72,
      cell: task => task.readAt && <StatusTag tone="done">{t({ zh: '已阅', en: 'read' })}</StatusTag>,
    },
    {
      key: 'act',
      title: t({ zh: '办理', en: 'Act' }),
      width: 84,
      cell: task => <HandleButton onHandle={() => onHandle(task)} />,
    },
  ]
}
