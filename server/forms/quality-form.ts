import { type Outcome, outcomes, type Property, properties } from '../../domain/arrangement/quality/checks.ts'
import { type CheckReport, checkReport } from '../arrangement/check-report.ts'
import type { ListRow, PrintedList } from '../print/list-form.ts'
import { listForm } from './draw.ts'
import { qualityReports } from './layouts.ts'
import { retentionName } from './words.ts'

/** Report of the four checks 四性检测报告: what was checked when and by whom, and how each check ended, property by property. */
export const qualityReport = listForm(async ({ reads, actor, ids, printing }) => {
  const reports: CheckReport[] = []
  for (const id of ids)
    reports.push(await checkReport({ tx: reads, actor, now: new Date(`${printing.on}T00:00:00Z`) }, id))
  return { layout: qualityReports, docs: reports.map(listOf), refused: [] }
})

function listOf(report: CheckReport): PrintedList {
  const { series } = report
  const scope = series ? `${series.year} 年　${retentionName(series.retention)}` : '所选档案'
  return {
    head: [
      ['单位', report.fonds.name],
      ['检测环节', '归档'],
      ['检测时间', (report.finishedAt ?? report.startedAt).slice(0, 10)],
      ['检测对象', `${scope}（${report.items} 件，${report.files} 个文件，${report.bytes.toLocaleString('en')} 字节）`],
      ['检测方案', report.plan],
      ['操作者', report.startedBy],
      ['结果', sums(report)],
    ],
    rows: (Object.keys(properties) as Property[]).flatMap(property => linesOf(report, property)),
  }
}

const sums = ({ results }: CheckReport): string =>
  (Object.keys(outcomes) as Outcome[])
    .map(code => `${outcomes[code].title} ${results.filter(({ outcome }) => outcome === code).length} 项`)
    .join('，')

function linesOf({ results }: CheckReport, property: Property): ListRow[] {
  const lines = results
    .filter(result => result.property === property)
    .map(({ code, title, outcome, evidenceZh }) => ({
      code,
      title,
      result: outcomes[outcome].title,
      evidence: evidenceZh,
    }))
  return lines.length === 0 ? [] : [{ group: properties[property].title }, ...lines]
}
