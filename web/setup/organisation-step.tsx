import { useLanguage } from '../language.ts'
import { Step, type StepProps, TextInput } from './step.tsx'

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
