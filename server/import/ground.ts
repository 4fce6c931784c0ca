import type { Actor } from '../../domain/access/actor.ts'
import { templateOf } from '../../domain/holdings/numbering/index.ts'
import { refuseHoldings } from '../../domain/holdings/refusals.ts'
import { targetsOf } from '../../domain/import/columns.ts'
import { type ImportPlan, importPlan } from '../../domain/import/plan.ts'
import { refuseImport } from '../../domain/import/refusals.ts'
import type { KindDefinition } from '../../domain/kinds/index.ts'
import { readFonds } from '../holdings/items.sql.ts'
import { currentKind } from '../holdings/kinds.sql.ts'
import type { Reads } from '../platform/db.ts'
import type { SentGround } from './reading.ts'

/** Refuses a plan that leaves the title out, gives a thing two columns, or names what the kind does not have. */
export function assertPlan({ columns }: ImportPlan, kind: KindDefinition): void {
  const targets = new Map(targetsOf(kind).map(target => [target.name, target]))
  const chosen = columns.filter(column => column !== null)
  for (const [at, name] of chosen.entries()) {
    const target = targets.get(name)
    if (!target) refuseImport('import.column-unknown', { target: name })
    else if (chosen.indexOf(name) !== at)
      refuseImport('import.column-twice', { target: { zh: target.title, en: target.titleEn } })
  }
  if (!chosen.includes('title')) refuseImport('import.no-title')
}

/** Gathers what reading the rows rests on, as it stands now. */
export async function groundOf(reads: Reads, actor: Actor, stored: unknown): Promise<SentGround> {
  const plan = importPlan.parse(stored)
  const fonds = await readFonds(reads, plan.fondsId)
  if (fonds.closed_at) refuseHoldings('fonds.closed', { name: fonds.name })
  const { kind, version } = await currentKind(reads, plan.kind)
  assertPlan(plan, kind)
  const chosen = (fonds.code_templates as Record<string, string>)[kind.code]
  const units = await reads.selectFrom('unit').select(['id', 'code', 'name']).execute()
  const { worksForAllUnits, unitIds, clearance } = actor
  return {
    plan,
    kind,
    kindVersion: version,
    fondsCode: fonds.code,
    template: templateOf(chosen ?? kind.codePattern).text,
    units,
    actor: { worksForAllUnits, unitIds, clearance },
  }
}
