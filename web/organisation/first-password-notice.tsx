import { useLanguage } from '../language.ts'
import { CopyButton } from '../pieces/code-cell.tsx'
import { Icon } from '../pieces/icon.tsx'

interface FirstPasswordNoticeProps {
  name: string
  password: string
  onTold: () => void
}

/** The one-time password, shown this once, with how to hand it over. */
export function FirstPasswordNotice({ name, password, onTold }: FirstPasswordNoticeProps) {
  const { t } = useLanguage()
  return (
    <div className="notice notice-due first-password" role="status">
      <Icon name="warning" />
      <div>
        <p>{t({ zh: '首次登录口令，只显示这一次：', en: 'One-time password, shown only now:' })}</p>
        <p className="first-password-text">
          <CopyButton text={password} alone>
            {password} <Icon name="copy" size={16} />
          </CopyButton>
        </p>
        <p className="small">
          {t({
            zh: `请当面告知 ${name}，不要用微信或短信发。第一次登录时必须换成自己的。`,
            en: `Tell ${name} in person, not by message. It must be replaced at the first sign-in.`,
          })}
        </p>
        <button type="button" className="button" onClick={onTold}>
          {t({ zh: '已当面告知', en: 'Told in person' })}
        </button>
      </div>
    </div>
  )
}
