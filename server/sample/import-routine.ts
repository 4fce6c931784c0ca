import { itemInput } from '../../domain/holdings/item-input.ts'
import { fileItems } from '../holdings/file-items.ts'
import { currentKind } from '../holdings/kinds.sql.ts'
import { numberItems } from '../holdings/number-items.ts'
import { prepareItems } from '../holdings/prepare-items.ts'
import { registerMany } from '../holdings/register-many.ts'
import { record } from '../platform/audit.ts'
import { sha256 } from '../platform/ids.ts'
import { actAs } from './act-as.ts'
import { lastMonth } from './draw-occurrences.ts'
import { drawRoutine } from './draw-routine.ts'
import { archivists, type Farm } from './fill-archive.ts'

const atOnce = 500

/** Takes the routine papers of a year over as from a spreadsheet, all in one batch, and numbers and files those of the months that are done with. */
export async function importRoutine(farm: Farm, year: number): Promise<void> {
  const ids = await registered(farm, year)
  const by = { runtime: farm.runtime, actor: archivist(farm) }
  for (let start = 0; start < ids.length; start += atOnce) {
    for (const step of [numberItems, fileItems]) {
      const part = { ids: ids.slice(start, start + atOnce) }
      const { refused } = await actAs({ ...by, key: `sample-routine-${year}-${start}-${step.name}` }, step, part)
      if (refused.length > 0) throw new Error(`${step.name}: ${refused[0]?.message}`)
    }
  }
}

const archivist = ({ cast }: Farm) => archivists(cast)[0]!.actor

/** The batch's items that are to be filed, by date; the same batch is registered once. */
async function registered(farm: Farm, year: number): Promise<string[]> {
  const batchId = `import_${sha256(`sample-routine-${year}`).slice(0, 26)}`
  const { db } = farm.runtime
  const known = await db.selectFrom('item').select('id').where('batch_id', '=', batchId).executeTakeFirst()
  if (!known) await register(farm, year, batchId)
  const rows = await db
    .selectFrom('item')
    .select('id')
    .where('batch_id', '=', batchId)
    .where('dated_on', '<', `${lastMonth}-01`)
    .orderBy('dated_on')
    .orderBy('id')
    .execute()
  return rows.map(({ id }) => id)
}

async function register({ runtime, units, fondsId, cast }: Farm, year: number, batchId: string): Promise<void> {
  const kind = await currentKind(runtime.db, 'document')
  const inputs = drawRoutine(year).map(({ unit, words }) =>
    itemInput.parse({ ...words, fondsId, unitId: units.get(unit) ?? null }),
  )
  const prepared = prepareItems(
    inputs.map(input => ({ input, given: undefined })),
    kind,
  )
  const name = `${year}年日常记录登记表.xlsx`
  const actor = archivist({ runtime, units, fondsId, cast })
  const now = runtime.clock()
  await runtime.db.transaction().execute(async tx => {
    const places = inputs.map(({ year, retention, unitId }) => ({ fondsId, kind: 'document', year, retention, unitId }))
    const batch = {
      batchId,
      fondsId,
      places: [...new Map(places.map(place => [JSON.stringify(place), place])).values()],
      serials: new Map(),
      source: { name, sha256: sha256(name) },
    }
    const { events } = await registerMany({ tx, actor, now }, batch, once(prepared))
    await record(tx, { actor, operation: 'import.run', requestId: 'sample', now }, events)
  })
}

async function* once<T>(value: T): AsyncGenerator<T> {
  yield value
}
