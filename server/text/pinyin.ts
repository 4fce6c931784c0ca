import { pinyin } from 'pinyin-pro'
import { normalizeText } from '../../domain/shared/text.ts'

/** Pinyin initials of a title, 档案管理 → `dagl`: readings chosen by phrase; Latin letters and digits kept, in lower case. */
export function initialsOf(title: string): string {
  return initials(title, 'off')
}

/** Pinyin initials of a person's name, with the surname read as a surname: 曾国强 → `zgq`, 单雄信 → `sxx`. */
export function initialsOfName(name: string): string {
  return initials(name, 'head')
}

/** Whether a search may be meant as initials: ASCII letters and nothing else. */
export function isInitialsQuery(query: string): boolean {
  return /^\s*[a-z]+\s*$/i.test(query)
}

/** pinyin-pro's most probable segmentation: it reads 都市长期规划 right, where the greedy one finds a 市长 in it. */
const MOST_PROBABLE = 2

function initials(text: string, surname: 'off' | 'head'): string {
  const options = { pattern: 'first', toneType: 'none', type: 'array', segmentit: MOST_PROBABLE, surname } as const
  const firsts = pinyin(normalizeText(text), options)
  return normalizeText(firsts.join('')).replace(/[^a-z0-9]/g, '')
}
