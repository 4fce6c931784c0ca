import { z } from 'zod'
import type { AuditEvent } from '../../domain/events.ts'
import { isOutsideScope } from '../../domain/holdings/filing-scope.ts'
import { descriptionOf, type ItemInput, itemInput } from '../../domain/holdings/item-input.ts'
import { assertCleared, assertWorksFor } from '../../domain/holdings/item-life.ts'
import { assertRetentionLawful } from '../../domain/holdings/record-groups.ts'
import { refuseHoldings } from '../../domain/holdings/refusals.ts'
import { UploadId } from '../../domain/shared/ids.ts'
import { newId } from '../platform/ids.ts'
import { type Context, command, type NonEmpty } from '../platform/operation.ts'
import { type ArrivedFile, attachFiles, takeUploads } from './attach-uploads.ts'
import { checkFields } from './check-fields.ts'
import { scopeFor } from './filing-scope.sql.ts'
import { indexItem } from './index-item.ts'
import { descriptionColumns, ensureSeries, readFonds } from './items.sql.ts'
import { currentKind } from './kinds.sql.ts'

/** What a new item is, and the files that come with it. */
export interface NewItem {
  readonly input: ItemInput
  readonly files: readonly ArrivedFile[]
  /** Why it is taken in though it lies outside the filing scope of its unit (S5.4). */
  readonly outsideScope?: string
}

/** Enters a new item as a draft in its series, with its files; the one road for whatever makes items. */
export async function enterItem(ctx: Context, { input, files, outsideScope = '' }: NewItem) {
  const { tx, actor, now } = ctx
  assertWorksFor(actor, input.unitId)
  assertCleared(actor, input.secrecy)
  const fonds = await readFonds(tx, input.fondsId)
  if (fonds.closed_at) refuseHoldings('fonds.closed', { name: fonds.name })
  const { kind, version } = await currentKind(tx, input.kind)
  if (fonds.kinds && !fonds.kinds.includes(kind.code))
    refuseHoldings('kind.not-used', { name: fonds.name, kind: { zh: kind.title, en: kind.titleEn ?? kind.title } })
  const fields = checkFields(kind, input.fields)
  assertRetentionLawful(kind.code, fields, input.retention)
  const seriesId = await ensureSeries(tx, input)
  const itemId = newId('item')
  await tx
    .insertInto('item')
    .values({
      id: itemId,
      fonds_id: fonds.id,
      series_id: seriesId,
      kind: kind.code,
      kind_version: version,
      year: input.year,
      unit_id: input.unitId,
      ...descriptionColumns(descriptionOf(input)),
      fields: JSON.stringify(fields),
      registered_by: actor.personId ?? '',
      registered_at: now,
    })
    .execute()
  const attached = await attachFiles(ctx, itemId, files)
  await indexItem(tx, itemId)
  const events: NonEmpty<AuditEvent> = [
    {
      name: 'item.registered',
      subject: itemId,
      data: { title: input.title, kind: kind.code, ...(outsideScope && { outsideScope }) },
    },
    ...attached,
  ]
  return { itemId, events }
}

/** Register an item 登记: what came in is described and its files are kept with it; it stays a draft until it is numbered (S1.1, S1.2). */
export const registerItem = command({
  name: 'item.register',
  title: '登记',
  titleEn: 'Register an item',
  permission: 'item.register',
  rules: ['S1.1', 'S1.2', 'S5.4', 'S8.1'],
  input: itemInput.extend({
    /** Asked for where the unit has a table of filing scope and nothing in it speaks of such a title. */
    outsideScope: z
      .string()
      .trim()
      .max(300)
      .default('')
      .meta({ title: '范围外归档理由', titleEn: 'Reason outside the scope' }),
    uploadIds: z.array(UploadId).max(200).default([]).meta({ title: '电子文件', titleEn: 'Files' }),
  }),
  output: z.object({ itemId: z.string(), revision: z.number() }),
  async run(ctx, { uploadIds, outsideScope: reason, ...input }) {
    const outside = isOutsideScope(await scopeFor(ctx.tx, input.unitId), input.title)
    if (outside && reason.length < 2) refuseHoldings('scope.outside', { title: input.title })
    const files = await takeUploads(ctx, uploadIds)
    const { itemId, events } = await enterItem(ctx, { input, files, ...(outside && { outsideScope: reason }) })
    return { output: { itemId, revision: 1 }, events }
  },
})
