import { rankOf } from '../../domain/access/secrecy.ts'
import { correction } from '../../domain/holdings/item-input.ts'
import { correctItem } from '../holdings/correct-item.ts'
import { fileItems } from '../holdings/file-items.ts'
import { listFonds } from '../holdings/fonds.ts'
import { numberItems } from '../holdings/number-items.ts'
import { registerItem } from '../holdings/register-item.ts'
import type { Runtime } from '../platform/runtime.ts'
import { actAs } from './act-as.ts'
import { sampleFiles } from './draw-files.ts'
import type { SampleItem } from './draw-items.ts'
import type { CastMember, UnitIds } from './people.ts'
import { uploadFile } from './upload-file.ts'

/** Where the sample's items go and who works on them. */
export interface Farm {
  readonly runtime: Runtime
  readonly units: UnitIds
  readonly cast: readonly CastMember[]
  readonly fondsId: string
}

interface Registered {
  readonly item: SampleItem
  readonly itemId: string
}

/** Registrations that run side by side: more would only queue up for the head of the trail. */
const atOnce = 4

/** The fonds that the first run made. */
export async function onlyFonds(runtime: Runtime, cast: readonly CastMember[]): Promise<string> {
  const { fonds } = await actAs({ runtime, actor: archivists(cast)[0]!.actor }, listFonds, {})
  return fonds[0]?.id ?? ''
}

/** Registers a year's items with their files, then numbers and files in bulk all that are to go so far. */
export async function fillYear(farm: Farm, items: readonly SampleItem[]): Promise<Registered[]> {
  const registered = await spread(items, async item => ({ item, itemId: await register(farm, item) }))
  for (const by of archivists(farm.cast)) {
    const theirs = registered.filter(({ item }) => archivistFor(farm.cast, item) === by)
    await inBulk(farm, { by, operation: numberItems, of: theirs.filter(({ item }) => item.state !== 'draft') })
    await inBulk(farm, { by, operation: fileItems, of: theirs.filter(({ item }) => item.state === 'filed') })
  }
  return registered
}

/** Corrects the items that were registered with a mistake. */
export async function correctMistakes(farm: Farm, registered: readonly Registered[]): Promise<void> {
  for (const { item, itemId } of registered) {
    if (!item.correction) continue
    const { changes, reason } = item.correction
    const right = Object.entries({ ...item.words, ...changes }).filter(([name]) =>
      Object.hasOwn(correction.shape, name),
    )
    const by = { runtime: farm.runtime, actor: archivistFor(farm.cast, item).actor, key: `${item.key}-correct` }
    // Registered, numbered, filed: the third revision, also when this is asked a second time.
    await actAs(by, correctItem, { ...correction.parse(Object.fromEntries(right)), itemId, revision: 3, reason })
  }
}

async function register({ runtime, units, cast, fondsId }: Farm, item: SampleItem): Promise<string> {
  const { actor } = cast.find(person => registers(person, item)) ?? archivistFor(cast, item)
  const uploadIds: string[] = []
  for (const file of sampleFiles(item)) {
    uploadIds.push(await uploadFile({ runtime, actor, key: `${item.key}-${file.name}` }, file))
  }
  const place = { fondsId, unitId: units.get(item.unit) ?? null }
  const { itemId } = await actAs({ runtime, actor, key: item.key }, registerItem, {
    ...item.words,
    ...place,
    uploadIds,
  })
  return itemId
}

const mayRead = ({ clearance }: CastMember, { words }: SampleItem): boolean =>
  rankOf(clearance) >= rankOf(words.secrecy ?? 'internal')

/** A unit's own part-time archivist registers what they may read of it; the archive room does the rest. */
const registers = (person: CastMember, item: SampleItem): boolean =>
  person.role === 'part-time-archivist' && person.unit === item.unit && mayRead(person, item)

/** Those of the archive room, the least cleared first. */
export const archivists = (cast: readonly CastMember[]): CastMember[] =>
  cast
    .filter(({ role }) => role === 'archivist' || role === 'archive-head')
    .sort((a, b) => rankOf(a.clearance) - rankOf(b.clearance))

function archivistFor(cast: readonly CastMember[], item: SampleItem): CastMember {
  const found = archivists(cast).find(person => mayRead(person, item))
  if (!found) throw new Error(`nobody may read ${item.key}`)
  return found
}

/** Numbers or files in one command; nothing of the sample may be refused. */
async function inBulk(
  { runtime }: Farm,
  {
    by,
    operation,
    of,
  }: { readonly by: CastMember; readonly operation: typeof numberItems; readonly of: readonly Registered[] },
): Promise<void> {
  const [first] = of
  if (!first) return
  const key = `${first.item.key}-${operation.name}`
  const { refused } = await actAs({ runtime, actor: by.actor, key }, operation, { ids: of.map(({ itemId }) => itemId) })
  if (refused.length > 0) throw new Error(`${operation.name}: ${refused[0]?.message}`)
}

/** Works through a list a few at a time, and answers in the list's order. */
async function spread<T, R>(list: readonly T[], work: (one: T) => Promise<R>): Promise<R[]> {
  const results: R[] = []
  const waiting = list.entries()
  const worker = async () => {
    for (const [index, one] of waiting) results[index] = await work(one)
  }
  await Promise.all(Array.from({ length: atOnce }, worker))
  return results
}
