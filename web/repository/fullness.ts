import type { Wording } from '../language.ts'

/** How full a stretch of shelf is, in whole percent; something that stands there is never shown as nothing. */
export function percentFull(usedMm: number, capacityMm: number): number {
  if (capacityMm === 0) return 0
  const percent = (usedMm / capacityMm) * 100
  return percent > 0 && percent < 1 ? 1 : Math.floor(percent)
}

/** A length as people measure shelves: millimetres below a metre, else metres. */
export const lengthOf = (mm: number): Wording =>
  mm < 1000 ? { zh: `${mm} 毫米`, en: `${mm} mm` } : { zh: `${metres(mm)} 米`, en: `${metres(mm)} m` }

const metres = (mm: number): string => (mm / 1000).toLocaleString('en', { maximumFractionDigits: 1 })

/** How full a stretch is, exactly: `已用 640 毫米，共 900 毫米（71%）`. */
export function fullnessOf({ usedMm, capacityMm }: { usedMm: number; capacityMm: number }): Wording {
  const [used, all, percent] = [lengthOf(usedMm), lengthOf(capacityMm), percentFull(usedMm, capacityMm)]
  return { zh: `已用 ${used.zh}，共 ${all.zh}（${percent}%）`, en: `${used.en} of ${all.en} used (${percent}%)` }
}
