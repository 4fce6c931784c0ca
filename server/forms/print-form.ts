import { sql } from 'kysely'
import { z } from 'zod'
import type { Actor } from '../../domain/access/actor.ts'
import type { AuditEvent } from '../../domain/events.ts'
import { type Form, forms } from '../../domain/forms/forms.ts'
import { refuseForms } from '../../domain/forms/refusals.ts'
import type { Tx } from '../platform/db.ts'
import { newId } from '../platform/ids.ts'
import { enqueue } from '../platform/jobs.ts'
import { command } from '../platform/operation.ts'
import { openProgress } from '../platform/progress.ts'
import { firstPdfs } from './components.sql.ts'
import { drawRun } from './draw-run.ts'
import { assertOptions, optionsOf, order, thingsOf } from './order.ts'

const keptMs = 24 * 60 * 60_000
const mostWaiting = 20

/** Print a form 打印表单: the order leaves its trace at once, and its files are made in the background and kept for a day. */
export const printForm = command({
  name: 'form.print',
  title: '打印表单',
  titleEn: 'Print a form',
  permission: 'form.print',
  rules: ['S1.3', 'S2.6', 'S5.6', 'S17.4'],
  input: z.strictObject(order),
  output: z.object({ runId: z.string(), count: z.number() }),
  async run({ tx, actor, now }, wanted) {
    assertOptions(wanted)
    const ids = await thingsOf(tx, actor, wanted)
    const form: Form = forms[wanted.form]
    if (ids.length > (form.most ?? ids.length)) refuseForms('form.too-many', { most: form.most ?? 0 })
    const looks = form.opensFiles ? await opened(tx, actor, ids) : []
    const orderedBy = actor.personId ?? ''
    const { waiting } = await tx
      .selectFrom('print_run')
      .innerJoin('job_progress', 'job_progress.id', 'print_run.job_id')
      .select(sql<number>`count(*)::int`.as('waiting'))
      .where('ordered_by', '=', orderedBy)
      .where('job_progress.state', 'in', ['waiting', 'running'])
      .executeTakeFirstOrThrow()
    if (waiting >= mostWaiting) refuseForms('print-run.busy', { most: mostWaiting })
    const { title, titleEn } = form
    const jobId = await openProgress(tx, { zh: `打印${title}`, en: `Printing: ${titleEn}` }, actor.personId)
    const runId = newId('print')
    await tx
      .insertInto('print_run')
      .values({
        id: runId,
        form: wanted.form,
        thing: wanted.thing,
        ids,
        options: JSON.stringify(optionsOf(wanted)),
        job_id: jobId,
        ordered_by: orderedBy,
        ordered_at: now,
        expires_at: new Date(now.getTime() + keptMs),
      })
      .execute()
    await enqueue(tx, drawRun, { runId }, runId)
    const data = { form: wanted.form, thing: wanted.thing, count: ids.length, ids: [...wanted.ids] }
    return { output: { runId, count: ids.length }, events: [{ name: 'form.printed', subject: runId, data }, ...looks] }
  },
})

/** Who gets a copy of a file has opened it (S2.6), and needs the right to. */
async function opened(tx: Tx, actor: Actor, ids: readonly string[]): Promise<AuditEvent[]> {
  if (!actor.permissions.has('component.open')) refuseForms('form.no-opening')
  const pdfs = await firstPdfs(tx, actor, ids)
  return [...pdfs].map(([itemId, { name }]) => ({
    name: 'component.opened' as const,
    subject: itemId,
    data: { itemId, name },
  }))
}
