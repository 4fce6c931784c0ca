import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import { useLanguage } from '../language.ts'
import { Icon } from '../pieces/icon.tsx'
import { useMayAny } from '../session.ts'
import type { useEveryone } from './people.ts'
import { CreateUnit, RenameUnit } from './unit-dialogs.tsx'
import { flat, growUnits, withBelow } from './unit-tree.ts'
import { useUnits } from './units.ts'
import './units-pane.css'

type Open = 'create' | 'rename' | null

/** The units 机构 as a tree with how many people each has; on a phone one choice above the list. */
export function UnitsPane({ everyone }: { everyone: ReturnType<typeof useEveryone> }) {
  const { t } = useLanguage()
  const mayAny = useMayAny()
  const { unit: chosen } = useSearch({ from: '/shell/settings/organisation' })
  const units = useUnits()
  const [open, setOpen] = useState<Open>(null)
  const counts = usePeopleIn(units, everyone.people)
  const unit = units.find(({ id }) => id === chosen)
  const lines = flat(growUnits(units))
  return (
    <div className="units">
      <header>
        <h2>{t({ zh: '机构', en: 'Units' })}</h2>
        {unit && mayAny(['unit.rename']) && (
          <button type="button" className="button-link small" onClick={() => setOpen('rename')}>
            {t({ zh: '更名', en: 'Rename' })}
          </button>
        )}
        {mayAny(['unit.create']) && (
          <button type="button" className="button-link small units-create" onClick={() => setOpen('create')}>
            <Icon name="plus" size={12} />
            {t({ zh: '新建', en: 'New' })}
          </button>
        )}
      </header>
      <UnitChoice lines={lines} />
      <nav className="units-tree" aria-label={t({ zh: '机构', en: 'Units' })}>
        <UnitLink
          depth={0}
          name={t({ zh: '全部', en: 'All' })}
          count={everyone.whole ? everyone.people.length : null}
        />
        {lines.map(({ unit: one, depth }) => (
          <UnitLink
            key={one.id}
            id={one.id}
            depth={depth}
            name={one.name}
            code={one.code}
            count={everyone.whole ? (counts.get(one.id) ?? 0) : null}
          />
        ))}
      </nav>
      {open === 'create' && <CreateUnit units={units} under={unit ?? null} onClose={() => setOpen(null)} />}
      {open === 'rename' && unit && <RenameUnit unit={unit} onClose={() => setOpen(null)} />}
    </div>
  )
}

/** How many people hold a post in each unit or below it. */
function usePeopleIn(units: ReturnType<typeof useUnits>, people: ReturnType<typeof useEveryone>['people']) {
  return useMemo(
    () =>
      new Map(
        units.map(({ id }) => {
          const within = withBelow(units, id)
          return [id, people.filter(({ posts }) => posts.some(({ unitId }) => within.has(unitId))).length]
        }),
      ),
    [units, people],
  )
}

interface UnitLinkProps {
  /** None for the line of all units. */
  id?: string
  depth: number
  name: string
  code?: string
  count: number | null
}

function UnitLink({ id, depth, name, code, count }: UnitLinkProps) {
  const { unit: chosen } = useSearch({ from: '/shell/settings/organisation' })
  return (
    <Link
      to="/settings/organisation"
      search={({ unit: _before, person: _shown, ...others }) => (id ? { ...others, unit: id } : others)}
      className="units-line"
      style={{ '--depth': depth } as React.CSSProperties}
      activeOptions={{ exact: true, includeSearch: true }}
      aria-current={chosen === id ? 'true' : undefined}
    >
      <span className="units-name" title={name}>
        {name}
      </span>
      {code && <span className="faint units-code">{code}</span>}
      <span className="faint tabular units-count">{count}</span>
    </Link>
  )
}

function UnitChoice({ lines }: { lines: ReturnType<typeof flat> }) {
  const { t } = useLanguage()
  const { unit: chosen } = useSearch({ from: '/shell/settings/organisation' })
  const navigate = useNavigate({ from: '/settings/organisation' })
  return (
    <select
      className="input units-choice"
      aria-label={t({ zh: '机构', en: 'Unit' })}
      value={chosen ?? ''}
      onChange={({ target: { value } }) =>
        void navigate({ search: ({ unit: _before, ...others }) => (value ? { ...others, unit: value } : others) })
      }
    >
      <option value="">{t({ zh: '全部机构', en: 'All units' })}</option>
      {lines.map(({ unit, depth }) => (
        <option key={unit.id} value={unit.id}>
          {'　'.repeat(depth)}
          {unit.name}
        </option>
      ))}
    </select>
  )
}
