import { z } from 'zod'
import { eventForms } from '../shared/event.ts'
import { fixityFaultCodes, fixityStateCodes } from './fixity.ts'
import { checkResultCodes, mediumKindCodes } from './media.ts'

const file = z.strictObject({ componentId: z.string(), name: z.string(), sha256: z.string() })

/** What happens to the text of files and to their keeping. */
export const preservationEvents = eventForms({
  'recognition.rerun': { title: '重新识别', titleEn: 'Recognised again', data: file },
  'recognition.cancelled': { title: '取消识别', titleEn: 'Recognition cancelled', data: file },
  'fixity.started': {
    title: '开始固化检查',
    titleEn: 'Fixity check begun',
    data: z.strictObject({ whole: z.boolean() }),
  },
  'fixity.cancelled': { title: '停下固化检查', titleEn: 'Fixity check stopped', data: z.strictObject({}) },
  'fixity.ended': {
    title: '固化检查结束',
    titleEn: 'Fixity check ended',
    data: z.strictObject({
      state: z.enum(fixityStateCodes),
      objects: z.int(),
      files: z.int(),
      bytes: z.int(),
      damaged: z.int(),
    }),
  },
  'fixity.damaged': {
    title: '发现存储损坏',
    titleEn: 'Damage found in the store',
    data: z.strictObject({
      runId: z.string(),
      faults: z.array(z.strictObject({ fault: z.enum(fixityFaultCodes), path: z.string() })),
    }),
  },
  'fixity.sound': {
    title: '损坏已恢复',
    titleEn: 'Damage mended',
    data: z.strictObject({ runId: z.string() }),
  },
  'medium.registered': {
    title: '登记载体',
    titleEn: 'Medium registered',
    data: z.strictObject({ fonds: z.string(), number: z.int(), kind: z.enum(mediumKindCodes) }),
  },
  'medium.checked': {
    title: '载体检查',
    titleEn: 'Medium checked',
    data: z.strictObject({ number: z.int(), checkedOn: z.string(), result: z.enum(checkResultCodes) }),
  },
})
