import { accessRefusals } from '../../domain/access/refusals.ts'
import { numberingRefusals } from '../../domain/holdings/numbering/index.ts'
import { holdingsRefusals } from '../../domain/holdings/refusals.ts'
import { retentionRefusals } from '../../domain/holdings/retention.ts'
import type { RefusalText } from '../../domain/shared/refusal.ts'
import { rules } from '../../domain/shared/rules.ts'
import { platformRefusals } from '../../server/platform/refusals.ts'
import { printRefusals } from '../../server/print/refusals.ts'
import { spreadsheetRefusals } from '../../server/spreadsheet/refusals.ts'
import { storeRefusals } from '../../server/store/refusals.ts'

type Language = 'zh' | 'en'
const head = '<!-- Made by npm run generate; never edited by hand. -->'

/** The guide's page of rules, each with an anchor that refusals link to. */
export function rulesPage(language: Language): string {
  const zh = language === 'zh'
  const sections = Object.entries(rules).map(
    ([id, rule]) =>
      `<a id="${id.toLowerCase()}"></a>\n\n## ${id}\n\n${zh ? rule.zh : rule.en}\n\n${zh ? rule.adviceZh : rule.adviceEn}`,
  )
  const title = zh
    ? '# 规则\n\n系统拒绝一件事时，会说明是哪条规则。这里写着每条规则要什么、遇到时怎么办。'
    : '# Rules\n\nA refusal names the rule behind it. Here is what each rule asks, and what to do.'
  return `${head}\n\n${title}\n\n${sections.join('\n\n')}\n`
}

const tables: readonly Readonly<Record<string, RefusalText>>[] = [
  platformRefusals,
  accessRefusals,
  holdingsRefusals,
  numberingRefusals,
  retentionRefusals,
  printRefusals,
  spreadsheetRefusals,
  storeRefusals,
]

/** The guide's page of error codes: code, HTTP status, rule and sentence of every refusal. */
export function errorsPage(language: Language): string {
  const zh = language === 'zh'
  const rows = tables
    .flatMap(table => Object.entries(table))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(
      ([code, text]) =>
        `| \`${code}\` | ${text.status} | ${text.rule ? `[${text.rule}](rules.md#${text.rule.toLowerCase()})` : ''} | ${text[language].replaceAll('|', '\\|')} |`,
    )
  const title = zh
    ? '# 出错代码\n\n接口和命令行的每一次拒绝都带着代码。'
    : '# Error codes\n\nEvery refusal of the API and the command line carries its code.'
  const columns = zh ? '| 代码 | 状态 | 规则 | 说明 |' : '| Code | Status | Rule | Says |'
  return `${head}\n\n${title}\n\n${columns}\n| --- | --- | --- | --- |\n${rows.join('\n')}\n`
}
