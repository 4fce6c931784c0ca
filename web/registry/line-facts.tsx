import type { ReactNode } from 'react'
import { directions, lineInput, lineKinds, urgencies } from '../../domain/registry/line-input.ts'
import { momentOf } from '../dates.ts'
import { useLanguage } from '../language.ts'
import { DateText } from '../pieces/date-text.tsx'
import { SecrecyTag } from '../pieces/secrecy-tag.tsx'
import type { Line } from './line-draft.ts'
import { counterparts } from './line-fields.tsx'

/** What is written in a line (S1.1), element by element. */
export function LineFacts({ line }: { line: Line }) {
  const { t } = useLanguage()
  const label = (path: keyof typeof lineInput.shape) => {
    const { title = path, titleEn = path } = lineInput.shape[path].meta() ?? {}
    return t({ zh: title, en: String(titleEn) })
  }
  const of = (table: Readonly<Record<string, { title: string; titleEn: string }>>, code: string) =>
    t({ zh: table[code]?.title ?? code, en: table[code]?.titleEn ?? code })
  return (
    <div className="line-part">
      <dl className="line-facts">
        <Fact name={t({ zh: '收发方向', en: 'Direction' })}>{of(directions, line.direction)}</Fact>
        <Fact name={label('registeredOn')}>
          <DateText date={line.registeredOn} />
        </Fact>
        <Fact name={t(counterparts[line.direction])} wide>
          {line.counterpart}
        </Fact>
        <Fact name={label('documentNo')}>{line.documentNo}</Fact>
        <Fact name={label('datedOn')}>
          <DateText date={line.datedOn} />
        </Fact>
        <Fact name={label('secrecy')}>
          <SecrecyTag secrecy={line.secrecy} />
        </Fact>
        <Fact name={label('urgency')}>{of(urgencies, line.urgency)}</Fact>
        <Fact name={label('copies')}>{line.copies}</Fact>
        <Fact name={label('pages')}>{line.pages}</Fact>
        <Fact name={label('attachments')}>{line.attachments}</Fact>
        <Fact name={label('kind')}>{of(lineKinds, line.kind)}</Fact>
        {line.attachmentNames && (
          <Fact name={label('attachmentNames')} wide>
            {line.attachmentNames}
          </Fact>
        )}
        <Fact name={label('unitId')}>{line.unitName}</Fact>
        <Fact name={label('responsible')}>{line.responsible}</Fact>
        {line.outcome && (
          <Fact name={label('outcome')} wide>
            {line.outcome}
          </Fact>
        )}
        {line.note && (
          <Fact name={label('note')} wide>
            {line.note}
          </Fact>
        )}
        {line.voidReason && (
          <Fact name={t({ zh: '作废原因', en: 'Voided because' })} wide>
            {line.voidReason}
          </Fact>
        )}
      </dl>
      <p className="faint small">
        {t({
          zh: `${line.registeredBy} 登记于 ${momentOf(line.registeredAt)} · ${line.fondsName}`,
          en: `Registered by ${line.registeredBy} at ${momentOf(line.registeredAt)} · ${line.fondsName}`,
        })}
      </p>
    </div>
  )
}

function Fact({ name, wide = false, children }: { name: string; wide?: boolean; children: ReactNode }) {
  return (
    <div data-wide={wide || undefined}>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}
