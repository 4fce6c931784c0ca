import { z } from 'zod'
import type { FileAnswer } from '../platform/file-answer.ts'
import { writeWorkbook } from '../spreadsheet/spreadsheet.ts'
import { printRegister, type Register, registerSheet } from './register.print.ts'

/** In which form a register is wanted: to print, or to work on. */
export const registerForm = z
  .enum(['pdf', 'excel'])
  .default('pdf')
  .meta({ title: '格式', titleEn: 'Form', options: { pdf: 'PDF', excel: 'Excel' } })

/** A register as the file that was asked for. */
export async function registerFile(register: Register, form: z.output<typeof registerForm>): Promise<FileAnswer> {
  const name = [register.title, register.subject].filter(Boolean).join('-')
  if (form === 'pdf')
    return { name: `${name}.pdf`, mime: 'application/pdf', body: await printRegister(register), inline: true }
  return {
    name: `${name}.xlsx`,
    mime: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    body: await writeWorkbook({ sheets: [registerSheet(register)] }),
    inline: false,
  }
}

const clock = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Shanghai',
  dateStyle: 'short',
  timeStyle: 'short',
})

/** An instant as it is written in a register: `2026-11-23 14:32`. */
export const momentOf = (at: string | Date): string => clock.format(new Date(at))
/** Its calendar day. */
export const dayOf = (at: string | Date): string => momentOf(at).slice(0, 10)
