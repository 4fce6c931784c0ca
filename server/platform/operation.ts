import type { z } from 'zod'
import type { Actor } from '../../domain/access/actor.ts'
import type { AuditEvent } from '../../domain/events.ts'
import type { Refusal } from '../../domain/shared/refusal.ts'
import type { Db, Tx } from './db.ts'
import type { FileAnswer } from './file-answer.ts'

/** What a use case may touch: its transaction, who acts, and the time; nothing else. */
export interface Context {
  readonly tx: Tx
  readonly actor: Actor
  readonly now: Date
}

/** What a question may touch: a connection on which the database refuses every write. */
export interface ReadContext {
  readonly tx: Db
  readonly actor: Actor
  readonly now: Date
}

/** A list that cannot be empty. */
export type NonEmpty<T> = readonly [T, ...T[]]

/** A new session's secret for the cookie, or the end of the session. */
export type SessionChange =
  | {
      readonly open: {
        readonly secret: string
        readonly expiresAt: Date
        readonly personId: string
        readonly name: string
      }
    }
  | { readonly close: true }

/**
 * How a command ends: done, with its answer; or refused after all, where the refusal itself must leave a trace. Either way it says what
 * happened, and the platform writes that in the same transaction.
 */
export type Outcome<T> =
  | { readonly output: T; readonly events: NonEmpty<AuditEvent>; readonly session?: SessionChange }
  | { readonly refused: Refusal; readonly events: NonEmpty<AuditEvent> }

interface Described {
  /** `noun.verb`: the route, the CLI words and the trail use this one name. */
  readonly name: `${string}.${string}`
  readonly title: string
  readonly titleEn: string
  /** A permission's name; or `anyone`, or `signed-in`. */
  readonly permission: string
  readonly rules: readonly string[]
  /** At most `max` calls in `seconds`, counted for each address or person. */
  readonly limit?: { readonly per: 'address' | 'person'; readonly max: number; readonly seconds: number }
}

export interface Command<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> extends Described {
  readonly type: 'command'
  readonly input: I
  readonly output: O
  run(ctx: Context, input: z.output<I>): Promise<Outcome<z.input<O>>>
}

export interface Query<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> extends Described {
  readonly type: 'query'
  readonly input: I
  readonly output: O
  run(ctx: ReadContext, input: z.output<I>): Promise<z.input<O>>
}

/** A query whose answer is a file: a printed form, a workbook. */
export interface FileQuery<I extends z.ZodType = z.ZodType> extends Described {
  readonly type: 'file'
  readonly input: I
  run(ctx: ReadContext, input: z.output<I>): Promise<FileAnswer>
}

/** Any operation, once its types have done their work; the platform passes only what `input` has parsed. */
export type Operation = Described & { readonly input: z.ZodType } & (
    | {
        readonly type: 'command'
        readonly output: z.ZodType
        run(ctx: Context, input: unknown): Promise<Outcome<unknown>>
      }
    | { readonly type: 'query'; readonly output: z.ZodType; run(ctx: ReadContext, input: unknown): Promise<unknown> }
    | { readonly type: 'file'; run(ctx: ReadContext, input: unknown): Promise<FileAnswer> }
  )

/** Declares a use case that changes something. */
export const command = <I extends z.ZodType, O extends z.ZodType>(
  definition: Omit<Command<I, O>, 'type'>,
): Command<I, O> => ({
  type: 'command',
  ...definition,
})

/** Declares a question; it runs in a read-only transaction and leaves no trace. */
export const query = <I extends z.ZodType, O extends z.ZodType>(
  definition: Omit<Query<I, O>, 'type'>,
): Query<I, O> => ({
  type: 'query',
  ...definition,
})

/** Declares a question answered by a file. */
export const fileQuery = <I extends z.ZodType>(definition: Omit<FileQuery<I>, 'type'>): FileQuery<I> => ({
  type: 'file',
  ...definition,
})
