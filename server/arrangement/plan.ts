import { z } from 'zod'
import {
  type ArrangingAct,
  assertPlanAllows,
  type PlanScope,
  planScopeCodes,
  planScopes,
} from '../../domain/arrangement/plan.ts'
import { FondsId } from '../../domain/shared/ids.ts'
import { readFonds } from '../holdings/items.sql.ts'
import type { Reads } from '../platform/db.ts'
import { command, query } from '../platform/operation.ts'

const titles = (key: 'title' | 'titleEn') =>
  Object.fromEntries(planScopeCodes.map(code => [code, planScopes[code][key]]))

/** Decide the plan 整理方案 of a fonds before it is arranged: how far it goes, and in words what is kept and how it is classed (S13.1, S13.2). */
export const decideArrangement = command({
  name: 'arrangement.decide',
  title: '确定整理方案',
  titleEn: 'Decide the plan of arranging',
  permission: 'arrangement.decide',
  rules: ['S13.1', 'S13.2'],
  input: z.strictObject({
    fondsId: FondsId,
    scope: z
      .enum(planScopeCodes)
      .meta({ title: '整理范围', titleEn: 'Scope', options: titles('title'), optionsEn: titles('titleEn') }),
    plan: z.string().trim().min(2).max(5000).meta({ title: '方案内容', titleEn: 'The plan' }),
  }),
  output: z.object({ fondsId: z.string() }),
  async run({ tx, actor, now }, { fondsId, scope, plan }) {
    await readFonds(tx, fondsId)
    const decided = { scope, plan, decided_by: actor.personId ?? '', decided_at: now }
    await tx
      .insertInto('arrangement_plan')
      .values({ fonds_id: fondsId, ...decided })
      .onConflict(conflict => conflict.column('fonds_id').doUpdateSet(decided))
      .execute()
    return { output: { fondsId }, events: [{ name: 'arrangement.decided', subject: fondsId, data: { scope, plan } }] }
  },
})

/** The plan in force; a fonds without one is arranged from beginning to end. */
export const showArrangement = query({
  name: 'arrangement.show',
  title: '整理方案',
  titleEn: 'Plan of arranging',
  permission: 'volume.show',
  rules: ['S13.1', 'S13.2'],
  input: z.strictObject({ fondsId: FondsId }),
  output: z.object({
    scope: z.enum(planScopeCodes),
    plan: z.string(),
    decidedBy: z.string().nullable(),
    decidedAt: z.string().nullable(),
  }),
  async run({ tx }, { fondsId }) {
    const row = await tx
      .selectFrom('arrangement_plan')
      .innerJoin('person', 'person.id', 'arrangement_plan.decided_by')
      .select(['scope', 'plan', 'person.name', 'decided_at'])
      .where('fonds_id', '=', fondsId)
      .executeTakeFirst()
    return {
      scope: (row?.scope ?? 'whole') as PlanScope,
      plan: row?.plan ?? '',
      decidedBy: row?.name ?? null,
      decidedAt: row?.decided_at ?? null,
    }
  },
})

/** Refuses a change of volumes that goes further than the plan of their fonds. */
export async function assertPlanned(reads: Reads, fondsId: string, act: ArrangingAct): Promise<void> {
  const row = await reads
    .selectFrom('arrangement_plan')
    .select('scope')
    .where('fonds_id', '=', fondsId)
    .executeTakeFirst()
  assertPlanAllows((row?.scope ?? 'whole') as PlanScope, act)
}
