import type { registryEvents } from '../../domain/registry/events.ts'
import { because, type Sentence } from './told.ts'

/** What happens to the lines of the register: which number, never what stands in it. */
export const registrySentences: Readonly<Record<keyof typeof registryEvents, Sentence>> = {
  'line.registered': ({ fact }) => ({ zh: `登记 ${fact('code')}`, en: `registered ${fact('code')}` }),
  'line.edited': ({ fact }) => ({ zh: `修改登记 ${fact('code')}`, en: `edited ${fact('code')}` }),
  'line.voided': ({ fact }) => ({
    zh: `作废 ${fact('code')}${because(fact('reason')).zh}`,
    en: `voided ${fact('code')}${because(fact('reason')).en}`,
  }),
  'line.assigned': ({ fact }) => ({ zh: `交办 ${fact('code')}`, en: `assigned ${fact('code')} to a unit` }),
  'line.forwarded': ({ fact }) => ({ zh: `分发 ${fact('code')}`, en: `forwarded ${fact('code')}` }),
  'line.recalled': ({ fact }) => ({ zh: `撤回分发 ${fact('code')}`, en: `recalled a forwarding of ${fact('code')}` }),
  'line.read': ({ fact }) => ({ zh: `阅 ${fact('code')}`, en: `read ${fact('code')}` }),
  'line.handled': ({ fact }) => ({ zh: `办理 ${fact('code')}`, en: `handled ${fact('code')}` }),
  'line.finished': ({ fact }) => ({ zh: `办结 ${fact('code')}`, en: `finished ${fact('code')}` }),
  'line.linked': ({ fact }) => ({ zh: `关联 ${fact('code')}`, en: `linked ${fact('code')} with another line` }),
  'line.unlinked': ({ fact }) => ({ zh: `解除关联 ${fact('code')}`, en: `unlinked ${fact('code')} from another line` }),
  'line.itemised': ({ fact }) => ({ zh: `${fact('code')} 立件`, en: `made an item of ${fact('code')}` }),
}
