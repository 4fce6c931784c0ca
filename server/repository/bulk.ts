import { z } from 'zod'
import type { AuditEvent } from '../../domain/events.ts'
import { holdingsRefusals } from '../../domain/holdings/refusals.ts'
import { refuseRepository } from '../../domain/repository/refusals.ts'
import { fillIn, Refusal } from '../../domain/shared/refusal.ts'
import type { Context, NonEmpty } from '../platform/operation.ts'
import { type CurrentPlace, currentPlaces } from './placements.sql.ts'
import { lockThings, type Thing } from './things.sql.ts'

/** What became of each thing: where it stands now, or why it was refused. */
export const placedOutput = z.object({
  done: z.array(z.object({ id: z.string(), code: z.string(), location: z.string(), because: z.string().optional() })),
  refused: z.array(z.object({ id: z.string(), code: z.string(), rule: z.string().optional(), message: z.string() })),
})

type Placed = z.infer<typeof placedOutput>

/** One thing with its present place, locked. */
export interface Held {
  readonly thing: Thing
  readonly place: CurrentPlace | undefined
}

type Step = (held: Held) => Promise<{ location: string; because?: string; event: AuditEvent }>

/** The things of a list, locked, each with where it stands; ids that are unknown or hidden are absent. */
export async function holdThings({ tx, actor }: Context, ids: readonly string[]): Promise<Map<string, Held>> {
  const things = await lockThings(tx, actor, ids)
  const places = await currentPlaces(tx, [...things.keys()])
  return new Map([...things].map(([id, thing]) => [id, { thing, place: places.get(id) }]))
}

/** Runs one step over the things in the order given (S1.5): each is done or refused by itself; when none can be done all is refused. */
export async function forEachThing({ actor }: Context, ids: readonly string[], held: Map<string, Held>, step: Step) {
  const done: Placed['done'] = []
  const refused: Placed['refused'] = []
  const events: AuditEvent[] = []
  for (const id of new Set(ids)) {
    try {
      const one = held.get(id) ?? refuseRepository('place.unknown')
      const { location, because, event } = await step(one)
      done.push({ id, code: one.thing.code, location, ...(because && { because }) })
      events.push(event)
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      const { code, text, params } = error
      refused.push({ id, code, ...(text.rule && { rule: text.rule }), message: fillIn(text, params, actor.language) })
    }
  }
  if (!isFilled(events)) throw noneDone(ids.length, refused)
  return { output: { done, refused }, events }
}

const isFilled = (events: readonly AuditEvent[]): events is NonEmpty<AuditEvent> => events.length > 0

function noneDone(count: number, refused: Placed['refused']): Refusal {
  const issues = refused.map(({ id, message }) => ({ field: id, zh: message, en: message }))
  return new Refusal('bulk.none', holdingsRefusals['bulk.none'], { params: { count }, issues })
}
