import { z } from 'zod'
import { volumeTitle } from '../../domain/arrangement/volume-input.ts'
import { assertWorksFor } from '../../domain/holdings/item-life.ts'
import {
  assertByVolume,
  assertVolumeOpen,
  mostMembers,
  proposeVolumeTitle,
} from '../../domain/holdings/volumes/volume.ts'
import { ItemId, SeriesId, VolumeId } from '../../domain/shared/ids.ts'
import { lockItems } from '../holdings/items.sql.ts'
import { currentKind } from '../holdings/kinds.sql.ts'
import { readSeries } from '../holdings/series.sql.ts'
import { deleteVolume, insertVolume, lockMembers, lockVolume, unbindItems } from '../holdings/volumes.sql.ts'
import { command } from '../platform/operation.ts'
import { bindInto, unboundEvents } from './bind-items.ts'
import { assertPlanned } from './plan.ts'

/** Begin a volume 案卷 in a series, with its first members if there are any; its title is proposed from theirs (S1.3, S13.3). */
export const createVolume = command({
  name: 'volume.create',
  title: '立卷',
  titleEn: 'Begin a volume',
  permission: 'volume.arrange',
  rules: ['S1.3', 'S13.2', 'S13.3', 'S14.2'],
  input: z.strictObject({
    seriesId: SeriesId,
    title: volumeTitle.optional(),
    itemIds: z.array(ItemId).max(mostMembers).default([]).meta({ title: '卷内文件', titleEn: 'Items' }),
  }),
  output: z.object({ volumeId: z.string(), title: z.string() }),
  async run(ctx, { seriesId, title: given, itemIds }) {
    const { tx, actor, now } = ctx
    const series = await readSeries(tx, actor, seriesId)
    assertWorksFor(actor, series.unit_id)
    assertByVolume((await currentKind(tx, series.kind)).kind)
    await assertPlanned(tx, series.fonds_id, 'rebind')
    const items = await lockItems(tx, actor, itemIds)
    const titles = itemIds.flatMap(id => items.get(id)?.title ?? [])
    const title = given ?? (titles.length > 0 ? proposeVolumeTitle(titles) : '未定题名的案卷')
    const volumeId = await insertVolume(tx, series, { title, by: actor.personId ?? '', at: now })
    const bound = itemIds.length > 0 ? await bindInto(ctx, await lockVolume(tx, actor, volumeId), itemIds) : []
    return {
      output: { volumeId, title },
      events: [{ name: 'volume.created', subject: volumeId, data: { title, seriesId } }, ...bound],
    }
  },
})

/** Take a volume apart 拆卷: its members are loose again; only while it has no code. */
export const dissolveVolume = command({
  name: 'volume.dissolve',
  title: '拆卷',
  titleEn: 'Take a volume apart',
  permission: 'volume.arrange',
  rules: ['S1.3'],
  input: z.strictObject({ volumeId: VolumeId }),
  output: z.object({ volumeId: z.string() }),
  async run({ tx, actor }, { volumeId }) {
    const volume = await lockVolume(tx, actor, volumeId)
    assertWorksFor(actor, volume.unit_id)
    assertVolumeOpen(volume)
    await assertPlanned(tx, volume.fonds_id, 'dissolve')
    const itemIds = (await lockMembers(tx, actor, volumeId)).map(({ id }) => id)
    await unbindItems(tx, itemIds)
    await deleteVolume(tx, volumeId)
    return {
      output: { volumeId },
      events: [
        { name: 'volume.dissolved', subject: volumeId, data: { title: volume.title, itemIds } },
        ...unboundEvents(volume, itemIds),
      ],
    }
  },
})
