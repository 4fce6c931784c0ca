import { type ContractPattern, contractPatterns } from './contract-phrases.ts'
import { daysAfter, draw, pick } from './draw.ts'
import { type Drawn, describe, occurrences } from './draw-occurrences.ts'

/** Every contract of the sample. */
export function* drawContracts(): Generator<Drawn> {
  const counts = new Map<number, number>()
  for (const { pattern, title, date, year } of occurrences<ContractPattern>(contractPatterns)) {
    const count = (counts.get(year) ?? 0) + 1
    counts.set(year, count)
    const { unit, retention, secrecy = 'internal' } = pattern
    const counterparty = pick(pattern.parties, title)
    const documentNo = draw(`${title} theirs`, 3) === 0 ? `XS${year}-${String(100 + draw(title, 900))}` : ''
    const contractNo = `HT-${year}-${unit}-${String(count).padStart(3, '0')}`
    yield {
      unit,
      topic: 'contract',
      words: {
        ...describe({ title, date, year, genre: 'other', retention }),
        kind: 'contract',
        secrecy,
        creator: `示范奶牛场；${counterparty}`,
        documentNo,
        copies: 2 + draw(title, 3),
        fields: { contractNo, counterparty, ...contractFields(pattern, { title, date }) },
      },
    }
  }
}

function contractFields(
  { type, amount: [least, most], lasts, byTender }: ContractPattern,
  { title, date }: { readonly title: string; readonly date: string },
) {
  const amount = least + draw(`${title} amount`, (most - least) / 100) * 100
  const signatory = amount >= 300_000 ? '陈国栋' : '王丽娟'
  const expiresOn = daysAfter(`${Number(date.slice(0, 4)) + Math.floor(lasts / 12)}${date.slice(4)}`, (lasts % 12) * 30)
  return {
    contractType: type,
    signedOn: date,
    effectiveOn: daysAfter(date, 1),
    expiresOn,
    amount: `${amount}.00`,
    currency: 'CNY',
    ourSignatory: signatory,
    ...(byTender && { byTender }),
  }
}
