import { refuseRepository } from './refusals.ts'

interface Limits {
  readonly title: string
  readonly titleEn: string
  /** Degrees Celsius, from and to. */
  readonly temperature: readonly [number, number]
  /** Percent of relative humidity, from and to. */
  readonly humidity: readonly [number, number]
}

/** Limits of a room by what is kept in it (JGJ 25, GB/T 18894), with the name of the carrier 载体. */
export const carriers = {
  paper: { title: '纸质档案', titleEn: 'Paper', temperature: [14, 24], humidity: [45, 60] },
  special: { title: '特藏档案', titleEn: 'Special collections', temperature: [14, 20], humidity: [45, 55] },
  tape: { title: '音像磁带、胶片拷贝', titleEn: 'Audio tape, film copies', temperature: [14, 24], humidity: [40, 60] },
  film: { title: '胶片母片', titleEn: 'Film masters', temperature: [13, 15], humidity: [35, 45] },
  optical: { title: '光盘', titleEn: 'Optical discs', temperature: [4, 20], humidity: [20, 50] },
  magnetic: { title: '磁性载体', titleEn: 'Magnetic media', temperature: [14, 24], humidity: [40, 60] },
} as const satisfies Record<string, Limits>

export type Carrier = keyof typeof carriers
export const carrierCodes = Object.keys(carriers) as [Carrier, ...Carrier[]]
export const isCarrier = (code: string): code is Carrier => Object.hasOwn(carriers, code)

/** How far from one value the climate may swing in a day: ±2 ℃ and ±5 %. */
export const daily = { temperature: 2, humidity: 5 } as const

/** What can be wrong with a reading. */
export const excesses = {
  'too-cold': { title: '温度偏低', titleEn: 'too cold' },
  'too-warm': { title: '温度偏高', titleEn: 'too warm' },
  'too-dry': { title: '湿度偏低', titleEn: 'too dry' },
  'too-damp': { title: '湿度偏高', titleEn: 'too damp' },
  'temperature-swing': { title: '温度日波动大', titleEn: 'temperature swings' },
  'humidity-swing': { title: '湿度日波动大', titleEn: 'humidity swings' },
} as const

export type Excess = keyof typeof excesses
export const excessCodes = Object.keys(excesses) as [Excess, ...Excess[]]

/** Degrees Celsius and percent of relative humidity. */
export interface Climate {
  readonly temperature: number
  readonly humidity: number
}

/** What is out of the limits of a carrier, and whether the day has swung too far with this reading among its others. */
export function excessesOf(reading: Climate, carrier: Carrier, sameDay: readonly Climate[] = []): Excess[] {
  const { temperature, humidity } = carriers[carrier]
  const swing = (key: keyof Climate): number => {
    const values = [reading, ...sameDay].map(one => one[key])
    return Math.max(...values) - Math.min(...values)
  }
  const found: Excess[] = []
  if (reading.temperature < temperature[0]) found.push('too-cold')
  if (reading.temperature > temperature[1]) found.push('too-warm')
  if (reading.humidity < humidity[0]) found.push('too-dry')
  if (reading.humidity > humidity[1]) found.push('too-damp')
  if (swing('temperature') > 2 * daily.temperature + rounding) found.push('temperature-swing')
  if (swing('humidity') > 2 * daily.humidity + rounding) found.push('humidity-swing')
  return found
}

const rounding = 1e-6

/** Refuses a reading out of the limits that says nothing of what was done about it: 处理措施 belongs to the record. */
export function assertMeasured(exceeded: readonly Excess[], measure: string): void {
  if (exceeded.length > 0 && measure === '') refuseRepository('climate.measure-needed')
}

/** The calendar day of an instant in the room, which stands in China. */
export const climateDay = (at: Date): string => new Date(at.getTime() + chinaOffsetMs).toISOString().slice(0, 10)
/** The instants a month `2026-03` begins and ends at. */
export function climateMonth(month: string): { from: Date; to: Date } {
  const [year = 0, at = 1] = month.split('-').map(Number)
  return {
    from: new Date(Date.UTC(year, at - 1, 1) - chinaOffsetMs),
    to: new Date(Date.UTC(year, at, 1) - chinaOffsetMs),
  }
}

const chinaOffsetMs = 8 * 3600_000
