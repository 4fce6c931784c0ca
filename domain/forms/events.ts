import { z } from 'zod'
import { eventForms } from '../shared/event.ts'

/** What the print centre leaves in the trail: who printed what. */
export const formsEvents = eventForms({
  'form.printed': {
    title: '打印表单',
    titleEn: 'Form printed',
    data: z.strictObject({ form: z.string(), thing: z.string(), count: z.number(), ids: z.array(z.string()) }),
  },
  'form.cancelled': { title: '取消打印', titleEn: 'Print cancelled', data: z.strictObject({ form: z.string() }) },
})
