import { momentOf } from '../dates.ts'
import type { Uploads } from '../item/files/use-uploads.ts'
import { counted, useLanguage } from '../language.ts'
import type { Draft } from '../pieces/draft.ts'
import { Icon } from '../pieces/icon.tsx'
import { notify } from '../pieces/notices.tsx'
import type { RegisterDraft } from './register-draft.ts'
import type { useRegister } from './use-register.ts'

/** Says that what was begun earlier on this device was taken up again. */
export function Found({ draft, initial }: { draft: Draft<RegisterDraft>; initial: RegisterDraft }) {
  const { t } = useLanguage()
  if (!draft.foundFrom) return null
  const clear = () => {
    const was = draft.value
    draft.discard({ ...initial, key: was.key })
    notify({
      text: t({ zh: '表单已清空', en: 'The form is empty again' }),
      act: { label: t({ zh: '撤销', en: 'Undo' }), run: () => draft.change(was) },
    })
  }
  return (
    <p className="notice notice-due">
      <span>
        {t({
          zh: `接着 ${momentOf(draft.foundFrom)} 没登记完的这件。`,
          en: `Going on with what was begun at ${momentOf(draft.foundFrom)}.`,
        })}{' '}
        <button type="button" className="button-link" onClick={clear}>
          {t({ zh: '清空重填', en: 'Begin anew' })}
        </button>
      </span>
    </p>
  )
}

interface EachChoiceProps {
  each: boolean
  uploads: Uploads
  onChoose: (each: boolean) => void
}

/** Whether several files are one document or one each. */
export function EachChoice({ each, uploads, onChoose }: EachChoiceProps) {
  const { t } = useLanguage()
  const count = uploads.all.length
  if (count < 2) return null
  return (
    <fieldset className="each-choice small">
      <legend className="aside-from-sight">{t({ zh: '这些文件', en: 'These files' })}</legend>
      <label>
        <input type="radio" name="each" checked={!each} onChange={() => onChoose(false)} />{' '}
        {t({ zh: '合为一件', en: 'One item' })}
      </label>
      <label>
        <input type="radio" name="each" checked={each} onChange={() => onChoose(true)} />{' '}
        {t({ zh: `每个文件登记一件，共 ${count} 件`, en: `One item each, ${count} in all` })}
      </label>
    </fieldset>
  )
}

type FootProps = Pick<ReturnType<typeof useRegister>, 'each' | 'uploads' | 'waiting' | 'send' | 'cancel'>

/** How sending stands, the keys of this form, and the button that registers. */
export function Foot({ each, uploads, waiting, send, cancel }: FootProps) {
  const { t } = useLanguage()
  const left = uploads.all.filter(({ state }) => state !== 'done').length
  return (
    <footer className="item-editor-foot">
      <p className="register-keys faint" role="status">
        {waiting ? (
          <>
            <Icon name="clock" size={14} />{' '}
            {t({ zh: `还有 ${left} 个文件在传，传完自动登记`, en: `${left} files to go, then it is registered` })}{' '}
            <button type="button" className="button-link" onClick={cancel}>
              {t({ zh: '先不', en: 'Not yet' })}
            </button>
          </>
        ) : (
          t({ zh: 'Enter 下一项 · Ctrl D 同上一件 · Esc 收起', en: 'Enter next · Ctrl D as before · Esc close' })
        )}
      </p>
      <button type="submit" className="button button-seal" disabled={send.sending || waiting}>
        {each
          ? t({ zh: `登记 ${counted(uploads.all.length, 'item')}`, en: `Register ${uploads.all.length}` })
          : t({ zh: '登记并继续', en: 'Register, next' })}
        <kbd className="kbd">Ctrl Enter</kbd>
      </button>
    </footer>
  )
}
