import { rules } from '../../domain/shared/rules.ts'
import { type ListedRefusal, refusalAreas, refusalsOf } from './refusal-areas.ts'

type Language = 'zh' | 'en'
const head = '<!-- Made by npm run generate; never edited by hand. -->'

const words = {
  zh: {
    rules: '# 规则\n\n系统拒绝一件事时，会说明是哪条规则。这里写着每条规则要什么、遇到时怎么办。',
    advice: '怎么办',
    refusals: '会看到的提示',
    errors:
      '# 出错代码\n\n接口和命令行的每一次拒绝都带着代码；页面上显示的是“说明”一栏的话，“…”处是当时的内容。状态是 HTTP 状态码。',
    columns: '| 代码 | 状态 | 规则 | 说明 |',
    colon: '：',
  },
  en: {
    rules: '# Rules\n\nA refusal names the rule behind it. Here is what each rule asks, and what to do.',
    advice: 'What to do',
    refusals: 'What it says when it stops you',
    errors:
      '# Error codes\n\nEvery refusal of the API and the command line carries its code; pages show the sentence, with the facts of the moment in place of “…”. Status is the HTTP status.',
    columns: '| Code | Status | Rule | Says |',
    colon: ': ',
  },
} as const

/** The sentence with a mark for what is only known when it is said. */
const sentence = (refusal: ListedRefusal, language: Language): string =>
  refusal[language].replace(/\{\w+\}/g, '…').replaceAll('|', '\\|')

/** The guide's page of rules, each with an anchor that refusals link to. */
export function rulesPage(language: Language): string {
  const { rules: opening, advice, refusals, colon } = words[language]
  const sections = Object.entries(rules).map(([id, rule]) => {
    const [title, asks, todo] =
      language === 'zh' ? [rule.title, rule.zh, rule.adviceZh] : [rule.titleEn, rule.en, rule.adviceEn]
    const stopping = refusalsOf(id).map(
      refusal => `- ${sentence(refusal, language)} [\`${refusal.code}\`](errors.md#${refusal.code})`,
    )
    return [
      `<a id="${id.toLowerCase()}"></a>`,
      `## ${id} ${title}`,
      asks,
      `**${advice}**${colon}${todo}`,
      ...(stopping.length > 0 ? [`**${refusals}**${colon.trimEnd()}`, stopping.join('\n')] : []),
    ].join('\n\n')
  })
  return `${head}\n\n${opening}\n\n${sections.join('\n\n')}\n`
}

/** The guide's page of error codes: code, HTTP status, rule and sentence of every refusal. */
export function errorsPage(language: Language): string {
  const { errors: opening, columns } = words[language]
  const row = (refusal: ListedRefusal) => {
    const { code, status, rule } = refusal
    const link = rule ? `[${rule}](rules.md#${rule.toLowerCase()})` : ''
    return `| <a id="${code}"></a>\`${code}\` | ${status} | ${link} | ${sentence(refusal, language)} |`
  }
  const sections = refusalAreas.map(
    area => `## ${area[language]}\n\n${columns}\n| --- | --- | --- | --- |\n${area.refusals.map(row).join('\n')}`,
  )
  return `${head}\n\n${opening}\n\n${sections.join('\n\n')}\n`
}
