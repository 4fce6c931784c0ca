import { refusals, refuser } from '../../domain/shared/refusal.ts'

/** Why printing may say no. */
export const printRefusals = refusals({
  'print.timeout': {
    status: 503,
    zh: '打印在 {seconds} 秒内没有完成，已停止；请减少条目后重试',
    en: 'Printing did not finish within {seconds} seconds and was stopped; try again with fewer entries',
  },
})

/** Says no in printing's name; see `printRefusals`. */
export const refusePrint = refuser(printRefusals)
