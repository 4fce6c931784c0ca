import { useEffect, useRef } from 'react'
import { isComposing } from '../ime.ts'
import { FileDrop } from '../item/files/file-drop.tsx'
import { UploadList } from '../item/files/upload-list.tsx'
import type { Upload } from '../item/files/upload-queue.ts'
import { DescriptionForm } from '../item/form/description-form.tsx'
import type { FormChoices } from '../item/form/form-choices.ts'
import { useLanguage } from '../language.ts'
import { DeskForm } from '../pieces/desk-form.tsx'
import { RefusalNotice } from '../pieces/refusal-notice.tsx'
import { FileTitles } from './file-titles.tsx'
import type { Registered } from './register.ts'
import { titleOf, withFiles } from './register-draft.ts'
import { EachChoice, Foot, Found } from './register-parts.tsx'
import { ScopePart } from './scope-part.tsx'
import { useRegister } from './use-register.ts'

interface RegisterFormProps {
  choices: FormChoices
  onClose: () => void
  /** Shows a file beside the form. */
  onLook: ((upload: Upload) => void) | undefined
  looking: string | undefined
  onRegistered: (registered: Registered) => void
}

/** Registers 登记 one document after the other: files dropped, described, sent with Ctrl+Enter, and the next form stands ready. */
export function RegisterForm({ choices, onClose, onLook, looking, onRegistered }: RegisterFormProps) {
  const { t } = useLanguage()
  const frame = useRef<HTMLDivElement>(null)
  const registering = useRegister({
    choices,
    onRegistered(registered) {
      onRegistered(registered)
      focusTitle(frame.current)
    },
  })
  const { draft, uploads, form, change, checks, kind, year, previous, each, send } = registering
  useEffect(() => focusTitle(frame.current), [])
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: hears the Escape of the form it holds
    <div
      ref={frame}
      className="register-form"
      onKeyDown={event => {
        if (event.key !== 'Escape' || isComposing(event) || closesFirst(event.target)) return
        event.preventDefault()
        onClose()
      }}
    >
      <DeskForm className="item-editor" onSend={() => checks.pass() && registering.request()}>
        <div className="item-editor-body">
          <Found draft={draft} initial={registering.initial} />
          <FileDrop
            onFiles={files => {
              uploads.add(files)
              draft.change(withFiles(draft.value, files))
            }}
            hint={t({ zh: '或把扫描件拖到、粘贴到这里', en: 'or drop or paste the scans here' })}
          >
            <UploadList {...{ uploads, onLook, looking }} onSignIn={() => send.signIn(uploads.resume)} />
            <EachChoice {...{ each, uploads }} onChoose={chosen => draft.change({ each: chosen })} />
          </FileDrop>
          <DescriptionForm
            {...{ form, change, checks, kind, choices, year, previous }}
            place="open"
            filePages={uploads.pages}
            titles={each && <FileTitles {...{ uploads, draft, checks }} />}
            scope={
              <ScopePart
                {...{ form, change, choices }}
                titles={each ? uploads.all.map(upload => titleOf(upload, draft.value.titles)) : [form.title]}
                reason={draft.value.outsideScope}
                onReason={outsideScope => draft.change({ outsideScope })}
              />
            }
          />
        </div>
        <RefusalNotice error={send.error} />
        <Foot {...registering} />
      </DeskForm>
      {send.dialog}
    </div>
  )
}

/** A choice list or a dialog that is open closes first. */
const closesFirst = (target: EventTarget) =>
  target instanceof HTMLElement && (target.closest('dialog') !== null || target.matches('select, input[list]'))

/** Puts the keyboard on the title, with the place for files in sight above it. */
function focusTitle(frame: HTMLElement | null) {
  requestAnimationFrame(() => {
    frame?.querySelector<HTMLElement>('[data-path="title"], [data-path^="titles."]')?.focus({ preventScroll: true })
    frame?.querySelector('.item-editor-body')?.scrollTo({ top: 0 })
  })
}
