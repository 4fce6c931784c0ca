import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { alike, type KindDefinition } from '../../domain/kinds/index.ts'
import { counted, useLanguage } from '../language.ts'
import { useDraft } from '../pieces/draft.ts'
import { Page } from '../pieces/page.tsx'
import { RefusalNotice } from '../pieces/refusal-notice.tsx'
import { useMayAny, useMe } from '../session.ts'
import { CodeTemplates } from './code-templates.tsx'
import { FieldTable } from './field-table.tsx'
import { KindBasics } from './kind-basics.tsx'
import { blankKind } from './kind-draft.ts'
import { methods } from './kind-words.ts'
import { type ShownKind, shownKindsQuery } from './kinds.ts'
import { KindsOfFonds } from './kinds-of-fonds.tsx'
import { PaperTable } from './paper-table.tsx'
import { SaveKind } from './save-kind.tsx'

/** The page of one kind, or of the one about to be added. */
export function KindPage({ code }: { code: string }) {
  const { t } = useLanguage()
  const { data, error } = useQuery(shownKindsQuery)
  const crumbs = [{ title: t({ zh: '门类与分类', en: 'Kinds and classes' }), to: '/settings/classification' }] as const
  const shown = data?.kinds.find(one => one.kind.code === code)
  if (data && (shown || code === 'new')) return <KindEditor shown={shown} all={data.kinds.map(one => one.kind.code)} />
  return (
    <Page title={code === 'new' ? t({ zh: '新增门类', en: 'New kind' }) : code} crumbs={crumbs}>
      <RefusalNotice error={error} />
      {data && <p>{t({ zh: '没有这个门类。', en: 'There is no such kind.' })}</p>}
    </Page>
  )
}

interface KindDraft {
  readonly kind: KindDefinition
  /** Version it was begun from; 0 for a new kind. */
  readonly version: number
}

function KindEditor({ shown, all }: { shown: ShownKind | undefined; all: readonly string[] }) {
  const { t } = useLanguage()
  const navigate = useNavigate()
  const mayAny = useMayAny()
  const { personId } = useMe()
  const saved: KindDraft = { kind: shown?.kind ?? blankKind, version: shown?.version ?? 0 }
  const [initial, setInitial] = useState(saved)
  const draft = useDraft<KindDraft>(`kind.${personId}.${shown?.kind.code ?? 'new'}`, initial)
  const [saving, setSaving] = useState(false)
  const { kind } = draft.value
  const change = (next: KindDefinition) => draft.change({ kind: next })
  const changed = !alike(kind, saved.kind)
  const restart = () => {
    setInitial(saved)
    draft.discard(saved)
  }
  const may = mayAny([shown ? 'kind.extend' : 'kind.define'])
  return (
    <Page
      title={shown ? t({ zh: kind.title, en: kind.titleEn ?? kind.title }) : t({ zh: '新增门类', en: 'New kind' })}
      crumbs={[{ title: t({ zh: '门类与分类', en: 'Kinds and classes' }), to: '/settings/classification' }]}
      lead={shown && <Facts shown={shown} />}
      acts={
        may &&
        changed && (
          <>
            <button type="button" className="button" onClick={restart}>
              {t({ zh: '放弃改动', en: 'Discard changes' })}
            </button>
            <button type="button" className="button button-seal" onClick={() => setSaving(true)}>
              {t({ zh: '保存', en: 'Save' })}
            </button>
          </>
        )
      }
    >
      {changed && draft.value.version !== saved.version && <Outdated onRestart={restart} />}
      {!shown && <KindBasics kind={kind} onChange={change} />}
      <FieldTable kind={kind} saved={shown?.kind} onChange={may ? change : undefined} />
      <PaperTable kind={kind} saved={shown?.kind} onChange={may ? change : undefined} />
      {shown && <KindsOfFonds kind={shown.kind} all={all} />}
      {shown && <CodeTemplates kind={shown.kind} />}
      {saving && (
        <SaveKind
          kind={kind}
          version={draft.value.version}
          shown={shown}
          onClose={() => setSaving(false)}
          onSaved={version => {
            setInitial({ kind, version })
            draft.discard(shown ? { kind, version } : { kind: blankKind, version: 0 })
            if (!shown) void navigate({ to: '/settings/classification', search: { kind: kind.code } })
          }}
        />
      )}
    </Page>
  )
}

function Facts({ shown: { kind, version, items } }: { shown: ShownKind }) {
  const { t } = useLanguage()
  return t({
    zh: `门类代码 ${kind.categoryCode}，${methods[kind.unit].zh}整理，第 ${version} 版，现有 ${counted(items, 'item')}。`,
    en: `Category ${kind.categoryCode}, ${methods[kind.unit].en.toLowerCase()}, version ${version}, ${counted(items, 'item')}.`,
  })
}

function Outdated({ onRestart }: { onRestart: () => void }) {
  const { t } = useLanguage()
  return (
    <div className="notice notice-due" role="status">
      <div>
        {t({
          zh: '这些改动是从旧的一版开始的，门类已有新版本，不能直接保存。',
          en: 'These changes were begun from an older version; there is a newer one, so they cannot be saved as they are.',
        })}{' '}
        <button type="button" className="button-link" onClick={onRestart}>
          {t({ zh: '从新版本重新开始', en: 'Begin from the newer version' })}
        </button>
      </div>
    </div>
  )
}
