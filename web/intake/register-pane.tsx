import type { Upload } from '../item/files/upload-queue.ts'
import { useFormChoices } from '../item/form/form-choices.ts'
import { useLanguage } from '../language.ts'
import { Icon } from '../pieces/icon.tsx'
import { RefusalNotice } from '../pieces/refusal-notice.tsx'
import type { Registered } from './register.ts'
import { RegisterForm } from './register-form.tsx'

interface RegisterPaneProps {
  onClose: () => void
  onLook: ((upload: Upload) => void) | undefined
  looking: string | undefined
  onRegistered: (registered: Registered) => void
}

/** Where documents are registered, beside the list they come into. */
export function RegisterPane(props: RegisterPaneProps) {
  const { t } = useLanguage()
  const { choices, error } = useFormChoices()
  return (
    <section className="register-pane" aria-labelledby="register-title">
      <header>
        <h2 id="register-title">{t({ zh: '登记', en: 'Register' })}</h2>
        <button
          type="button"
          className="button button-quiet button-icon"
          aria-label={t({ zh: '收起（Esc），填的内容留着', en: 'Close (Esc); what is typed stays' })}
          title={t({ zh: '收起（Esc），填的内容留着', en: 'Close (Esc); what is typed stays' })}
          onClick={props.onClose}
        >
          <Icon name="cross" size={16} />
        </button>
      </header>
      <RefusalNotice error={error} />
      {choices ? (
        choices.fonds.length > 0 ? (
          <RegisterForm choices={choices} {...props} />
        ) : (
          <p className="faint">
            {t({
              zh: '没有可收的全宗，请档案室负责人先建立。',
              en: 'No fonds takes anything in; the head of the archive has to create one.',
            })}
          </p>
        )
      ) : (
        !error && <p className="faint">{t({ zh: '正在打开…', en: 'Opening…' })}</p>
      )}
    </section>
  )
}
