import { createVolume } from '../arrangement/create-volume.ts'
import { fileVolumes, numberVolumes } from '../arrangement/number-volumes.ts'
import { registerItem } from '../holdings/register-item.ts'
import { showItem } from '../holdings/show-item.ts'
import { actAs } from './act-as.ts'
import type { SampleVolume } from './draw-accounts.ts'
import { archivists, type Farm } from './fill-archive.ts'

const unit = 'CWB'

/** Registers the accounts as finance hands them over, binds them into volumes, and numbers and files those of a whole year. */
export async function bindAccounts(farm: Farm, volumes: readonly SampleVolume[], isWhole: boolean): Promise<void> {
  const ids: string[] = []
  for (const volume of volumes) ids.push(await bind(farm, volume))
  if (!isWhole) return
  const by = { runtime: farm.runtime, actor: archivists(farm.cast)[0]!.actor }
  const key = volumes[0]?.key ?? ''
  for (const step of [numberVolumes, fileVolumes]) {
    const { refused } = await actAs({ ...by, key: `${key}-${step.name}` }, step, { ids })
    if (refused.length > 0) throw new Error(`${step.name}: ${refused[0]?.message}`)
  }
}

async function bind({ runtime, cast, units, fondsId }: Farm, { key, title, items }: SampleVolume): Promise<string> {
  const { actor } = cast.find(person => person.role === 'part-time-archivist' && person.unit === unit)!
  const itemIds: string[] = []
  for (const words of items) {
    const input = { ...words, fondsId, unitId: units.get(unit) ?? null, uploadIds: [] }
    const { itemId } = await actAs({ runtime, actor, key: `${key}-${words.title}` }, registerItem, input)
    itemIds.push(itemId)
  }
  const { item } = await actAs({ runtime, actor }, showItem, { itemId: itemIds[0] ?? '' })
  const { volumeId } = await actAs({ runtime, actor, key }, createVolume, { seriesId: item.seriesId, title, itemIds })
  return volumeId
}
