import { z } from 'zod'
import { eventForms } from '../shared/event.ts'

const file = z.strictObject({ componentId: z.string(), name: z.string(), sha256: z.string() })

/** What happens to the text of files and to their keeping. */
export const preservationEvents = eventForms({
  'recognition.rerun': { title: '重新识别', titleEn: 'Recognised again', data: file },
  'recognition.cancelled': { title: '取消识别', titleEn: 'Recognition cancelled', data: file },
})
