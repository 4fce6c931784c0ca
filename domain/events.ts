import type { z } from 'zod'
import { accessEvents } from './access/events.ts'
import { arrangementEvents } from './arrangement/events.ts'
import { formsEvents } from './forms/events.ts'
import { holdingsEvents } from './holdings/events.ts'
import { importEvents } from './import/events.ts'
import { preservationEvents } from './preservation/events.ts'
import { registryEvents } from './registry/events.ts'
import { repositoryEvents } from './repository/events.ts'

/** Every event the trail may hold: name → what to call it and the form of its data. Old entries must parse for ever, so forms only grow. */
export const events = {
  ...accessEvents,
  ...holdingsEvents,
  ...importEvents,
  ...arrangementEvents,
  ...repositoryEvents,
  ...registryEvents,
  ...formsEvents,
  ...preservationEvents,
} as const

export type EventName = keyof typeof events

/** What a command says happened: which thing it happened to, and the facts in the form that the event's name demands. */
export type AuditEvent = {
  [N in EventName]: { readonly name: N; readonly subject: string; readonly data: z.input<(typeof events)[N]['data']> }
}[EventName]
