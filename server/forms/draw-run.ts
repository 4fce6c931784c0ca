import { z } from 'zod'
import { type FormCode, forms, type PrintOptions } from '../../domain/forms/forms.ts'
import { fillIn, Refusal } from '../../domain/shared/refusal.ts'
import { actorOf } from '../access/actor-of.ts'
import type { Db } from '../platform/db.ts'
import { type JobContext, job } from '../platform/jobs.ts'
import { endProgress, reportProgress } from '../platform/progress.ts'
import type { Drawn } from './draw.ts'
import { drawnForms } from './drawn-forms.ts'
import { printingFor } from './order.ts'

const workbook = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/**
 * Makes the files of an order, with the eyes of who ordered them and the rights they have now. A file once made stays, so that a run that
 * was interrupted goes on after the last.
 */
export const drawRun = job({
  name: 'form.draw',
  payload: z.strictObject({ runId: z.string() }),
  async run(context, { runId }) {
    const { db } = context.runtime
    const run = await db.selectFrom('print_run').selectAll().where('id', '=', runId).executeTakeFirst()
    if (!run) return
    try {
      const ended = await drawFiles(context, run)
      await endProgress(db, run.job_id, ended ? 'finished' : 'cancelled')
    } catch (error) {
      await endProgress(db, run.job_id, 'failed', reasonOf(error))
      if (!(error instanceof Refusal)) throw error
    }
  },
})

const reasonOf = (error: unknown): string =>
  error instanceof Refusal ? fillIn(error.text, error.params, 'zh') : '打印没有完成，稍后会再试'

interface Run {
  readonly id: string
  readonly form: string
  readonly ids: string[]
  readonly options: unknown
  readonly job_id: string
  readonly ordered_by: string
}

/** Draws one file after another; answers false when somebody asked to stop. */
async function drawFiles({ runtime }: JobContext, run: Run): Promise<boolean> {
  const { db } = runtime
  const code = run.form as FormCode
  const options = run.options as PrintOptions
  const { perFile, title } = forms[code]
  const actor = await actorOf(db, run.ordered_by)
  const printing = await printingFor(db, actor, runtime.clock())
  const made = new Set(await ordinalsOf(db, run.id))
  for (let ordinal = 1, from = 0; from < run.ids.length; ordinal += 1, from += perFile) {
    const goOn = await reportProgress(db, run.job_id, { done: from, total: run.ids.length })
    if (!goOn) return false
    if (made.has(ordinal)) continue
    const ids = run.ids.slice(from, from + perFile)
    const wanted = {
      reads: runtime.reads,
      files: runtime.files,
      actor,
      ids,
      printing,
      options: from === 0 ? options : { ...options, start: 1 },
    }
    const drawn = await drawnForms[code](wanted)
    const part = run.ids.length > perFile ? `-${ordinal}` : ''
    const name = `${drawn.name ?? `${title}${part}`}.${options.format}`
    await keep(db, run.id, { ordinal, name, mime: options.format === 'xlsx' ? workbook : 'application/pdf', drawn })
  }
  await reportProgress(db, run.job_id, { done: run.ids.length, total: run.ids.length })
  return true
}

async function ordinalsOf(db: Db, runId: string): Promise<number[]> {
  const rows = await db.selectFrom('print_file').select('ordinal').where('run_id', '=', runId).execute()
  return rows.map(({ ordinal }) => ordinal)
}

interface Made {
  readonly ordinal: number
  readonly name: string
  readonly mime: string
  readonly drawn: Drawn
}

async function keep(db: Db, runId: string, { ordinal, name, mime, drawn }: Made): Promise<void> {
  const body = drawn.body === null ? null : Buffer.from(drawn.body)
  await db
    .insertInto('print_file')
    .values({ run_id: runId, ordinal, name, mime, body, refused: JSON.stringify(drawn.refused) })
    .onConflict(conflict => conflict.doNothing())
    .execute()
}
