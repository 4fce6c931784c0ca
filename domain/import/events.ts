import { z } from 'zod'
import { eventForms } from '../shared/event.ts'

/** What happens to an import 导入; its items have their own entry, `items.registered`. */
export const importEvents = eventForms({
  'import.opened': {
    title: '打开待导入的表格',
    titleEn: 'Spreadsheet opened for import',
    data: z.strictObject({ name: z.string(), sha256: z.string() }),
  },
  'import.checked': {
    title: '检查导入',
    titleEn: 'Import checked',
    data: z.strictObject({ fondsId: z.string(), kind: z.string(), sheet: z.string() }),
  },
  'import.started': { title: '开始导入', titleEn: 'Import started', data: z.strictObject({ name: z.string() }) },
  'import.cancelled': { title: '停下导入', titleEn: 'Import stopped', data: z.strictObject({ name: z.string() }) },
  'import.withdrawn': {
    title: '撤回导入',
    titleEn: 'Import withdrawn',
    data: z.strictObject({ name: z.string(), items: z.number(), reason: z.string() }),
  },
  'mapping.saved': {
    title: '保存列对应',
    titleEn: 'Column mapping saved',
    data: z.strictObject({ name: z.string(), kind: z.string() }),
  },
})
