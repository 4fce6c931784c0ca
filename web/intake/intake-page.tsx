import { useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import type { Upload } from '../item/files/upload-queue.ts'
import { FileView, previewOf } from '../item/preview/file-view.tsx'
import { useShortcut } from '../item/shortcut.ts'
import { useLanguage } from '../language.ts'
import { Icon } from '../pieces/icon.tsx'
import { useNarrow } from '../pieces/narrow.ts'
import { Page } from '../pieces/page.tsx'
import { useMayAny } from '../session.ts'
import { IntakeList, type Show, useIntakeList } from './intake-list.tsx'
import type { Registered } from './register.ts'
import { RegisterPane } from './register-pane.tsx'
import '../item/tabs.css'
import '../item/item-page.css'
import './intake.css'

const tabs = [
  { show: undefined, title: { zh: '草稿', en: 'Drafts' } },
  { show: 'numbered', title: { zh: '已编号', en: 'Numbered' } },
  { show: 'all', title: { zh: '全部未归档', en: 'All not filed' } },
] as const

const showOf = (asked: string | undefined): Show => (asked === 'numbered' || asked === 'all' ? asked : 'draft')

/** Intake 整理归档: what is not filed yet, and beside it the form that registers one document after the other. */
export function IntakePage() {
  const { t } = useLanguage()
  const { show: asked, register } = useSearch({ from: '/shell/intake' })
  const show = showOf(asked)
  const narrow = useNarrow()
  const mayRegister = useMayAny()(['item.register'])
  const registering = register !== undefined && mayRegister
  const openForm = useOpenForm()
  const [looking, setLooking] = useState<Upload | null>(null)
  const acts = useIntakeList(show)
  const noteRegistered = useNoteRegistered(acts)
  useShortcut('n', () => openForm(true), mayRegister && !registering)
  const list = (
    <IntakeList
      tabs={<Tabs />}
      {...{ show, acts }}
      beside={registering}
      onRegister={mayRegister ? () => openForm(true) : undefined}
    />
  )
  return (
    <Page
      title={t({ zh: '整理归档', en: 'Intake' })}
      acts={
        mayRegister &&
        !registering && (
          <button type="button" className="button button-seal" aria-keyshortcuts="n" onClick={() => openForm(true)}>
            <Icon name="plus" size={16} />
            {t({ zh: '登记', en: 'Register' })}
            <kbd className="kbd">N</kbd>
          </button>
        )
      }
      filled
    >
      <div className="intake" data-registering={registering || undefined}>
        {!(narrow && registering) && (
          <div className="intake-left">
            {looking && registering ? <Looking upload={looking} onClose={() => setLooking(null)} /> : list}
          </div>
        )}
        {registering && (
          <RegisterPane
            onClose={() => {
              setLooking(null)
              openForm(false)
              focusList()
            }}
            onLook={narrow ? undefined : upload => setLooking(upload)}
            looking={looking?.key}
            onRegistered={registered => {
              setLooking(null)
              noteRegistered(registered)
            }}
          />
        )}
      </div>
    </Page>
  )
}

function Tabs() {
  const { t } = useLanguage()
  return (
    <nav className="tabs" aria-label={t({ zh: '未归档的', en: 'Not filed' })}>
      {tabs.map(tab => (
        <Link
          key={tab.title.en}
          to="/intake"
          search={({ register }) => ({ ...(tab.show && { show: tab.show }), ...(register && { register }) })}
          activeOptions={{ exact: true, includeSearch: true }}
        >
          {t(tab.title)}
        </Link>
      ))}
    </nav>
  )
}

/** Opens and closes the form, as the address says. */
function useOpenForm(): (open: boolean) => void {
  const navigate = useNavigate({ from: '/intake' })
  return open =>
    void navigate({
      search: ({ register: _before, ...others }) => (open ? { ...others, register: '1' } : others),
      replace: !open,
    })
}

/** Puts the keyboard back on the list when the form beside it is gone. */
function focusList() {
  requestAnimationFrame(() => document.querySelector<HTMLElement>('.intake-list tr[tabindex="0"]')?.focus())
}

/** Shows what was just registered above the list, together with what was registered before it in this sitting. */
function useNoteRegistered({ outcome, show }: ReturnType<typeof useIntakeList>): (registered: Registered) => void {
  const queryClient = useQueryClient()
  return registered => {
    const before = outcome?.act === 'register' ? outcome.done : []
    const done = registered.map(one => ({ ...one, code: null }))
    show({ act: 'register', done: [...done.toReversed(), ...before], refused: [] })
    void queryClient.invalidateQueries({ queryKey: ['item.list'] })
    void queryClient.invalidateQueries({ queryKey: ['series.tree'] })
  }
}

/** A file that is about to be registered, beside the form it is described in. */
function Looking({ upload, onClose }: { upload: Upload; onClose: () => void }) {
  const { t } = useLanguage()
  return (
    <div className="intake-looking">
      <header>
        <span title={upload.name}>{upload.name}</span>
        <button type="button" className="button button-quiet" onClick={onClose}>
          {t({ zh: '回到列表', en: 'Back to the list' })}
        </button>
      </header>
      {upload.file && (
        <FileView key={upload.key} name={upload.name} preview={previewOf(upload.file)} source={upload.file} />
      )}
    </div>
  )
}
