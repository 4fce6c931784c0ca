import { refuseHoldings } from '../../domain/holdings/refusals.ts'
import { builtInKinds, type KindDefinition, kindDefinition, withRelease } from '../../domain/kinds/index.ts'
import { canonical } from '../platform/audit.ts'
import type { Db, Reads, Tx } from '../platform/db.ts'

export interface KindVersion {
  readonly version: number
  readonly kind: KindDefinition
}

/**
 * Stores each built-in kind as a new version when its definition has changed, so that old items keep the one they were described under;
 * to one that an administrator extended it only adds.
 */
export async function storeBuiltInKinds(db: Db): Promise<void> {
  await db.transaction().execute(async tx => {
    for (const shipped of Object.values(builtInKinds)) {
      const last = await tx
        .selectFrom('kind_version')
        .select(['version', 'definition', 'customised'])
        .where('code', '=', shipped.code)
        .orderBy('version', 'desc')
        .limit(1)
        .executeTakeFirst()
      const customised = last?.customised ?? false
      const kind = customised ? withRelease(kindDefinition.parse(last?.definition), shipped) : shipped
      if (last && canonical(last.definition) === canonical(kind)) continue
      const version = (last?.version ?? 0) + 1
      await tx
        .insertInto('kind_version')
        .values({ code: kind.code, version, customised, definition: JSON.stringify(kind) })
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

/** The newest version of every kind: those that come with the product in their order, then those of an administrator by code. */
export async function currentKinds(reads: Reads): Promise<(KindVersion & { customised: boolean })[]> {
  const rows = await reads
    .selectFrom('kind_version')
    .distinctOn('code')
    .select(['code', 'version', 'definition', 'customised'])
    .orderBy('code')
    .orderBy('version', 'desc')
    .execute()
  return rows
    .map(({ code, version, definition, customised }) => ({
      version,
      customised,
      kind: kindOf(code, version, definition),
    }))
    .sort((a, b) => placeOf(a.kind) - placeOf(b.kind))
}

const inOrder = Object.keys(builtInKinds)
const placeOf = ({ code }: KindDefinition) => (inOrder.includes(code) ? inOrder.indexOf(code) : inOrder.length)

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

/** Writes a kind's next version, as an administrator wants it. */
export async function insertKindVersion(tx: Tx, { version, kind }: KindVersion): Promise<void> {
  await tx
    .insertInto('kind_version')
    .values({ code: kind.code, version, customised: true, definition: JSON.stringify(kind) })
    .execute()
}
