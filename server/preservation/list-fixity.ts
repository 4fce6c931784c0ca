import { sql } from 'kysely'
import { z } from 'zod'
import type { Actor } from '../../domain/access/actor.ts'
import {
  type FixityFault,
  type FixityState,
  fixityFaultCodes,
  fixityStateCodes,
} from '../../domain/preservation/fixity.ts'
import { After, FixityRunId, Limit } from '../../domain/shared/ids.ts'
import { namesOfStored } from '../holdings/stored-things.sql.ts'
import type { Db } from '../platform/db.ts'
import { query } from '../platform/operation.ts'

/** So many faults of one object are told; an object that lost everything has no need of more. */
const mostFaults = 20

const run = z.object({
  id: z.string(),
  whole: z.boolean(),
  state: z.enum(fixityStateCodes),
  /** Null for a run by the clock. */
  startedBy: z.string().nullable(),
  startedAt: z.string(),
  endedAt: z.string().nullable(),
  planned: z.number().nullable(),
  objects: z.number(),
  files: z.number(),
  bytes: z.number(),
  damaged: z.number(),
})

/** A fixity run with the name of who began it. */
export const fixityRuns = (reads: Db) =>
  reads
    .selectFrom('fixity_run as run')
    .leftJoin('person', 'person.id', 'run.started_by')
    .select(['run.id', 'run.whole', 'run.planned', 'run.objects', 'run.files', 'run.bytes', 'run.damaged'])
    .select(['run.started_at as startedAt', 'run.ended_at as endedAt', 'person.name as startedBy'])
    .select(sql<FixityState>`run.state`.as('state'))

/** Fixity checks 固化检查, newest first: how much was read, and how much of it was damaged. */
export const listFixity = query({
  name: 'fixity.list',
  title: '固化检查记录',
  titleEn: 'Fixity checks',
  permission: 'fixity.list',
  rules: ['S5.5'],
  input: z.strictObject({ after: After, limit: Limit }),
  output: z.object({ runs: z.array(run), next: z.string().nullable() }),
  async run({ tx }, { after, limit }) {
    const rows = await fixityRuns(tx)
      .$if(after !== undefined, runs => runs.where('run.id', '<', after ?? ''))
      .orderBy('run.id', 'desc')
      .limit(limit + 1)
      .execute()
    const runs = rows.slice(0, limit)
    return { runs, next: rows.length > limit ? (runs.at(-1)?.id ?? null) : null }
  },
})

const damage = z.object({
  /** Id of the item, volume or box. */
  thing: z.string(),
  /** Code and title; null where the reader may not see the thing, whose files are not named then either. */
  named: z.object({ code: z.string().nullable(), title: z.string() }).nullable(),
  foundAt: z.string(),
  faults: z.array(z.object({ fault: z.enum(fixityFaultCodes), path: z.string() })),
})

/** What fixity checks found damaged 存储损坏: now, or in one run. */
export const listFindings = query({
  name: 'fixity.findings',
  title: '存储损坏',
  titleEn: 'Damage in the store',
  permission: 'fixity.list',
  rules: ['S5.5', 'S17.4'],
  input: z.strictObject({ runId: FixityRunId.optional(), after: After, limit: Limit }),
  output: z.object({ damaged: z.array(damage), next: z.string().nullable() }),
  run({ tx, actor }, asked) {
    return readFindings(tx, actor, asked)
  },
})

/** Damaged things in the order of their ids, each with its first faults. */
export async function readFindings(
  reads: Db,
  actor: Actor,
  { runId, after = '', limit }: { runId?: string | undefined; after?: string | undefined; limit: number },
): Promise<{ damaged: z.infer<typeof damage>[]; next: string | null }> {
  const rows = await reads
    .selectFrom('fixity_finding')
    .select(['thing', sql<string>`min(found_at)`.as('foundAt')])
    .select(
      sql<{ fault: FixityFault; path: string }[]>`
        (array_agg(json_build_object('fault', fault, 'path', path) order by path, fault))[:${sql.lit(mostFaults)}]`.as(
        'faults',
      ),
    )
    .where('thing', '>', after)
    .where(({ eb }) => (runId === undefined ? eb('open', '=', true) : eb('run_id', '=', runId)))
    .groupBy('thing')
    .orderBy('thing')
    .limit(limit + 1)
    .execute()
  const page = rows.slice(0, limit)
  const names = await namesOfStored(
    reads,
    actor,
    page.map(({ thing }) => thing),
  )
  return {
    damaged: page.map(row => {
      const named = names.get(row.thing) ?? null
      const faults = named ? row.faults : row.faults.map(({ fault }) => ({ fault, path: '' }))
      return { ...row, named, faults }
    }),
    next: rows.length > limit ? (page.at(-1)?.thing ?? null) : null,
  }
}
