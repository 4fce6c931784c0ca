import { sql } from 'kysely'
import { z } from 'zod'
import { refuseForms } from '../../domain/forms/refusals.ts'
import { PrintRunId } from '../../domain/shared/ids.ts'
import { command, fileQuery, query } from '../platform/operation.ts'
import { requestStop } from '../upkeep/cancel-job.ts'

const refusedThing = z.object({
  id: z.string(),
  label: z.string(),
  code: z.string(),
  zh: z.string(),
  en: z.string(),
})

/** One's own prints of the last day 打印记录: how far each is, its files, and what could not be printed. */
export const listRuns = query({
  name: 'form.runs',
  title: '打印记录',
  titleEn: 'Prints',
  permission: 'form.print',
  rules: ['S1.3'],
  input: z.strictObject({}),
  output: z.object({
    runs: z.array(
      z.object({
        id: z.string(),
        form: z.string(),
        thing: z.string(),
        count: z.number(),
        format: z.string(),
        state: z.string(),
        done: z.number(),
        failure: z.string().nullable(),
        orderedAt: z.string(),
        expiresAt: z.string(),
        files: z.array(z.object({ ordinal: z.number(), name: z.string(), bytes: z.number() })),
        refused: z.array(refusedThing),
      }),
    ),
  }),
  async run({ tx, actor, now }) {
    const rows = await tx
      .selectFrom('print_run')
      .innerJoin('job_progress', 'job_progress.id', 'print_run.job_id')
      .leftJoinLateral(
        eb =>
          eb
            .selectFrom('print_file')
            .select([
              sql<{ ordinal: number; name: string; bytes: number }[]>`
                coalesce(json_agg(json_build_object('ordinal', ordinal, 'name', name, 'bytes', octet_length(body)) order by ordinal)
                  filter (where body is not null), '[]')`.as('files'),
              sql<z.output<typeof refusedThing>[][]>`coalesce(json_agg(refused order by ordinal), '[]')`.as('refused'),
            ])
            .whereRef('print_file.run_id', '=', 'print_run.id')
            .as('made'),
        join => join.onTrue(),
      )
      .select(['print_run.id', 'print_run.form', 'print_run.thing', 'print_run.ordered_at', 'print_run.expires_at'])
      .select(['job_progress.state', 'job_progress.done', 'job_progress.failure', 'made.files', 'made.refused'])
      .select([
        sql<number>`cardinality(print_run.ids)`.as('count'),
        sql<string>`print_run.options->>'format'`.as('format'),
      ])
      .where('print_run.ordered_by', '=', actor.personId)
      .where('print_run.expires_at', '>', now.toISOString())
      .orderBy('print_run.id', 'desc')
      .limit(100)
      .execute()
    return {
      runs: rows.map(({ ordered_at: orderedAt, expires_at: expiresAt, files, refused, ...row }) => ({
        ...row,
        orderedAt,
        expiresAt,
        files: files ?? [],
        refused: (refused ?? []).flat(),
      })),
    }
  },
})

/** A file of one's own print 打印结果. */
export const printedFile = fileQuery({
  name: 'form.file',
  title: '打印结果',
  titleEn: 'A printed file',
  permission: 'form.print',
  rules: ['S1.3'],
  input: z.strictObject({
    runId: PrintRunId,
    ordinal: z.int().min(1).default(1).meta({ title: '第几份文件', titleEn: 'Which file' }),
    inline: z.boolean().default(false).meta({ title: '在页面中显示', titleEn: 'Shown in the page' }),
  }),
  async run({ tx, actor, now }, { runId, ordinal, inline }) {
    const file = await tx
      .selectFrom('print_file')
      .innerJoin('print_run', 'print_run.id', 'print_file.run_id')
      .select(['print_file.name', 'print_file.mime', 'print_file.body'])
      .where('run_id', '=', runId)
      .where('ordinal', '=', ordinal)
      .where('print_run.ordered_by', '=', actor.personId)
      .where('print_run.expires_at', '>', now.toISOString())
      .executeTakeFirst()
    if (!file?.body) return refuseForms('print-run.unknown')
    return { name: file.name, mime: file.mime, body: new Uint8Array(file.body), inline }
  },
})

/** Cancel one's own print 取消打印: it stops after the file it is at; files already made stay. */
export const cancelRun = command({
  name: 'form.cancel',
  title: '取消打印',
  titleEn: 'Cancel a print',
  permission: 'form.print',
  rules: ['S1.3'],
  input: z.strictObject({ runId: PrintRunId }),
  output: z.object({ runId: z.string() }),
  async run({ tx, actor }, { runId }) {
    const run = await tx
      .selectFrom('print_run')
      .select(['form', 'job_id'])
      .where('id', '=', runId)
      .where('ordered_by', '=', actor.personId)
      .executeTakeFirst()
    if (!run) return refuseForms('print-run.unknown')
    await requestStop(tx, run.job_id)
    return { output: { runId }, events: [{ name: 'form.cancelled', subject: runId, data: { form: run.form } }] }
  },
})
