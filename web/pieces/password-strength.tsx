import { passwordProblems } from '../../domain/access/password.ts'
import { useLanguage } from '../language.ts'
import './password-strength.css'

interface PasswordStrengthProps {
  password: string
  owner: { login: string; name: string }
}

const longPhrase = 16

/** How good the password typed so far is, in a word and three strokes: refused, accepted, or long enough to be hard to guess. */
export function PasswordStrength({ password, owner }: PasswordStrengthProps) {
  const { t } = useLanguage()
  const problems = passwordProblems(password, owner)
  const strength = password === '' ? 0 : problems.length > 0 ? 1 : password.length < longPhrase ? 2 : 3
  const words = [
    t({
      zh: '至少 10 位，混用三种字符；或 16 位以上的一句话',
      en: '10 characters of three sorts, or a phrase of 16 or more',
    }),
    t({ zh: '还不行', en: 'Not yet' }),
    t({ zh: '可以', en: 'Fair' }),
    t({ zh: '强', en: 'Strong' }),
  ]
  return (
    <span className="password-strength" data-strength={strength}>
      <span className="password-strokes" aria-hidden="true">
        <i />
        <i />
        <i />
      </span>
      <span>{words[strength]}</span>
    </span>
  )
}
