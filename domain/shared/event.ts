import type { z } from 'zod'

/** One kind of entry in the trail 审计: what a reader is shown, and the form of its facts. */
export interface EventForm {
  readonly title: string
  readonly titleEn: string
  readonly data: z.ZodType
}

/** Declares an area's events, keeping names and forms as types. */
export const eventForms = <const T extends Readonly<Record<`${string}.${string}`, EventForm>>>(table: T): T => table
