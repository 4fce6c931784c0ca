import { useSyncExternalStore } from 'react'
import { client } from '../client/client.ts'
import { recall, remember } from './device.ts'

export type Language = 'zh' | 'en'

/** A wording in both languages, written at the place where it is used. */
export interface Wording {
  readonly zh: string
  readonly en: string
}

const listeners = new Set<() => void>()
let language: Language = recall<Language>('language') === 'en' ? 'en' : 'zh'
apply()

function apply() {
  client.options.language = language
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en'
}

/** The language the interface speaks now. */
export const currentLanguage = (): Language => language

/** Switches the interface to a language and remembers it on this device. */
export function setLanguage(next: Language): void {
  if (next === language) return
  language = next
  remember('language', next)
  apply()
  for (const listener of listeners) listener()
}

/** Tells a listener whenever the language changes; returns the way to stop. */
export function onLanguageChange(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Speaks a wording in the current language; inside components take `t` from `useLanguage`, which follows a switch. */
export const t = (wording: Wording): string => wording[language]

/** The current language and `t`, redrawing the component when the language is switched. */
export function useLanguage(): { language: Language; t: typeof t } {
  return { language: useSyncExternalStore(onLanguageChange, currentLanguage), t }
}

/** Measure words 量词: what is counted, in Chinese, and for one and many in English. */
export const measures = {
  item: { zh: '件', one: 'item', many: 'items' },
  volume: { zh: '卷', one: 'volume', many: 'volumes' },
  box: { zh: '盒', one: 'box', many: 'boxes' },
  page: { zh: '页', one: 'page', many: 'pages' },
  copy: { zh: '份', one: 'copy', many: 'copies' },
  head: { zh: '头', one: 'head', many: 'head' },
  person: { zh: '人', one: 'person', many: 'people' },
  entry: { zh: '条', one: 'entry', many: 'entries' },
} as const

export type Measure = keyof typeof measures

/** A count with its measure word: `1,204 件`, `1 item`; a string such as `1000+` is left as it is. */
export function counted(count: number | string, measure: Measure): string {
  const { zh, one, many } = measures[measure]
  const figure = typeof count === 'number' ? count.toLocaleString('en') : count
  return `${figure} ${language === 'zh' ? zh : count === 1 ? one : many}`
}
