import { sql } from 'kysely'
import { z } from 'zod'
import { kindIssues } from '../../domain/holdings/kind-issues.ts'
import { assertTemplateFits, templateOf } from '../../domain/holdings/numbering/index.ts'
import { refuseHoldings } from '../../domain/holdings/refusals.ts'
import {
  alike,
  extensionChanges,
  extensionIssues,
  type KindDefinition,
  kindDefinition,
} from '../../domain/kinds/index.ts'
import type { InputIssue } from '../../domain/shared/refusal.ts'
import type { Tx } from '../platform/db.ts'
import { command, query } from '../platform/operation.ts'
import { refusePlatform } from '../platform/refusals.ts'
import { currentKind, currentKinds, insertKindVersion } from './kinds.sql.ts'
import { visibleTallies } from './visible.sql.ts'

const definition = kindDefinition.meta({ title: '门类定义', titleEn: 'Definition' })
const answer = z.object({ code: z.string(), version: z.number() })

/** Add a kind 门类 of one's own: its fields, sections and papers as data, by the same vocabulary as those that come with the product (S8.1). */
export const defineKind = command({
  name: 'kind.define',
  title: '新增门类',
  titleEn: 'Add a kind',
  permission: 'kind.define',
  rules: ['S8.1', 'S13.3'],
  input: z.strictObject({ definition }),
  output: answer,
  async run({ tx }, { definition: kind }) {
    await assertFree(tx, kind)
    assertUsable(kind, [])
    await insertKindVersion(tx, { version: 1, kind })
    // Whoever adds a kind means to use it: a fonds that names its kinds takes it up.
    await tx
      .updateTable('fonds')
      .set({ kinds: sql`array_append(kinds, ${kind.code})` })
      .where('kinds', 'is not', null)
      .execute()
    const { code, title } = kind
    return { output: { code, version: 1 }, events: [{ name: 'kind.defined', subject: code, data: { code, title } }] }
  },
})

/** Extend a kind 门类 by a new version; items keep the version they were described under, and nothing is ever taken away (S8.1). */
export const extendKind = command({
  name: 'kind.extend',
  title: '扩充门类',
  titleEn: 'Extend a kind',
  permission: 'kind.extend',
  rules: ['S8.1'],
  input: z.strictObject({
    /** Version the page was read at. */
    version: z.int().min(1).meta({ title: '版本', titleEn: 'Version' }),
    definition,
  }),
  output: answer,
  async run({ tx }, { version, definition: kind }) {
    const before = await currentKind(tx, kind.code)
    if (before.version !== version) refuseHoldings('kind.changed', { version: before.version })
    if (alike(before.kind, kind)) refuseHoldings('kind.nothing-changed')
    assertUsable(kind, extensionIssues(before.kind, kind))
    await insertKindVersion(tx, { version: version + 1, kind })
    const { code, title } = kind
    const data = { code, title, version: version + 1, ...extensionChanges(before.kind, kind) }
    return { output: { code, version: version + 1 }, events: [{ name: 'kind.extended', subject: code, data }] }
  },
})

/** Every kind with its version and how many items are described under it, as far as this person may see them. */
export const showKinds = query({
  name: 'kind.show',
  title: '门类详情',
  titleEn: 'Kinds in use',
  permission: 'kind.show',
  rules: ['S8.1', 'S13.3'],
  input: z.strictObject({}),
  output: z.object({
    kinds: z.array(z.object({ kind: kindDefinition, version: z.number(), customised: z.boolean(), items: z.number() })),
  }),
  async run({ tx, actor }) {
    const counts = await tx
      .selectFrom('series')
      .innerJoin('series_tally', 'series_tally.series_id', 'series.id')
      .select(['series.kind', sql<number>`sum(series_tally.count)::int`.as('items')])
      .where(visibleTallies(actor))
      .groupBy('series.kind')
      .execute()
    const items = new Map(counts.map(row => [row.kind, row.items]))
    const kinds = await currentKinds(tx)
    return { kinds: kinds.map(one => ({ ...one, items: items.get(one.kind.code) ?? 0 })) }
  },
})

/** Refuses a code or a category code that stands for another kind. */
async function assertFree(tx: Tx, { code, categoryCode }: KindDefinition): Promise<void> {
  // Two who add at once would each see the code free; kinds are added so seldom that one may wait for the other.
  await sql`lock table kind_version in share row exclusive mode`.execute(tx)
  const kinds = (await currentKinds(tx)).map(({ kind }) => kind)
  if (kinds.some(kind => kind.code === code)) refuseHoldings('kind.code-taken', { kind: code })
  const other = kinds.find(kind => kind.categoryCode === categoryCode)
  if (other)
    refuseHoldings('kind.category-taken', {
      category: categoryCode,
      title: { zh: other.title, en: other.titleEn ?? other.title },
    })
}

/** Refuses what the holdings cannot give a kind, and whatever else is wrong with it, all at once. */
function assertUsable(kind: KindDefinition, found: readonly InputIssue[]): void {
  const issues = [...found, ...kindIssues(kind)].map(issue => ({ ...issue, field: `definition.${issue.field}` }))
  if (issues.length > 0) refusePlatform('input.invalid', { count: issues.length }, issues)
  assertTemplateFits(templateOf(kind.codePattern), kind)
}
