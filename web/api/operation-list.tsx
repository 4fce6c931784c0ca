import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useCallback } from 'react'
import { useLanguage } from '../language.ts'
import { FindBox } from '../organisation/find-box.tsx'
import { type ApiOperation, fits } from './description.ts'
import { nounTitle } from './nouns.ts'

interface OperationListProps {
  operations: readonly ApiOperation[]
  current: string | undefined
}

/** Every operation under its noun, found as one types. */
export function OperationList({ operations, current }: OperationListProps) {
  const { t } = useLanguage()
  const { q = '' } = useSearch({ from: '/shell/api-docs' })
  const navigate = useNavigate({ from: '/api-docs' })
  const find = useCallback(
    (text: string) =>
      void navigate({
        search: ({ q: _before, ...others }) => (text ? { ...others, q: text } : others),
        replace: true,
      }),
    [navigate],
  )
  const found = operations.filter(operation => fits(operation, nounTitle(operation.noun), q))
  const groups = Map.groupBy(found, ({ noun }) => noun)
  return (
    <nav className="api-list" aria-label={t({ zh: '接口', en: 'Operations' })}>
      <FindBox
        name={t({ zh: '找接口', en: 'Find an operation' })}
        placeholder={t({ zh: '名称、字段、规则', en: 'Name, field, rule' })}
        asked={q}
        onFind={find}
      />
      <div className="api-groups">
        {q === '' && (
          <Link
            to="/api-docs"
            search={{}}
            className="api-line"
            activeOptions={{ exact: true, includeSearch: true }}
            aria-current={current === undefined ? 'page' : undefined}
          >
            {t({ zh: '怎样调用', en: 'How to call' })}
          </Link>
        )}
        {[...groups].map(([noun, its]) => (
          <OperationGroup key={noun} noun={noun} operations={its} current={current} />
        ))}
        {operations.length > 0 && found.length === 0 && (
          <p className="faint api-none">
            {t({ zh: '没有找到，换个词试试。', en: 'Nothing found; try another word.' })}
          </p>
        )}
      </div>
    </nav>
  )
}

function OperationGroup({ noun, operations, current }: OperationListProps & { noun: string }) {
  const { t } = useLanguage()
  return (
    <section aria-label={t(nounTitle(noun))}>
      <h2>{t(nounTitle(noun))}</h2>
      {operations.map(({ name, title }) => (
        <Link
          key={name}
          to="/api-docs"
          search={before => ({ ...before, operation: name })}
          className="api-line"
          activeOptions={{ exact: true, includeSearch: true }}
          aria-current={current === name ? 'page' : undefined}
        >
          <span>{t(title)}</span>
          <code>{name}</code>
        </Link>
      ))}
    </section>
  )
}
