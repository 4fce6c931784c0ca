import { sql } from 'kysely'
import {
  type CodeParts,
  type CodeTemplate,
  formatCode,
  nextSerial,
  partsOfFields,
  scopeOf,
  templateOf,
} from '../../domain/holdings/numbering/index.ts'
import type { KindDefinition } from '../../domain/kinds/index.ts'
import type { Reads, Tx } from '../platform/db.ts'
import { type Place, readFonds } from './items.sql.ts'

/** Template of codes in force for a kind in a fonds, and what a place and the fields of a thing contribute to them. */
export async function codeRules(
  reads: Reads,
  place: Place,
  kind: KindDefinition,
  fields: unknown,
): Promise<{ template: CodeTemplate; parts: CodeParts }> {
  const fonds = await readFonds(reads, place.fondsId)
  const unit = place.unitId
    ? await reads.selectFrom('unit').select('code').where('id', '=', place.unitId).executeTakeFirst()
    : undefined
  const chosen = (fonds.code_templates as Record<string, string>)[kind.code]
  return {
    template: templateOf(chosen ?? kind.codePattern),
    parts: {
      fonds: fonds.code,
      category: kind.categoryCode,
      year: place.year,
      retention: place.retention,
      ...(unit && { unit: unit.code }),
      ...partsOfFields(fields as Readonly<Record<string, unknown>>),
    },
  }
}

/** The next number of a class: its counter is locked by its row until the transaction ends, so that numbers have no gap. */
export async function takeNumber(tx: Tx, fondsId: string, scope: string): Promise<number> {
  const { last } = await tx
    .insertInto('code_counter')
    .values({ fonds_id: fondsId, scope, last: nextSerial(null) })
    .onConflict(conflict => conflict.columns(['fonds_id', 'scope']).doUpdateSet({ last: sql`code_counter.last + 1` }))
    .returning('last')
    .executeTakeFirstOrThrow()
  return last
}

/** Gives a number back, if it is the last of its class; answers whether it was. */
export async function returnNumber(tx: Tx, fondsId: string, scope: string, serial: number): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('code_counter')
    .set({ last: serial - 1 })
    .where('fonds_id', '=', fondsId)
    .where('scope', '=', scope)
    .where('last', '=', serial)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** The code an item of its own gets next in its class. */
export async function nextCode(
  tx: Tx,
  place: Place,
  kind: KindDefinition,
  fields: unknown,
): Promise<{ code: string; scope: string; serial: number }> {
  const { template, parts } = await codeRules(tx, place, kind, fields)
  // Parts that make no code are refused before the counter moves, so that a refusal leaves no gap.
  formatCode(template, { ...parts, [template.serial]: nextSerial(null) })
  const scope = scopeOf(template, parts)
  const serial = await takeNumber(tx, place.fondsId, scope)
  return { code: formatCode(template, { ...parts, [template.serial]: serial }), scope, serial }
}
