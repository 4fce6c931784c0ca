import { refusals, refuser } from '../../domain/shared/refusal.ts'

/** Why reading a spreadsheet 电子表格 may say no. */
export const spreadsheetRefusals = refusals({
  'spreadsheet.unreadable': {
    status: 415,
    zh: '这不是可以读取的工作簿，或已加密、已损坏。请在 Excel 或 WPS 中另存为不加密的 .xlsx 后重试（不支持 .xls、.et）',
    en: 'This is not a readable workbook, or it is encrypted or damaged; save it as an unencrypted .xlsx and try again (.xls and .et are not supported)',
  },
  'spreadsheet.not-text': {
    status: 415,
    zh: '这不是 CSV 文本（UTF-8、GB18030 或 UTF-16）',
    en: 'This is not CSV text in UTF-8, GB18030 or UTF-16',
  },
  'spreadsheet.too-large': {
    status: 413,
    zh: '表格超过 {mib} MiB（按解压后的大小计），请拆分后重试',
    en: 'The spreadsheet is larger than {mib} MiB (unpacked); split it and try again',
  },
  'spreadsheet.too-many-rows': {
    status: 413,
    zh: '工作表“{sheet}”超过 {rows} 行，请拆分后重试',
    en: 'The sheet "{sheet}" has more than {rows} rows; split it and try again',
  },
})

/** Says no in the spreadsheet's name; see `spreadsheetRefusals`. */
export const refuseSpreadsheet = refuser(spreadsheetRefusals)
