import { useLanguage } from '../language.ts'
import { FormField } from '../pieces/form-field.tsx'
import { PasswordInput } from '../pieces/password-input.tsx'
import { PasswordStrength } from '../pieces/password-strength.tsx'
import { Choice } from './choice.tsx'
import type { Passwords } from './setup-entry.ts'
import { Step, type StepProps, TextInput } from './step.tsx'

interface AdministratorProps extends StepProps {
  passwords: Passwords
  onPasswords: (part: Partial<Passwords>) => void
}

/** Step three: the first administrator, and how strictly duties are kept apart 三员分立. */
export function AdministratorStep({ passwords, onPasswords, ...step }: AdministratorProps) {
  const { t } = useLanguage()
  return (
    <Step
      numeral="三"
      title={t({ zh: '系统管理员', en: 'Administrator' })}
      says={t({
        zh: '第一个账号，用来建账号、授岗位；开始时兼安全保密员。',
        en: 'The first account, for making accounts and granting posts; also security officer at first.',
      })}
    >
      <TextInput {...step} field="personName" required label={t({ zh: '姓名', en: 'Name' })} autoComplete="name" />
      <TextInput
        {...step}
        field="login"
        required
        label={t({ zh: '登录名', en: 'Login' })}
        autoComplete="username"
        shape={typed => typed.toLowerCase().trim()}
      />
      <FormField
        label={t({ zh: '口令', en: 'Password' })}
        required
        error={step.errors['password']}
        hint={
          <PasswordStrength
            password={passwords.password}
            owner={{ login: step.entry.login, name: step.entry.personName }}
          />
        }
      >
        {control => (
          <PasswordInput
            control={control}
            use="new-password"
            value={passwords.password}
            onChange={password => onPasswords({ password })}
            onBlur={() => step.onLeave('password')}
          />
        )}
      </FormField>
      <FormField label={t({ zh: '再输一次', en: 'Password again' })} required error={step.errors['again']}>
        {control => (
          <PasswordInput
            control={control}
            use="new-password"
            value={passwords.again}
            onChange={again => onPasswords({ again })}
            onBlur={() => step.onLeave('again')}
          />
        )}
      </FormField>
      <SeparationChoice entry={step.entry} change={step.change} />
    </Step>
  )
}

function SeparationChoice({ entry, change }: Pick<StepProps, 'entry' | 'change'>) {
  const { t } = useLanguage()
  return (
    <Choice
      legend={t({ zh: '三员分立', en: 'Separation of duties' })}
      name="separation"
      value={entry.separation}
      onChange={separation => change({ separation })}
      options={[
        {
          value: 'strict',
          title: t({ zh: '严格（应当如此）', en: 'Strict (as it should be)' }),
          says: t({
            zh: '管理的人不办业务、看不到档案；审计的人只做审计。登录后请给另外的人授岗位。',
            en: 'Who administers handles no records and sees none; the auditor only audits. Grant the other posts to other people.',
          }),
        },
        {
          value: 'simplified',
          title: t({ zh: '小单位简化', en: 'Simplified, for a small organisation' }),
          says: t({
            zh: '人手不够时，您还兼档案室负责人；审计员仍须另有其人。保障降低，审计里会一直标明。',
            en: 'Where people are few, you also head the archive room; the auditor stays apart. Less safe, and always shown in the audit.',
          }),
        },
      ]}
    />
  )
}
