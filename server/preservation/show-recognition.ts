import { sql } from 'kysely'
import { z } from 'zod'
import { refuseHoldings } from '../../domain/holdings/refusals.ts'
import { ComponentId } from '../../domain/shared/ids.ts'
import { mayHoldText } from '../holdings/read-text.ts'
import { query } from '../platform/operation.ts'
import { visibleFiles } from './recognition.sql.ts'

/** The text of a file 文字: whether it was read, how far the recognition of its scanned pages is, and what may be done about it. */
export const showRecognition = query({
  name: 'recognition.show',
  title: '电子文件的文字',
  titleEn: 'Text of a file',
  permission: 'item.show',
  rules: ['S5.5', 'S17.4'],
  input: z.strictObject({ componentId: ComponentId }),
  output: z.object({
    /** Of the text: pending, scanned, done, none or failed. */
    textState: z.string(),
    failure: z.string().nullable(),
    /** Of the pages in pictures; null while they are not counted and for files that have none. */
    pages: z.object({ all: z.number(), done: z.number(), failed: z.number() }).nullable(),
    cancelled: z.boolean(),
    may: z.array(z.enum(['recognition.rerun', 'recognition.cancel'])),
  }),
  async run({ tx, actor }, { componentId }) {
    const file =
      (await visibleFiles(tx, actor, sql`component.id = ${componentId}`).executeTakeFirst()) ??
      refuseHoldings('component.unknown')
    const open = file.text_state === 'pending' || file.text_state === 'scanned'
    const acts = [
      ...(open || !mayHoldText(file.mime) ? [] : (['recognition.rerun'] as const)),
      ...(file.state === 'waiting' ? (['recognition.cancel'] as const) : []),
    ]
    return {
      textState: file.text_state,
      failure: file.text_failure,
      pages: file.pages === null ? null : { all: file.pages, done: file.done ?? 0, failed: file.failed ?? 0 },
      cancelled: file.state === 'cancelled',
      may: acts.filter(act => actor.permissions.has(act)),
    }
  },
})
