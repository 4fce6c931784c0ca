import { type Secrecy, secrecyCodes, secrecyLevels } from '../access/secrecy.ts'

/** What stands in a cell as it was read: trimmed text, a number, or nothing. */
export type Cell = string | number | null

/** A cell understood, or what is wrong with it in both languages, to follow the column's name. */
export type Understood<T> = { readonly value: T } | { readonly zh: string; readonly en: string }

const wrong = (zh: string, en: string) => ({ zh, en })

/** Text of a cell without the spaces around it, those of a Chinese keyboard included; nothing is an empty text. */
export const textOf = (cell: Cell): string => (cell === null ? '' : String(cell).trim())

/** The same with full-width digits, letters and signs made half-width: for what is a figure or a code, never for a title. */
const plainOf = (cell: Cell): string => textOf(cell).normalize('NFKC').trim()

/** Excel's number for 1 January 2200; five digits begin in 1927, below that a number is a year or a mistake. */
const lastSerial = 109_575
const dayMs = 86_400_000
const serialZero = Date.UTC(1899, 11, 30)

const numerals = '〇一二三四五六七八九'

/**
 * A day as registers write it: 2024-3-5, 2024.3.5, 2024年3月5日, 二〇二四年三月五日, 20240305, or Excel's number for it; a time of day is left
 * out. What may be read in two ways, such as 24/3/5, and what lacks its day are refused, never guessed.
 */
export function readDay(cell: Cell): Understood<string> {
  const text = inDigits(plainOf(cell))
  if (text === '') return { value: '' }
  if (/^\d{5,6}(?:\.\d+)?$/.test(text) && Number(text) < lastSerial)
    return { value: new Date(serialZero + Math.floor(Number(text)) * dayMs).toISOString().slice(0, 10) }
  const whole =
    /^(\d{4})(\d{2})(\d{2})$/.exec(text) ??
    /^(\d{4})[-./年] ?(\d{1,2})[-./月] ?(\d{1,2})日?(?:[T ]\d{1,2}:\d{2}(?::\d{2})?)?$/.exec(text)
  if (whole) return dayFrom(text, whole)
  if (/^\d{4}(?:[-./年] ?\d{1,2}月?|年?|\d{2})$/.test(text))
    return wrong(`“${text}”不是完整的日期，请写到日`, `“${text}” is no complete date; give the day`)
  if (/^\d{1,2}[-./年]\d{1,2}[-./月]\d{1,4}日?$/.test(text))
    return wrong(`“${text}”分不清年月日，请写成 2024-03-05`, `“${text}” can be read in several ways; write 2024-03-05`)
  return wrong(`“${text}”不是日期，请写成 2024-03-05`, `“${text}” is no date; write 2024-03-05`)
}

function dayFrom(text: string, [, year = '', month = '', day = '']: readonly string[]): Understood<string> {
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const date = new Date(`${iso}T00:00:00Z`)
  return date.toJSON()?.startsWith(iso)
    ? { value: iso }
    : wrong(`“${text}”没有这一天`, `“${text}” is no day of the calendar`)
}

/** Days written in Chinese numerals: a year digit by digit, months and days as tens and ones. */
function inDigits(text: string): string {
  if (!/[〇零○一二三四五六七八九十]/.test(text)) return text
  return text.replace(/[零○]/g, '〇').replace(/[〇一二三四五六七八九十]+/g, run => {
    const [tens, ones] = run.split('十')
    if (ones === undefined) return Array.from(run, character => numerals.indexOf(character)).join('')
    return `${tens ? numerals.indexOf(tens) : 1}${ones ? numerals.indexOf(ones) : 0}`
  })
}

/** A count such as pages 页数: 3, ３, 3页, 共3页, 3.0. */
export function readCount(cell: Cell): Understood<number | null> {
  const text = plainOf(cell)
  if (text === '') return { value: null }
  const digits = /^共?(\d{1,9})(?:\.0+)?(?:页|张|份|件|个|卷|册)?$/.exec(text.replace(/,(?=\d{3})/g, ''))?.[1]
  return digits ? { value: Number(digits) } : wrong(`“${text}”不是整数`, `“${text}” is no whole number`)
}

