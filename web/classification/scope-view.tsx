import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { client } from '../../client/client.ts'
import type { ScopeRow } from '../../domain/holdings/filing-scope.ts'
import { useLanguage } from '../language.ts'
import { ActDialog } from '../organisation/act-dialog.tsx'
import { useUnits } from '../organisation/units.ts'
import { useDraft } from '../pieces/draft.ts'
import { Empty } from '../pieces/empty.tsx'
import { notify } from '../pieces/notices.tsx'
import { RefusalNotice } from '../pieces/refusal-notice.tsx'
import { kindsQuery } from '../search/classification.ts'
import { useMayAny, useMe } from '../session.ts'
import { ScopePaste } from './scope-paste.tsx'
import { ScopeRowDialog } from './scope-row-dialog.tsx'
import { ScopeTable } from './scope-table.tsx'

/** The tables of filing scope 归档范围表, one for every unit together and one for each (S5.4). */
export function ScopeView() {
  const { t } = useLanguage()
  const navigate = useNavigate({ from: '/settings/classification' })
  const { unit = '' } = useSearch({ from: '/shell/settings/classification' })
  const units = useUnits()
  const { data, error } = useQuery({
    queryKey: ['scope.show', unit],
    queryFn: () => client.ask('scope.show', { unitId: unit || null }),
  })
  return (
    <>
      <label className="scope-unit">
        <span>{t({ zh: '机构', en: 'Unit' })}</span>
        <select
          className="input"
          value={unit}
          onChange={({ target: { value } }) =>
            void navigate({ search: ({ unit: _before, ...others }) => (value ? { ...others, unit: value } : others) })
          }
        >
          <option value="">{t({ zh: '各机构通用', en: 'Every unit' })}</option>
          {units.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <RefusalNotice error={error} />
      {data && <ScopeEditor key={unit} unit={unit} saved={data} />}
    </>
  )
}

interface ScopeEditorProps {
  unit: string
  saved: { readonly rows: readonly ScopeRow[]; readonly mark: string }
}

interface ScopeDraft {
  readonly rows: readonly ScopeRow[]
  readonly mark: string
}

type Open = { readonly at?: number } | 'paste' | 'save' | null

function ScopeEditor({ unit, saved }: ScopeEditorProps) {
  const { t } = useLanguage()
  const { personId } = useMe()
  const mayAny = useMayAny()
  const kinds = useQuery(kindsQuery).data?.kinds ?? []
  const draft = useDraft<ScopeDraft>(`scope.${personId}.${unit}`, { rows: saved.rows, mark: saved.mark })
  const [open, setOpen] = useState<Open>(null)
  const { rows } = draft.value
  const changed = JSON.stringify(rows) !== JSON.stringify(saved.rows)
  const set = (next: readonly ScopeRow[]) => draft.change(changed ? { rows: next } : { rows: next, mark: saved.mark })
  const close = () => setOpen(null)
  const may = mayAny(['scope.save'])
  const editing = open !== null && typeof open === 'object' ? open : null
  return (
    <section className="kinds">
      <header>
        <h2>{t({ zh: '归档范围表', en: 'Filing scope' })}</h2>
        <div className="kinds-acts">
          <a className="button" href={client.fileUrl('scope.export', unit ? { unitId: unit } : {})} download>
            {t({ zh: '导出 Excel', en: 'Export to Excel' })}
          </a>
          {may && (
            <>
              <button type="button" className="button" onClick={() => setOpen('paste')}>
                {t({ zh: '从表格粘贴', en: 'Paste from a sheet' })}
              </button>
              <button type="button" className="button" onClick={() => setOpen({})}>
                {t({ zh: '加一行', en: 'New row' })}
              </button>
            </>
          )}
        </div>
      </header>
      {rows.length === 0 ? (
        <Empty
          title={t({ zh: '还没有归档范围', en: 'No filing scope yet' })}
          hint={t({
            zh: '写上要归档什么、归入哪个门类、保管多久；登记时按题名建议，范围以外的要写理由。',
            en: 'Say what is filed, under which kind and for how long: registering then proposes it by the title, and asks for a reason outside of it.',
          })}
        />
      ) : (
        <ScopeTable rows={rows} kinds={kinds} onEdit={may ? at => setOpen({ at }) : undefined} />
      )}
      {may && changed && (
        <div className="scope-save">
          <button
            type="button"
            className="button"
            onClick={() => draft.discard({ rows: saved.rows, mark: saved.mark })}
          >
            {t({ zh: '放弃改动', en: 'Discard changes' })}
          </button>
          <button type="button" className="button button-seal" onClick={() => setOpen('save')}>
            {t({ zh: '保存', en: 'Save' })}
          </button>
        </div>
      )}
      {editing && (
        <ScopeRowDialog
          row={editing.at === undefined ? undefined : rows[editing.at]}
          kinds={kinds}
          onClose={close}
          onSet={row =>
            set(editing.at === undefined ? [...rows, row] : rows.map((one, at) => (at === editing.at ? row : one)))
          }
          onRemove={editing.at === undefined ? undefined : () => set(rows.filter((_, at) => at !== editing.at))}
        />
      )}
      {open === 'paste' && <ScopePaste kinds={kinds} onAdd={more => set([...rows, ...more])} onClose={close} />}
      {open === 'save' && (
        <SaveScope
          {...{ unit, draft: draft.value, before: saved.rows.length }}
          onSaved={mark => draft.discard({ rows, mark })}
          onClose={close}
        />
      )}
    </section>
  )
}

interface SaveScopeProps {
  unit: string
  draft: ScopeDraft
  before: number
  onSaved: (mark: string) => void
  onClose: () => void
}

function SaveScope({ unit, draft, before, onSaved, onClose }: SaveScopeProps) {
  const { t } = useLanguage()
  const queryClient = useQueryClient()
  return (
    <ActDialog
      title={t({ zh: '保存归档范围表', en: 'Save the filing scope' })}
      act={t({ zh: '保存', en: 'Save' })}
      onClose={onClose}
      onAct={async () => {
        const { mark } = await client.tell('scope.save', {
          unitId: unit || null,
          mark: draft.mark,
          rows: [...draft.rows],
        })
        await queryClient.invalidateQueries({ queryKey: ['scope.show'] })
        onSaved(mark)
        notify(t({ zh: '归档范围表已保存', en: 'The filing scope is saved' }))
      }}
    >
      {() => (
        <p>
          {t({
            zh: `原来 ${before} 行，改成 ${draft.rows.length} 行。已登记的不受影响，以后登记按新表。`,
            en: `${before} rows become ${draft.rows.length}. What is registered stays; from now on the new table counts.`,
          })}
        </p>
      )}
    </ActDialog>
  )
}
