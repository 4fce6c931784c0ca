import { Link } from '@tanstack/react-router'
import type { Output } from '../../client/client.ts'
import { urgencies } from '../../domain/registry/line-input.ts'
import { type LineState, lineStates } from '../../domain/registry/line-life.ts'
import { useLanguage } from '../language.ts'
import { DateText } from '../pieces/date-text.tsx'
import { SecrecyTag } from '../pieces/secrecy-tag.tsx'
import { StatusTag, type Tone } from '../pieces/status-tag.tsx'
import type { Column } from '../pieces/table-column.ts'
import { counterparts } from './line-fields.tsx'

export type LineRow = Output<'line.list'>['lines'][number]

const tones: Readonly<Record<LineState, Tone>> = {
  registered: 'plain',
  circulating: 'due',
  done: 'done',
  itemised: 'done',
  voided: 'plain',
}

/** Where a line stands; what is late says so, and what circulates how many have handled it. */
export function LineStateTag({ line }: { line: Pick<LineRow, 'state' | 'overdue' | 'forwards' | 'handled'> }) {
  const { t } = useLanguage()
  const { title, titleEn } = lineStates[line.state]
  const count = line.state === 'circulating' ? ` ${line.handled}/${line.forwards}` : ''
  if (line.overdue) return <StatusTag tone="late">{t({ zh: `逾期${count}`, en: `Overdue${count}` })}</StatusTag>
  return (
    <StatusTag tone={tones[line.state]}>
      {t({ zh: title, en: titleEn })}
      {count}
    </StatusTag>
  )
}

export function UrgencyTag({ urgency }: { urgency: keyof typeof urgencies }) {
  const { t } = useLanguage()
  const { title, titleEn } = urgencies[urgency]
  return urgency === 'ordinary' ? null : (
    <StatusTag tone={urgency === 'flash' ? 'late' : 'due'}>{t({ zh: title, en: titleEn })}</StatusTag>
  )
}

/** The title of a line, as the way to all about it. */
export function LineTitle({ line }: { line: Pick<LineRow, 'id' | 'title' | 'state'> }) {
  return (
    <Link
      to="/registry/$lineId"
      params={{ lineId: line.id }}
      title={line.title}
      className={line.state === 'voided' ? 'line-void' : undefined}
    >
      {line.title}
    </Link>
  )
}

/** The columns of a book in the order of the paper one; fewer where the form stands beside it. */
export function useLineColumns(book: 'received' | 'sent' | 'unit', beside: boolean): Column<LineRow>[] {
  const { t, language } = useLanguage()
  const isChinese = language === 'zh'
  const column = (key: string, title: string, rest: Omit<Column<LineRow>, 'key' | 'title'>) => ({ key, title, ...rest })
  const codeOf = (line: LineRow) => (book === 'unit' ? line.unitCode : line.code)
  const columns = [
    column('code', t({ zh: '编号', en: 'No.' }), {
      width: book === 'unit' ? 132 : 108,
      frozen: true,
      cell: line => <span className="tabular line-code">{codeOf(line)}</span>,
    }),
    column('registeredOn', t({ zh: '登记日期', en: 'Registered' }), {
      width: 96,
      cell: line => <DateText date={line.registeredOn} />,
    }),
    column('counterpart', t(book === 'unit' ? { zh: '来文或收文单位', en: 'Counterpart' } : counterparts[book]), {
      width: 150,
      cell: line => <span title={line.counterpart}>{line.counterpart}</span>,
    }),
    column('documentNo', t({ zh: '文号', en: 'Document no.' }), { width: 148, cell: line => line.documentNo }),
    column('title', t({ zh: '题名', en: 'Title' }), { cell: line => <LineTitle line={line} /> }),
    column('datedOn', t({ zh: '成文日期', en: 'Dated' }), {
      width: 96,
      spare: true,
      cell: line => <DateText date={line.datedOn} />,
    }),
    column('secrecy', t({ zh: '密级、缓急', en: 'Secrecy, urgency' }), {
      width: isChinese ? 150 : 208,
      cell: line => (
        <span className="line-marks">
          <SecrecyTag secrecy={line.secrecy} />
          <UrgencyTag urgency={line.urgency} />
        </span>
      ),
    }),
    column('copies', t({ zh: '份数', en: 'Copies' }), {
      width: 56,
      align: 'end',
      spare: true,
      cell: line => line.copies,
    }),
    column('pages', t({ zh: '页数', en: 'Pages' }), { width: 56, align: 'end', spare: true, cell: line => line.pages }),
    column('attachments', t({ zh: '附件', en: 'Annexes' }), {
      width: 60,
      align: 'end',
      spare: true,
      cell: line => line.attachments || '',
    }),
    column('unit', t({ zh: '承办', en: 'Unit' }), { width: 110, cell: line => line.unitName ?? line.responsible }),
    column('state', t({ zh: '状态', en: 'State' }), {
      width: isChinese ? 112 : 144,
      cell: line => <LineStateTag line={line} />,
    }),
  ]
  return beside ? columns.filter(({ key }) => besideForm.includes(key)) : columns
}

const besideForm = ['code', 'counterpart', 'title', 'state']

/** A line in a few words, for phones. */
export function LineBrief({ line, book }: { line: LineRow; book: string }) {
  return (
    <div className="line-brief">
      <LineTitle line={line} />
      <div>
        <span className="tabular">{book === 'unit' ? line.unitCode : line.code}</span>
        <span>{line.counterpart}</span>
        <DateText date={line.registeredOn} />
        <UrgencyTag urgency={line.urgency} />
        <LineStateTag line={line} />
      </div>
    </div>
  )
}
