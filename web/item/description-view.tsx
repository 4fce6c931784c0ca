import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { openness } from '../../domain/holdings/description.ts'
import { missingForFiling } from '../../domain/holdings/item-life.ts'
import { readRetention, retentionEnd } from '../../domain/holdings/retention.ts'
import { describeField, type FieldValue, formatField } from '../../domain/kinds/index.ts'
import { BondsSection } from '../arrangement/bonds-section.tsx'
import { momentOf } from '../dates.ts'
import { useLanguage } from '../language.ts'
import { SecrecyTag } from '../pieces/secrecy-tag.tsx'
import { StatusTag } from '../pieces/status-tag.tsx'
import { PlaceOf } from '../repository/place-of.tsx'
import { titleOfRetention } from '../search/series-tree.ts'
import { ExpiryTag } from './expiry-tag.tsx'
import { columnPart, kindSections } from './form/item-parts.ts'
import type { ShownItem } from './item-queries.ts'

/** What an item still lacks before it can be filed, by the name of its column. */
export const lacking = (item: ShownItem['item']): readonly string[] =>
  missingForFiling({ ...item, dated_on: item.date || null }).map(({ en }) => en)

/** All that is written about an item, close together: two columns of names and values under the heads of its kind. */
export function DescriptionView({ shown: { item, kind } }: { shown: ShownItem }) {
  const { language, t } = useLanguage()
  const missing = item.state === 'filed' ? [] : lacking(item)
  const label = (column: Parameters<typeof columnPart>[1]) =>
    describeField(columnPart(kind, column).field, language).title
  const needed = (column: string, value: ReactNode) =>
    missing.includes(column) ? (
      <StatusTag tone="due">{t({ zh: '归档前要填', en: 'needed for filing' })}</StatusTag>
    ) : (
      value
    )
  return (
    <div className="description-view">
      <dl>
        <Cell name={label('documentNo')}>{item.documentNo}</Cell>
        <Cell name={label('creator')}>{needed('creator', item.creator)}</Cell>
        <Cell name={label('date')}>{needed('date', item.date && <span className="tabular">{item.date}</span>)}</Cell>
        <Cell name={t({ zh: '年度', en: 'Year' })}>{item.year}</Cell>
        <Cell name={label('retention')}>
          {t(titleOfRetention(item.retention))}
          <RetentionEnd year={item.year} retention={item.retention} />
        </Cell>
        <Cell name={label('secrecy')}>
          <SecrecyTag secrecy={item.secrecy} />
        </Cell>
        <Cell name={label('pages')}>{needed('pages', item.pages)}</Cell>
        <Cell name={label('copies')}>{item.copies}</Cell>
        <Cell name={t({ zh: '门类', en: 'Kind' })}>{t({ zh: kind.title, en: kind.titleEn ?? kind.title })}</Cell>
        <Cell name={t({ zh: '机构', en: 'Unit' })}>{item.unitName}</Cell>
        <Cell name={t({ zh: '全宗', en: 'Fonds' })}>
          {item.fonds.code} {item.fonds.name}
        </Cell>
        {item.volume && (
          <Cell name={t({ zh: '所在案卷', en: 'Volume' })}>
            <Link to="/volumes/$volumeId" params={{ volumeId: item.volume.id }}>
              {item.volume.code ?? item.volume.title}
            </Link>{' '}
            {t({ zh: `第 ${item.volume.ordinal} 件`, en: `no. ${item.volume.ordinal}` })}
          </Cell>
        )}
        {item.box && (
          <Cell name={t({ zh: '所在盒', en: 'Box' })}>
            <Link to="/boxes/$boxId" params={{ boxId: item.box.id }}>
              {t({ zh: `第 ${item.box.number} 盒`, en: `Box ${item.box.number}` })}
            </Link>
          </Cell>
        )}
        <Cell name={t({ zh: '存放位置', en: 'Stands at' })}>
          <PlaceOf thingId={item.id} />
        </Cell>
        <Cell name={label('openness')}>{opennessTitle(item.openness, t)}</Cell>
        {item.note && (
          <Cell name={label('note')} wide>
            {item.note}
          </Cell>
        )}
      </dl>
      <KindFields item={item} kind={kind} />
      <BondsSection item={item} />
      <p className="faint small">
        {t({
          zh: `${item.registeredBy}登记于 ${momentOf(item.registeredAt)}`,
          en: `Registered by ${item.registeredBy}, ${momentOf(item.registeredAt)}`,
        })}
      </p>
    </div>
  )
}

const opennessTitle = (code: string, t: ReturnType<typeof useLanguage>['t']): string => {
  const known = Object.entries(openness).find(([name]) => name === code)?.[1]
  return known ? t({ zh: known.title, en: known.titleEn }) : code
}

/** The last day it is kept. */
function RetentionEnd({ year, retention }: { year: number; retention: string }) {
  const { t } = useLanguage()
  const code = readRetention(retention)
  const end = code && retentionEnd(year, code)
  return end ? (
    <span className="faint small tabular description-end">{t({ zh: `（至 ${end}）`, en: ` (to ${end})` })}</span>
  ) : null
}

/** The kind's own fields that are filled in, under the heads of their sections, and the names of those that are not. */
function KindFields({ item, kind }: Pick<ShownItem, 'item' | 'kind'>) {
  const { language, t } = useLanguage()
  const valueAt = (path: string) => item.fields[path.slice('fields.'.length)] as FieldValue | undefined
  const sections = kindSections(kind)
  const empty = sections.flatMap(({ parts }) => parts).filter(({ path }) => valueAt(path) === undefined)
  const unasked = empty.filter(({ field }) => !field.retired)
  return (
    <>
      {sections
        .map(section => ({ ...section, parts: section.parts.filter(part => !empty.includes(part)) }))
        .filter(({ parts }) => parts.length > 0)
        .map(({ key, title, parts }) => (
          <section key={key}>
            <h2>{t(title)}</h2>
            <dl>
              {parts.map(({ path, field }) => {
                const text = formatField(field, valueAt(path), language)
                return (
                  <Cell
                    key={path}
                    name={describeField(field, language).title}
                    wide={field.type === 'longtext' || text.length > 28}
                  >
                    {text}
                    {path === 'fields.expiresOn' && (
                      <>
                        {' '}
                        <ExpiryTag expiresOn={text} />
                      </>
                    )}
                  </Cell>
                )
              })}
            </dl>
          </section>
        ))}
      {unasked.length > 0 && (
        <p className="faint small">
          {t({ zh: '未填：', en: 'Empty: ' })}
          {unasked.map(({ field }) => describeField(field, language).title).join(t({ zh: '、', en: ', ' }))}
        </p>
      )}
    </>
  )
}

function Cell({ name, wide = false, children }: { name: string; wide?: boolean; children: ReactNode }) {
  const nothing = children === '' || children === null || children === undefined
  return (
    <div className={wide ? 'description-cell description-cell-wide' : 'description-cell'}>
      <dt>{name}</dt>
      <dd>{nothing ? <span className="faint">—</span> : children}</dd>
    </div>
  )
}
