import { refusals, refuser } from '../../domain/shared/refusal.ts'

/** Why printing may say no. */
export const printRefusals = refusals({
  'print.timeout': {
    status: 503,
    zh: '打印在 {seconds} 秒内没有完成，已停止；请减少条目后重试',
    en: 'Printing did not finish within {seconds} seconds and was stopped; try again with fewer entries',
  },
  'print.pdf-encrypted': {
    status: 422,
    zh: '这个 PDF 有密码，盖不了归档章；请收一份没有密码的',
    en: 'This PDF is protected by a password and cannot be stamped; take in a copy without one',
  },
  'print.pdf-damaged': {
    status: 422,
    zh: '这个 PDF 打不开，盖不了归档章；原件没有动',
    en: 'This PDF cannot be opened and was not stamped; the file itself is untouched',
  },
})

/** Says no in printing's name; see `printRefusals`. */
export const refusePrint = refuser(printRefusals)