/** A year 年度: 2024, 2024年, 2024年度, or the year of a day. */
export function readYear(cell: Cell): Understood<number | null> {
  const text = inDigits(plainOf(cell))
  if (text === '') return { value: null }
  const digits = /^(\d{4})(?:年度?|-\d{2}-\d{2})?$/.exec(text)?.[1]
  return digits
    ? { value: Number(digits) }
    : wrong(`“${text}”不是年度，应为四位数字`, `“${text}” is no year of four digits`)
}

/** A number with or without separators of thousands. */
export function readNumber(cell: Cell): Understood<number | null> {
  const text = plainOf(cell).replace(/,(?=\d{3})/g, '')
  if (text === '') return { value: null }
  return /^[+-]?\d{1,15}(?:\.\d{1,10})?$/.test(text)
    ? { value: Number(text) }
    : wrong(`“${text}”不是数字`, `“${text}” is no number`)
}

/** An amount of money as an exact decimal text: 12,800.50, ¥12800.5, 12800元. */
export function readMoney(cell: Cell): Understood<string> {
  const text = plainOf(cell)
  if (text === '') return { value: '' }
  const amount = text
    .replace(/^(?:¥|￥|RMB|CNY)\s*/i, '')
    .replace(/元整?$/, '')
    .replace(/,(?=\d{3})/g, '')
  return /^-?\d{1,15}(?:\.\d{1,2})?0*$/.test(amount)
    ? { value: amount.replace(/^(-?)0+(?=\d)/, '$1').replace(/(\.\d{2})0+$/, '$1') }
    : wrong(`“${text}”不是金额，如 12800.50`, `“${text}” is no amount such as 12800.50`)
}

const yes = new Set(['是', '有', '√', '✓', '✔', 'Y', 'YES', 'TRUE', '1'])
const no = new Set(['否', '无', '×', '✗', 'N', 'NO', 'FALSE', '0'])

/** Yes or no as people tick it: 是, √, Y, 1. */
export function readYesNo(cell: Cell): Understood<boolean | null> {
  const text = plainOf(cell).toUpperCase()
  if (text === '') return { value: null }
  if (yes.has(text)) return { value: true }
  return no.has(text) ? { value: false } : wrong(`“${text}”应为是或否`, `“${text}” must be yes or no`)
}

/** A choice by its Chinese or English title or its code. */
export function readChoice(cell: Cell, names: ReadonlyMap<string, string>): Understood<string> {
  const text = plainOf(cell)
  if (text === '') return { value: '' }
  const code = names.get(text.toLowerCase())
  if (code !== undefined) return { value: code }
  const choices = [...new Set(names.values())].slice(0, 12)
  const shown = choices.map(one => [...names].find(([, value]) => value === one)?.[0] ?? one).join('、')
  return wrong(`“${text}”不在可选范围：${shown}`, `“${text}” is none of: ${shown}`)
}

/** What a choice may be called, each name leading to its code. */
export function namesOf(
  titles: Readonly<Record<string, string>>,
  titlesEn: Readonly<Record<string, string | undefined>> = {},
): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(titles).flatMap(([code, title]) =>
      [title, titlesEn[code], code].flatMap(name => (name ? [[name.toLowerCase(), code] as const] : [])),
    ),
  )
}

const secrecyNames: ReadonlyMap<string, string> = namesOf(
  Object.fromEntries(secrecyCodes.map(code => [code, secrecyLevels[code].title])),
  Object.fromEntries(secrecyCodes.map(code => [code, secrecyLevels[code].titleEn])),
)

/** A secrecy level 密级 by its name. */
export function readSecrecy(cell: Cell): Understood<Secrecy | ''> {
  return readChoice(cell, secrecyNames) as Understood<Secrecy | ''>
}
