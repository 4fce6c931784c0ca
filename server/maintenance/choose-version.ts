import { z } from 'zod'
import { type CopiedObject, isDivisible, textIn } from './copy-store.ts'

/** What a moment's database knows of the storage root. */
export interface Snapshot {
  readonly at: Date
  /** Last entry of the trail. */
  readonly auditSeq: number
  /** Revision of every filed item, by its id. */
  readonly revisions: ReadonlyMap<string, number>
  /** Items of which something is in the storage root. */
  readonly storedObjects: readonly string[]
}

/**
 * Chooses the version of an object that stood at the moment of a snapshot, so that database and storage root of a backup tell one story;
 * items that were copied go into `seen`. What does not belong to the product is taken as it is: a backup drops nothing.
 */
export async function chooseVersion(
  snapshot: Snapshot,
  object: CopiedObject,
  seen: Set<string>,
): Promise<string | 'all' | 'none'> {
  const { id, inventory } = object
  if (id === undefined || !inventory || !isDivisible(inventory)) return 'all'
  const [, item] = /^urn:lantai:item:(.+)$/.exec(id) ?? []
  const versions = Object.keys(inventory.versions).sort((a, b) => Number(b.slice(1)) - Number(a.slice(1)))
  const choose = item
    ? itemVersion(snapshot, object, item)
    : id.startsWith('urn:lantai:audit:')
      ? sealVersion(snapshot, object)
      : undefined
  if (!choose) return 'all'
  for (const version of versions) {
    if (!(await choose(version))) continue
    if (item) seen.add(item)
    return version
  }
  return 'none'
}

type Fits = (version: string) => boolean | Promise<boolean>

/** The newest version that is not ahead of the item's row; an object of no filed item is taken if it is older than the moment. */
function itemVersion(snapshot: Snapshot, object: CopiedObject, item: string): Fits {
  const revision = snapshot.revisions.get(item)
  if (revision === undefined)
    return version => Date.parse(object.inventory?.versions[version]?.created ?? '') < snapshot.at.getTime()
  return async version => {
    const described = Described.safeParse(parsed(await textIn(object, version, 'description.json')))
    return !described.success || described.data.item.revision <= revision
  }
}

/** The newest version without a seal over entries that came after the moment. */
function sealVersion({ auditSeq }: Snapshot, { inventory }: CopiedObject): Fits {
  return version => {
    const names = Object.values(inventory?.versions[version]?.state ?? {}).flat()
    return names.every(name => Number(/^seal-(\d+)\.json$/.exec(name)?.[1] ?? 0) <= auditSeq)
  }
}

const Described = z.object({ item: z.object({ revision: z.int() }) })

function parsed(text: string | undefined): unknown {
  try {
    return text === undefined ? undefined : JSON.parse(text)
  } catch {
    return undefined
  }
}
