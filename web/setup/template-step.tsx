import { organisationTemplates, templateCodes } from '../../domain/setup/templates.ts'
import { useLanguage } from '../language.ts'
import { Choice } from './choice.tsx'
import { Step, type StepProps } from './step.tsx'

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
      {entry.template === 'dairy' && <SampleChoice entry={entry} change={change} />}
    </Step>
  )
}

function SampleChoice({ entry, change }: Pick<StepProps, 'entry' | 'change'>) {
  const { t } = useLanguage()
  return (
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
            zh: '每个岗位都有人，八百多件档案，用来试用和培训；示范人员的口令与下面设的相同。',
            en: 'People in every role and more than 800 items, for trying out and training; they sign in with the password chosen below.',
          }),
        },
      ]}
    />
  )
}
