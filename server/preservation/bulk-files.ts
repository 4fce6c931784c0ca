import { sql } from 'kysely'
import { z } from 'zod'
import type { AuditEvent } from '../../domain/events.ts'
import { refuseHoldings } from '../../domain/holdings/refusals.ts'
import { ComponentId } from '../../domain/shared/ids.ts'
import { fillIn, Refusal } from '../../domain/shared/refusal.ts'
import { textArray } from '../platform/db.ts'
import type { Context, NonEmpty } from '../platform/operation.ts'
import { visibleFiles } from './recognition.sql.ts'

/** Many files at once: each is done or refused by itself, and every refusal says why. */
export const fileIds = z.array(ComponentId).min(1).max(500).meta({ title: '电子文件', titleEn: 'Files' })

export const filesOutput = z.object({
  done: z.array(z.string()),
  refused: z.array(z.object({ id: z.string(), code: z.string(), message: z.string() })),
})

export type VisibleFile = Awaited<ReturnType<ReturnType<typeof visibleFiles>['execute']>>[number]

/** Runs one step over files the actor may see; where not one can be done, the first reason refuses the whole command. */
export async function forEachFile(
  { tx, actor }: Context,
  ids: readonly string[],
  step: (file: VisibleFile) => Promise<AuditEvent>,
) {
  const rows = await visibleFiles(tx, actor, sql`component.id = any(${textArray(ids)})`).execute()
  const files = new Map(rows.map(row => [row.id, row]))
  const done: string[] = []
  const refused: z.infer<typeof filesOutput>['refused'] = []
  const events: AuditEvent[] = []
  let first: Refusal | undefined
  for (const id of new Set(ids)) {
    try {
      events.push(await step(files.get(id) ?? refuseHoldings('component.unknown')))
      done.push(id)
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      first ??= error
      refused.push({ id, code: error.code, message: fillIn(error.text, error.params, actor.language) })
    }
  }
  if (first && done.length === 0) throw first
  return { output: { done, refused }, events: events as unknown as NonEmpty<AuditEvent> }
}
