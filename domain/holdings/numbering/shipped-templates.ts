import type { CodeTemplate } from './code.ts'
import { parseTemplate } from './template.ts'

/** Templates every installation has, by name: DA/T 22-2015, DA/T 13-2022 and the older and special ones still in use. */
export const shippedTemplates = {
  WS22: {
    title: '文书 按件（DA/T 22-2015）',
    titleEn: 'Documents by item (DA/T 22-2015)',
    template: '{fonds}-{category}·{year}-{retention}[-{unit}]-{item:4}',
  },
  WS13: {
    title: '文书 按件（DA/T 13-2022）',
    titleEn: 'Documents by item (DA/T 13-2022)',
    template: '{fonds}-{category}·{year}·{retention}[·{unit}]-{item:4}',
  },
  MED: {
    title: '照片、录音、录像',
    titleEn: 'Photographs, sound and film',
    template: '{fonds}-{category}·{year}·{retention}[-{group:3}]-{item:3}',
  },
  SW: { title: '实物', titleEn: 'Physical objects', template: '{fonds}-{category}·{year}-{retention}-{item:4}' },
  KU: {
    title: '会计 按卷',
    titleEn: 'Accounts by volume',
    template: '[{fonds}-]{category}[·{year}]-{volume:4}-{item:4}',
  },
  KJ: {
    title: '科技、项目 按卷',
    titleEn: 'Science and projects by volume',
    template: '{fonds}-{category}·{project}-{volume:3}[-{item:3}]',
  },
  RS: {
    title: '人事（一人一卷）',
    titleEn: 'Personnel, one volume each',
    template: '{fonds}-{category}-{volume:3}-{item:3}',
  },
  ZY: {
    title: '专业 按卷',
    titleEn: 'Specialised, by volume',
    template: '{fonds}-{category}·{year}·{retention}-{volume:3}-{item:3}',
  },
  OLD: { title: '传统立卷', titleEn: 'Traditional volumes', template: '{fonds}-{catalogue:3}-{volume:3}[-{item:3}]' },
  ERP: { title: '业务系统电子档案', titleEn: 'Records of business systems', template: '[{fonds}-]{class}-{item:4}' },
} as const satisfies Record<string, { title: string; titleEn: string; template: string }>

export type TemplateId = keyof typeof shippedTemplates

/** Template of a kind or fonds: the name of a shipped one, or a template written out. */
export function templateOf(codePattern: string): CodeTemplate {
  return parseTemplate(isShipped(codePattern) ? shippedTemplates[codePattern].template : codePattern)
}

const isShipped = (name: string): name is TemplateId => Object.hasOwn(shippedTemplates, name)
