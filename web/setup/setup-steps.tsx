import type { ReactNode } from 'react'
import { organisationTemplates, templateCodes } from '../../domain/setup/templates.ts'
import { useLanguage } from '../language.ts'
import { FormField } from '../pieces/form-field.tsx'
import { PasswordInput } from '../pieces/password-input.tsx'
import { PasswordStrength } from '../pieces/password-strength.tsx'
import { Choice } from './choice.tsx'
import type { Passwords, SetupEntry } from './setup-entry.ts'

export interface StepProps {
  entry: SetupEntry
  change: (part: Partial<SetupEntry>) => void
  errors: Readonly<Record<string, string>>
  onLeave: (field: string) => void
}

interface StepFrameProps {
  numeral: string
  title: string
  says: string
  children: ReactNode
}

function Step({ numeral, title, says, children }: StepFrameProps) {
  return (
    <section className="setup-step">
      <div className="setup-step-head">
        <span className="setup-numeral" aria-hidden="true">
          {numeral}
        </span>
        <h2>{title}</h2>
        <p className="faint small">{says}</p>
      </div>
      <div className="setup-step-body">{children}</div>
    </section>
  )
}

type TextField = 'name' | 'fondsCode' | 'fondsName' | 'login' | 'personName'

interface TextInputProps extends StepProps {
  field: TextField
  label: string
  hint?: string
  placeholder?: string
  required?: boolean
  autoComplete?: string
  shape?: (typed: string) => string
}

function TextInput({
  field,
  label,
  hint,
  placeholder,
  required = false,
  autoComplete = 'off',
  shape,
  ...step
}: TextInputProps) {
  return (
    <FormField label={label} required={required} hint={hint} error={step.errors[field]}>
      {control => (
        <input
          {...control}
          className="input"
          autoComplete={autoComplete}
          placeholder={placeholder}
          value={step.entry[field]}
          onChange={event => step.change({ [field]: shape ? shape(event.target.value) : event.target.value })}
          onBlur={() => step.onLeave(field)}
        />
      )}
    </FormField>
  )
}

/** Step one: who keeps these archives, and the fonds 全宗 they belong to. */
export function OrganisationStep(step: StepProps) {
  const { t } = useLanguage()
  return (
    <Step
      numeral="一"
      title={t({ zh: '机构', en: 'Organisation' })}
      says={t({ zh: '一个机构的全部档案是一个全宗。', en: 'All the records of one organisation make one fonds.' })}
    >
      <TextInput
        {...step}
        field="name"
        required
        label={t({ zh: '全称', en: 'Full name' })}
        autoComplete="organization"
      />
      <TextInput
        {...step}
        field="fondsCode"
        required
        label={t({ zh: '全宗号', en: 'Fonds code' })}
        hint={t({
          zh: '档案馆给的编号；没有就用 A001。归档后不能改',
          en: 'Given by the public archives; otherwise A001. Fixed once records are filed',
        })}
        shape={typed => typed.toUpperCase()}
      />
      <TextInput
        {...step}
        field="fondsName"
        label={t({ zh: '全宗名称', en: 'Fonds name' })}
        placeholder={step.entry.name}
        hint={t({ zh: '不填就用全称', en: 'The full name if left empty' })}
      />
    </Step>
  )
}

/** Step two: what comes ready-made, and whether a sample farm is wanted. */
export function TemplateStep({ entry, change }: StepProps) {
  const { t } = useLanguage()
  return (
    <Step
      numeral="二"
      title={t({ zh: '模板', en: 'Template' })}
      says={t({
        zh: '先照模板建好部门，以后可以改名、增加。',
        en: 'Units come ready-made; rename and add as you need.',
      })}
    >
      <Choice
        legend={t({ zh: '我们是', en: 'We are' })}
        name="template"
        value={entry.template}
        onChange={template => change({ template })}
        options={templateCodes.map(code => {
          const { title, titleEn, about, aboutEn } = organisationTemplates[code]
          return { value: code, title: t({ zh: title, en: titleEn }), says: t({ zh: about, en: aboutEn }) }
        })}
      />
      {entry.template === 'dairy' && (
        <Choice
          legend={t({ zh: '示范数据', en: 'Sample data' })}
          name="sample"
          value={entry.sample ? 'sample' : 'empty'}
          onChange={value => change({ sample: value === 'sample' })}
          options={[
            {
              value: 'empty',
              title: t({ zh: '从空白开始', en: 'Begin empty' }),
              says: t({ zh: '马上录自己的档案。', en: 'Enter your own records at once.' }),
            },
            {
              value: 'sample',
              title: t({ zh: '装入示范奶牛场', en: 'Load the sample farm' }),
              says: t({
                zh: '每个岗位都有人，五百多件档案，用来试用和培训；示范人员的口令与下面设的相同。',
                en: 'People in every role and more than 500 items, for trying out and training; they sign in with the password chosen below.',
              }),
            },
          ]}
        />
      )}
    </Step>
  )
}

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
      <Choice
        legend={t({ zh: '三员分立', en: 'Separation of duties' })}
        name="separation"
        value={step.entry.separation}
        onChange={separation => step.change({ separation })}
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
    </Step>
  )
}
