import { refuseHoldings } from '../../domain/holdings/refusals.ts'
import { builtInKinds, type KindDefinition, kindDefinition } from '../../domain/kinds/index.ts'
import { canonical } from '../platform/audit.ts'
import type { Db, Reads } from '../platform/db.ts'

export interface KindVersion {
  readonly version: number
  readonly kind: KindDefinition
}

/** Stores each built-in kind as a new version when its definition has changed, so that old items keep the one they were described under. */
export async function storeBuiltInKinds(db: Db): Promise<void> {
  await db.transaction().execute(async tx => {
    for (const kind of Object.values(builtInKinds)) {
      const last = await tx
        .selectFrom('kind_version')
        .select(['version', 'definition'])
        .where('code', '=', kind.code)
        .orderBy('version', 'desc')
        .limit(1)
        .executeTakeFirst()
      if (last && canonical(last.definition) === canonical(kind)) continue
      await tx
        .insertInto('kind_version')
        .values({ code: kind.code, version: (last?.version ?? 0) + 1, definition: JSON.stringify(kind) })
        .onConflict(conflict => conflict.doNothing())
        .execute()
    }
  })
}

// A version never changes once it is stored, so what it says is read only once by each server.
const parsed = new Map<string, KindDefinition>()

function kindOf(code: string, version: number, definition: unknown): KindDefinition {
  const known = parsed.get(`${code} ${version}`) ?? kindDefinition.parse(definition)
  parsed.set(`${code} ${version}`, known)
  return known
}

/** The newest version of a kind 门类. */
export async function currentKind(reads: Reads, code: string): Promise<KindVersion> {
  const row = await reads
    .selectFrom('kind_version')
    .select(['version', 'definition'])
    .where('code', '=', code)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row
    ? { version: row.version, kind: kindOf(code, row.version, row.definition) }
    : refuseHoldings('kind.unknown', { kind: code })
}

/** The newest version of every kind, by code. */
export async function currentKinds(reads: Reads): Promise<KindVersion[]> {
  const rows = await reads
    .selectFrom('kind_version')
    .distinctOn('code')
    .select(['code', 'version', 'definition'])
    .orderBy('code')
    .orderBy('version', 'desc')
    .execute()
  return rows.map(row => ({ version: row.version, kind: kindOf(row.code, row.version, row.definition) }))
}

/** The version an item was described under, for showing and checking it. */
export async function kindAt(reads: Reads, code: string, version: number): Promise<KindDefinition> {
  const known = parsed.get(`${code} ${version}`)
  if (known) return known
  const row = await reads
    .selectFrom('kind_version')
    .select('definition')
    .where('code', '=', code)
    .where('version', '=', version)
    .executeTakeFirstOrThrow()
  return kindOf(code, version, row.definition)
}
