import type { Wording } from '../language.ts'
import type { ImportState } from './import-queries.ts'

/** What one is told of an import at each of its steps. */
export const stateWords: Readonly<Record<ImportState, Wording>> = {
  reading: { zh: '正在读取', en: 'Being read' },
  unreadable: { zh: '读不了', en: 'Unreadable' },
  read: { zh: '待核对各列', en: 'Columns to be checked' },
  checking: { zh: '正在检查', en: 'Being checked' },
  faulty: { zh: '有错误', en: 'With faults' },
  checked: { zh: '可以导入', en: 'Ready' },
  importing: { zh: '正在导入', en: 'Being imported' },
  imported: { zh: '已导入', en: 'Imported' },
  withdrawn: { zh: '已撤回', en: 'Withdrawn' },
}

/** The letter of a column as the sheet itself calls it, from 0: A, B … Z, AA. */
export function columnLetter(at: number): string {
  const rest = Math.floor(at / 26)
  return (rest > 0 ? columnLetter(rest - 1) : '') + String.fromCharCode(65 + (at % 26))
}
