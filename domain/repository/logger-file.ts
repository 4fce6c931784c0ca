import type { InputIssue } from '../shared/refusal.ts'
import type { Climate } from './climate.ts'

/** A reading as a logger wrote it. */
export interface LoggedReading extends Climate {
  readonly takenAt: Date
}

interface Line {
  readonly row: number
  readonly cells: readonly (string | number | null)[]
}

const heads = { time: /时间|日期|time|date/i, temperature: /温度|temp|℃/i, humidity: /湿度|humid|%|rh/i } as const
const instant = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})[ T](\d{1,2}):(\d{2})(?::(\d{2}))?$/

/** Reads the lines of a logger's CSV by its heads, whatever their order; times are China's. What cannot be read is told by row. */
export function readLogger(lines: readonly Line[]): { readings: LoggedReading[]; issues: InputIssue[] } {
  const at = lines.findIndex(({ cells }) =>
    Object.values(heads).every(head => cells.some(cell => head.test(String(cell ?? '')))),
  )
  const head = lines[at]
  if (!head) return { readings: [], issues: [{ field: 'csv', ...noHeads }] }
  const column = (name: keyof typeof heads) => head.cells.findIndex(cell => heads[name].test(String(cell ?? '')))
  const [time, temperature, humidity] = [column('time'), column('temperature'), column('humidity')]
  const readings: LoggedReading[] = []
  const issues: InputIssue[] = []
  for (const { row, cells } of lines.slice(at + 1)) {
    const takenAt = timeOf(String(cells[time] ?? ''))
    const climate = { temperature: figure(cells[temperature]), humidity: figure(cells[humidity]) }
    if (takenAt && isClimate(climate)) readings.push({ takenAt, ...climate })
    else issues.push({ field: 'csv', row, zh: `第 ${row} 行读不懂`, en: `Row ${row} cannot be read` })
  }
  return { readings, issues }
}

const noHeads = {
  zh: '表头里要有时间、温度、湿度三列',
  en: 'The heads must name time, temperature and humidity',
}

const figure = (cell: string | number | null | undefined): number =>
  cell === null || cell === undefined ? Number.NaN : Number(String(cell).replace(/[℃%\s]/g, ''))

const isClimate = ({ temperature, humidity }: Climate): boolean =>
  temperature >= -30 && temperature <= 60 && humidity >= 0 && humidity <= 100

function timeOf(text: string): Date | undefined {
  const [, year, month, day, hour, minute, second = '0'] = instant.exec(text.trim()) ?? []
  if (!year) return undefined
  const two = (part = '') => part.padStart(2, '0')
  const at = new Date(`${year}-${two(month)}-${two(day)}T${two(hour)}:${two(minute)}:${two(second)}+08:00`)
  return Number.isNaN(at.getTime()) ? undefined : at
}
