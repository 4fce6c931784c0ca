import type { AccountingFields } from '../../domain/kinds/accounting.kind.ts'
import { draw } from './draw.ts'
import { lastMonth, type Words } from './draw-occurrences.ts'

/** A volume 案卷 of the sample's accounts with what is bound into it, in its order. */
export interface SampleVolume {
  /** Names the volume in idempotency keys. */
  readonly key: string
  readonly title: string
  readonly items: readonly Words[]
}

/** Years whose accounts the sample has. */
export const accountYears = [2024, 2025, 2026] as const

type Sort = AccountingFields['recordSort']

const booksPerMonth = 3
const ledgers = ['总账', '银行存款日记账', '现金日记账', '往来明细账', '生物资产明细账', '生产成本明细账'] as const
const months = Array.from({ length: 12 }, (_, at) => String(at + 1).padStart(2, '0'))

/** The accounts of a year, volume by volume, as finance hands them over: the vouchers of each month, ledgers, statements and reports. */
export function drawAccounts(year: number): SampleVolume[] {
  const past = months.filter(month => `${year}-${month}` <= lastMonth)
  const whole = past.length === 12
  const volumes = [
    ...past.map(month => vouchersOf(year, month)),
    monthly(year, past, { name: '银行对账单', sort: 'bank-statement' }),
    monthly(year, past, { name: '会计报表', sort: 'periodic-report' }),
    ...(whole ? [ledgersOf(year), yearEnd(year)] : []),
  ]
  return volumes.map(volume => ({ ...volume, key: `sample-volume-${volume.title}` }))
}

const vouchersOf = (year: number, month: string) => ({
  title: `${year}年${Number(month)}月记账凭证`,
  items: Array.from({ length: booksPerMonth }, (_, at) => {
    const title = `${year}年${Number(month)}月记账凭证第${at + 1}册`
    const sheets = 90 + draw(title, 120)
    const fields = { fileNo: String(at + 1), voucherFrom: String(at * 80 + 1), voucherTo: String(at * 80 + 80), sheets }
    return account({ title, sort: 'voucher', period: `${year}-${month}`, pages: sheets, fields })
  }),
})

const monthly = (year: number, past: readonly string[], { name, sort }: { name: string; sort: Sort }) => ({
  title: `${year}年${name}`,
  items: past.map(month => {
    const title = `${year}年${Number(month)}月${name}`
    return account({ title, sort, period: `${year}-${month}`, pages: 2 + draw(title, 9) })
  }),
})

const ledgersOf = (year: number) => ({
  title: `${year}年会计账簿`,
  items: ledgers.map(ledger => {
    const title = `${year}年${ledger}`
    return account({ title, sort: 'ledger', period: String(year), pages: 60 + draw(title, 140) })
  }),
})

const yearEnd = (year: number) => ({
  title: `${year}年度财务会计报告与审计报告`,
  items: [
    account({ title: `${year}年度财务会计报告`, sort: 'annual-report', period: String(year), pages: 36 }),
    account({ title: `${year}年度审计报告`, sort: 'internal-control', period: String(year), pages: 28 }),
  ],
})

const retentions: Readonly<Partial<Record<Sort, 'Y' | 'D10'>>> = {
  'annual-report': 'Y',
  'internal-control': 'Y',
  'periodic-report': 'D10',
  'bank-statement': 'D10',
}

interface Account {
  readonly title: string
  readonly sort: Sort
  readonly period: string
  readonly pages: number
  readonly fields?: Partial<AccountingFields>
}

function account({ title, sort, period, pages, fields }: Account): Words {
  const [year = '', month = '12'] = period.split('-')
  return {
    kind: 'accounting',
    title,
    year: Number(year),
    date: `${year}-${month}-28`,
    creator: '财务部',
    retention: retentions[sort] ?? 'D30',
    secrecy: 'internal',
    pages,
    fields: { recordSort: sort, period, bookkeeper: '周文静', accountant: '郑秀英', settled: true, ...fields },
  }
}
