import { z } from 'zod'
import type { AuditEvent } from '../../domain/events.ts'
import { refuseRegistry, registryRefusals } from '../../domain/registry/refusals.ts'
import { LineId } from '../../domain/shared/ids.ts'
import { fillIn, paramsIn, Refusal } from '../../domain/shared/refusal.ts'
import type { Context, NonEmpty } from '../platform/operation.ts'
import { type LineRow, lockLines } from './lines.sql.ts'

/** Many lines at once: each is done or refused by itself, and every refusal says why. */
export const bulkLineIds = z.array(LineId).min(1).max(500).meta({ title: '所选各条', titleEn: 'Lines' })

export const bulkLinesOutput = z.object({
  done: z.array(z.object({ id: z.string(), itemId: z.string().nullable() })),
  refused: z.array(z.object({ id: z.string(), code: z.string(), rule: z.string().optional(), message: z.string() })),
})

interface Step {
  readonly itemId?: string
  readonly events: readonly AuditEvent[]
}

/** Runs one step over the lines in the order given; if not one can be done, the whole command is refused with each reason. */
export async function forEachLine(
  { tx, actor }: Context,
  ids: readonly string[],
  step: (line: LineRow) => Promise<Step>,
) {
  const lines = await lockLines(tx, actor, ids)
  const done: z.infer<typeof bulkLinesOutput>['done'] = []
  const refused: z.infer<typeof bulkLinesOutput>['refused'] = []
  const events: AuditEvent[] = []
  for (const id of new Set(ids)) {
    try {
      const { itemId = null, events: happened } = await step(lines.get(id) ?? refuseRegistry('line.unknown'))
      done.push({ id, itemId })
      events.push(...happened)
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      const { code, text } = error
      refused.push({ id, code, ...(text.rule && { rule: text.rule }), message: sentenceOf(error, actor.language) })
    }
  }
  if (!isFilled(events)) {
    const issues = refused.map(({ id, message }) => ({ field: id, zh: message, en: message }))
    throw new Refusal('line.none', registryRefusals['line.none'], { params: { count: ids.length }, issues })
  }
  return { output: { done, refused }, events }
}

const isFilled = (events: readonly AuditEvent[]): events is NonEmpty<AuditEvent> => events.length > 0

/** The refusal in one sentence, with every single thing that is wrong. */
const sentenceOf = ({ text, params, issues }: Refusal, language: 'zh' | 'en'): string =>
  [fillIn(text, paramsIn(params, language), language), ...issues.map(issue => issue[language])].join(
    language === 'zh' ? '' : ' ',
  )
