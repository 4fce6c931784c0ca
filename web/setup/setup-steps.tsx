import type { ReactNode } from 'react'
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

type TextField = 'name' | 'shortName' | 'fondsCode' | 'fondsName' | 'login' | 'personName'

interface TextInputProps extends StepProps {
  field: TextField
  label: string
  hint?: string
  placeholder?: string
  required?: boolean
  autoComplete?: string
  shape?: (typed: string) => string
}

function TextInput({ field, label, hint, placeholder, required = false, autoComplete = 'off', shape, ...step }: TextInputProps) {
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
      <TextInput {...step} field="name" required label={t({ zh: '全称', en: 'Full name' })} autoComplete="organization" />
      <TextInput {...step} field="shortName" label={t({ zh: '简称', en: 'Short name' })} hint={t({ zh: '印在标签上；不填就用全称', en: 'Printed on labels; the full name if left empty' })} />
      <TextInput
        {...step}
        field="fondsCode"
        required
        label={t({ zh: '全宗号', en: 'Fonds code' })}
        hint={t({ zh: '档案馆给的编号；没有就用 A001。归档后不能改', en: 'Given by the public archives; otherwise A001. Fixed once records are filed' })}
        shape={typed => typed.toUpperCase()}
      />
      <TextInput {...step} field="fondsName" label={t({ zh: '全宗名称', en: 'Fonds name' })} placeholder={step.entry.name} hint={t({ zh: '不填就用全称', en: 'The full name if left empty' })} />
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
      says={t({ zh: '门类、类别、保管期限和部门先照模板建好，再按自己的改。', en: 'Kinds, series, retention periods and units come ready-made; change them as you need.' })}
    >
      <Choice
        legend={t({ zh: '我们是', en: 'We are' })}
        name="template"
        value={entry.template}
        onChange={template => change({ template })}
        options={[
          {
            value: 'dairy-farm',
            title: t({ zh: '奶牛场', en: 'A dairy farm' }),
            says: t({ zh: '文书、会计、牛群档案，兽医、繁育、产房、饲养、挤奶厅各部门。', en: 'Documents, accounts and herd records; veterinary, breeding, calving, feeding and parlour units.' }),
          },
          {
            value: 'company',
            title: t({ zh: '公司', en: 'A company' }),
            says: t({ zh: '文书、合同、会计、人事、音像、实物，常用的行政部门。', en: 'Documents, contracts, accounts, personnel, audio-visual and objects; the usual offices.' }),
          },
          {
            value: 'guarantee',
            title: t({ zh: '担保公司', en: 'A guarantee company' }),
            says: t({ zh: '在公司模板上加担保项目档案、反担保资料清单和风险管理部。', en: 'The company template with project records, counter-guarantee checklists and a risk department.' }),
          },
          {
            value: 'real-estate',
            title: t({ zh: '房地产公司', en: 'A real-estate company' }),
            says: t({ zh: '在公司模板上加基建项目、证照和重大决议。', en: 'The company template with construction, certificates and major resolutions.' }),
          },
        ]}
      />
      {entry.template === 'dairy-farm' && (
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
      says={t({ zh: '建部门、建账号的人；看不到档案内容。', en: 'Sets up units and accounts; sees no records.' })}
    >
      <TextInput {...step} field="personName" required label={t({ zh: '姓名', en: 'Name' })} autoComplete="name" />
      <TextInput {...step} field="login" required label={t({ zh: '登录名', en: 'Login' })} autoComplete="username" shape={typed => typed.toLowerCase().trim()} />
      <FormField label={t({ zh: '口令', en: 'Password' })} required error={step.errors['password']} hint={<PasswordStrength password={passwords.password} owner={{ login: step.entry.login, name: step.entry.personName }} />}>
        {control => (
          <PasswordInput control={control} use="new-password" value={passwords.password} onChange={password => onPasswords({ password })} onBlur={() => step.onLeave('password')} />
        )}
      </FormField>
      <FormField label={t({ zh: '再输一次', en: 'Password again' })} required error={step.errors['again']}>
        {control => <PasswordInput control={control} use="new-password" value={passwords.again} onChange={again => onPasswords({ again })} onBlur={() => step.onLeave('again')} />}
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
              zh: '系统管理员、安全保密员、安全审计员由三个人分别担任，都不兼业务岗位。',
              en: 'System administrator, security officer and security auditor are three people, none with a business post.',
            }),
          },
          {
            value: 'simplified',
            title: t({ zh: '小单位简化', en: 'Simplified, for a small organisation' }),
            says: t({
              zh: '人手不够时，管理岗位可由业务人员兼任，审计员仍须另有其人。保障降低，审计页会一直标明。',
              en: 'Where people are few, administration and business may meet in one person; the auditor stays apart. Less safe, and always shown in the audit.',
            }),
          },
        ]}
      />
    </Step>
  )
}
