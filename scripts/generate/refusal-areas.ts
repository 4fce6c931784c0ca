import { accessRefusals } from '../../domain/access/refusals.ts'
import { formsRefusals } from '../../domain/forms/refusals.ts'
import { numberingRefusals } from '../../domain/holdings/numbering/index.ts'
import { holdingsRefusals } from '../../domain/holdings/refusals.ts'
import { retentionRefusals } from '../../domain/holdings/retention.ts'
import { volumeRefusals } from '../../domain/holdings/volumes/refusals.ts'
import { importRefusals } from '../../domain/import/refusals.ts'
import { preservationRefusals } from '../../domain/preservation/refusals.ts'
import { registryRefusals } from '../../domain/registry/refusals.ts'
import { repositoryRefusals } from '../../domain/repository/refusals.ts'
import type { RefusalText } from '../../domain/shared/refusal.ts'
import { databaseRefusals } from '../../server/database/refusals.ts'
import { maintenanceRefusals } from '../../server/maintenance/refusals.ts'
import { platformRefusals } from '../../server/platform/refusals.ts'
import { printRefusals } from '../../server/print/refusals.ts'
import { settingsRefusals } from '../../server/settings.ts'
import { spreadsheetRefusals } from '../../server/spreadsheet/refusals.ts'
import { storeRefusals } from '../../server/store/refusals.ts'

/** A refusal as the guide lists it. */
export interface ListedRefusal extends RefusalText {
  readonly code: string
}

interface RefusalArea {
  readonly zh: string
  readonly en: string
  readonly refusals: readonly ListedRefusal[]
}

const area = (zh: string, en: string, ...tables: readonly Readonly<Record<string, RefusalText>>[]): RefusalArea => ({
  zh,
  en,
  refusals: tables
    .flatMap(table => Object.entries(table).map(([code, text]) => ({ code, ...text })))
    .sort((a, b) => (a.code < b.code ? -1 : 1)),
})

/** Every refusal of the product, by the work during which one meets it. */
export const refusalAreas: readonly RefusalArea[] = [
  area('档案', 'Records', holdingsRefusals, numberingRefusals, retentionRefusals, volumeRefusals),
  area('库房', 'The repository', repositoryRefusals),
  area('收文发文', 'The registry', registryRefusals),
  area('保管', 'Keeping', preservationRefusals),
  area('登录、人员与权限', 'Sign-in, people and rights', accessRefusals),
  area('请求与上传', 'Requests and uploads', platformRefusals),
  area('打印与表格', 'Printing and spreadsheets', printRefusals, formsRefusals, spreadsheetRefusals),
  area('导入', 'Import', importRefusals),
  area('打印与表格', 'Printing and spreadsheets', printRefusals, spreadsheetRefusals),
  area('存储库', 'The storage root', storeRefusals),
  area('备份、恢复、重建', 'Backup, restore, rebuild', maintenanceRefusals),
  area('启动', 'Starting the server', settingsRefusals, databaseRefusals),
]

/** Refusals that rest on a rule. */
export const refusalsOf = (rule: string): ListedRefusal[] =>
  refusalAreas.flatMap(({ refusals }) => refusals.filter(refusal => refusal.rule === rule))
