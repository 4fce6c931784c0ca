import { z } from 'zod'
import { arrangementEvents } from '../../domain/arrangement/events.ts'
import { holdingsEvents } from '../../domain/holdings/events.ts'
import { registryEvents } from '../../domain/registry/events.ts'
import { After, Limit, PersonId } from '../../domain/shared/ids.ts'
import { titlesOf } from '../holdings/history.sql.ts'
import { query } from '../platform/operation.ts'

/** The trail 审计记录, newest first. Of holdings it shows who did what to which item and which fields changed, never what stands in them. */
export const listEvents = query({
  name: 'audit.list',
  title: '审计记录',
  titleEn: 'Audit trail',
  permission: 'audit.list',
  rules: ['S17.4'],
  input: z.strictObject({
    actorId: PersonId.optional(),
    event: z.string().max(60).optional().meta({ title: '事件', titleEn: 'Event' }),
    subject: z.string().max(100).optional().meta({ title: '对象', titleEn: 'Subject' }),
    from: z.iso.date().optional().meta({ title: '起', titleEn: 'From' }),
    to: z.iso.date().optional().meta({ title: '止', titleEn: 'To' }),
    after: After,
    limit: Limit,
  }),
  output: z.object({
    entries: z.array(
      z.object({
        seq: z.number(),
        at: z.string(),
        actorId: z.string().nullable(),
        actorName: z.string(),
        address: z.string(),
        operation: z.string(),
        event: z.string(),
        title: z.string(),
        titleEn: z.string(),
        subject: z.string(),
        data: z.unknown(),
        requestId: z.string(),
        digest: z.string(),
      }),
    ),
    next: z.string().nullable(),
  }),
  async run({ tx }, { actorId, event, subject, from, to, after, limit }) {
    let rows = tx
      .selectFrom('audit_event')
      .selectAll()
      .orderBy('seq', 'desc')
      .limit(limit + 1)
    if (actorId) rows = rows.where('actor_id', '=', actorId)
    if (event) rows = rows.where('event', '=', event)
    if (subject) rows = rows.where('subject', '=', subject)
    if (from) rows = rows.where('at', '>=', dayStart(from))
    if (to) rows = rows.where('at', '<', dayStart(to, 1))
    if (after) rows = rows.where('seq', '<', Number(after) || 0)
    const found = await rows.execute()
    const page = found.slice(0, limit)
    return {
      entries: page.map(({ actor_id: actorId, actor_name: actorName, request_id: requestId, data, ...row }) => ({
        ...row,
        actorId,
        actorName,
        requestId,
        ...titlesOf(row.event),
        data: withoutContent(row.event, data),
      })),
      next: found.length > limit ? String(page.at(-1)?.seq) : null,
    }
  },
})

/** Start of a day in China, some days on. */
const dayStart = (day: string, daysOn = 0): string =>
  new Date(Date.parse(`${day}T00:00:00+08:00`) + daysOn * 86_400_000).toISOString()

/** Events that tell of holdings or of what stands in the register. */
const aboutContent = { ...holdingsEvents, ...arrangementEvents, ...registryEvents }

/** Facts that tell of an act without telling what an item says: an auditor audits, and does not read archives. */
const tellable = new Set([
  'code',
  'kind',
  'components',
  'revision',
  'version',
  'componentId',
  'itemId',
  'sha256',
  'size',
  'objects',
  'damaged',
  'reason',
  'number',
  'thicknessMm',
  'items',
  'failed',
  'scope',
  'itemIds',
  'ids',
  'volumeId',
])

export function withoutContent(event: string, data: unknown): unknown {
  if (!Object.hasOwn(aboutContent, event) || /^(fonds|kind|scope)\./.test(event)) return data
  const facts = data as Record<string, unknown>
  const kept = Object.fromEntries(Object.entries(facts).filter(([key]) => tellable.has(key)))
  return facts.after ? { ...kept, changed: Object.keys(facts.after as object) } : kept
}
