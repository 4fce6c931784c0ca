import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { fixityFaults } from '../../domain/preservation/fixity.ts'
import { counted, useLanguage } from '../language.ts'
import { CodeCell } from '../pieces/code-cell.tsx'
import { MomentText } from '../pieces/date-text.tsx'
import { StatusTag } from '../pieces/status-tag.tsx'
import { ItemLink } from '../search/item-link.tsx'
import { Pile } from '../workbench/pile.tsx'
import { type Damaged, damagedQuery } from './fixity-queries.ts'

/** What fixity checks found damaged 存储损坏 and nobody has mended yet; where all is sound, no pile (S5.5). */
export function DamagedPile({ shown = 8 }: { shown?: number }) {
  const { t } = useLanguage()
  const { data, error } = useQuery(damagedQuery)
  const damaged = data?.damaged ?? []
  if (damaged.length === 0 && !error) return null
  return (
    <Pile
      title={t({ zh: '存储有损坏', en: 'Damage in the store' })}
      count={
        <Link to="/preservation/fixity">{counted(data?.next ? `${damaged.length}+` : damaged.length, 'entry')}</Link>
      }
      error={error}
      empty=""
    >
      {damaged.slice(0, shown).map(row => (
        <DamagedRow key={row.thing} row={row} />
      ))}
    </Pile>
  )
}

function DamagedRow({ row: { thing, named, faults, foundAt } }: { row: Damaged }) {
  const { t } = useLanguage()
  const [first] = faults
  const words = first && t(fixityFaults[first.fault])
  const files = faults.map(({ path }) => path).filter(Boolean)
  return (
    <tr>
      <td className="pile-code">
        <CodeCell code={named ? named.code : t({ zh: '（无权查看）', en: '(not for you to see)' })} />
      </td>
      <th scope="row" title={named?.title}>
        {thing.startsWith('item_') && named ? (
          <ItemLink itemId={thing}>
            <span className="pile-title">{named.title}</span>
          </ItemLink>
        ) : (
          named?.title
        )}
      </th>
      <td title={files.join('\n') || undefined}>
        <StatusTag tone="late">
          {faults.length > 1
            ? t({ zh: `${words}等 ${faults.length} 处`, en: `${words}, ${faults.length} faults` })
            : words}
        </StatusTag>{' '}
        <span className="faint">{files[0]?.split('/').at(-1)}</span>
      </td>
      <td className="pile-moment">
        <MomentText at={foundAt} />
      </td>
    </tr>
  )
}
