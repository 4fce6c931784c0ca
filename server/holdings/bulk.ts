import { z } from 'zod'
import type { Actor } from '../../domain/access/actor.ts'
import type { AuditEvent } from '../../domain/events.ts'
import { holdingsRefusals, refuseHoldings } from '../../domain/holdings/refusals.ts'
import { ItemId } from '../../domain/shared/ids.ts'
import { fillIn, Refusal } from '../../domain/shared/refusal.ts'
import type { Context, NonEmpty } from '../platform/operation.ts'
import { type ItemRow, lockItems } from './items.sql.ts'

/** Many items at once (S1.5): each is done or refused by itself, and every refusal says why. */
export const bulkIds = z.array(ItemId).min(1).max(1000).meta({ title: '所选各件', titleEn: 'Items' })

export const bulkOutput = z.object({
  done: z.array(z.object({ id: z.string(), code: z.string().nullable() })),
  refused: z.array(z.object({ id: z.string(), code: z.string(), rule: z.string().optional(), message: z.string() })),
})

type Step = (
  item: ItemRow,
) =>
  | { readonly code: string | null; readonly event: AuditEvent }
  | Promise<{ readonly code: string | null; readonly event: AuditEvent }>

/** Runs one step over the items in the order given; if not one can be done, the whole command is refused with each reason. */
export async function forEachItem(ctx: Context, ids: readonly string[], step: Step) {
  const items = await lockItems(ctx.tx, ctx.actor, ids)
  return forEach(ctx.actor, ids, async id => {
    const { code, event } = await step(items.get(id) ?? refuseHoldings('item.unknown'))
    return { code, events: [event] }
  })
}

/** The same over anything with an id that is locked already. */
export async function forEach(
  actor: Actor,
  ids: readonly string[],
  step: (id: string) => Promise<{ readonly code: string | null; readonly events: readonly AuditEvent[] }>,
) {
  const done: z.infer<typeof bulkOutput>['done'] = []
  const refused: z.infer<typeof bulkOutput>['refused'] = []
  const events: AuditEvent[] = []
  for (const id of new Set(ids)) {
    try {
      const one = await step(id)
      done.push({ id, code: one.code })
      events.push(...one.events)
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      refused.push(said(id, error, actor))
    }
  }
  if (!isFilled(events)) throw noneDone(ids, refused)
  return { output: { done, refused }, events }
}

const isFilled = (events: readonly AuditEvent[]): events is NonEmpty<AuditEvent> => events.length > 0

function said(id: string, { code, text, params }: Refusal, actor: Actor) {
  return { id, code, ...(text.rule && { rule: text.rule }), message: fillIn(text, params, actor.language) }
}

function noneDone(ids: readonly string[], refused: readonly { id: string; message: string }[]): Refusal {
  const issues = refused.map(({ id, message }) => ({ field: id, zh: message, en: message }))
  return new Refusal('bulk.none', holdingsRefusals['bulk.none'], { params: { count: ids.length }, issues })
}
