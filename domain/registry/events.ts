import { z } from 'zod'
import { eventForms } from '../shared/event.ts'

const facts = z.record(z.string(), z.unknown())
const forward = z.strictObject({ code: z.string(), to: z.string(), dueOn: z.string().nullable() })
const link = z.strictObject({ code: z.string(), other: z.string(), kind: z.string() })

/** What happens to the lines of the register; `code` is the line's number in its book. */
export const registryEvents = eventForms({
  'line.registered': {
    title: '登记收发文',
    titleEn: 'Line registered',
    data: z.strictObject({ code: z.string(), title: z.string() }),
  },
  'line.edited': {
    title: '修改登记',
    titleEn: 'Line edited',
    data: z.strictObject({ code: z.string(), before: facts, after: facts }),
  },
  'line.voided': {
    title: '作废登记',
    titleEn: 'Line voided',
    data: z.strictObject({ code: z.string(), reason: z.string() }),
  },
  'line.assigned': {
    title: '交办',
    titleEn: 'Line assigned',
    data: z.strictObject({ code: z.string(), unitId: z.string(), unitCode: z.string() }),
  },
  'line.forwarded': { title: '分发', titleEn: 'Line forwarded', data: forward },
  'line.recalled': { title: '撤回分发', titleEn: 'Forwarding recalled', data: forward },
  'line.read': { title: '阅文', titleEn: 'Line read', data: z.strictObject({ code: z.string() }) },
  'line.handled': {
    title: '办理',
    titleEn: 'Line handled',
    data: z.strictObject({ code: z.string(), note: z.string() }),
  },
  'line.finished': {
    title: '办结',
    titleEn: 'Line finished',
    data: z.strictObject({ code: z.string(), outcome: z.string() }),
  },
  'line.linked': { title: '关联', titleEn: 'Lines linked', data: link },
  'line.unlinked': { title: '解除关联', titleEn: 'Lines unlinked', data: link },
  'line.itemised': {
    title: '立件',
    titleEn: 'Line made into an item',
    data: z.strictObject({ code: z.string(), itemId: z.string() }),
  },
})
