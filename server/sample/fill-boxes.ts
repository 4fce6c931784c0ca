import { Refusal } from '../../domain/shared/refusal.ts'
import { createBox, discardBox } from '../arrangement/boxes.ts'
import { fillBox } from '../arrangement/fill-box.ts'
import { seriesTree } from '../holdings/fonds.ts'
import { actAs } from './act-as.ts'
import { archivists, type Farm } from './fill-archive.ts'

/** Lays what was filed in these years into boxes, series by series, until nothing is left beside them; answers the boxes. */
export async function fillBoxes(farm: Farm, years: readonly number[]): Promise<string[]> {
  const by = { runtime: farm.runtime, actor: archivists(farm.cast).at(-1)!.actor }
  const { series } = await actAs(by, seriesTree, { fondsId: farm.fondsId })
  const boxIds: string[] = []
  for (const { id: seriesId } of series.filter(({ year, filed }) => years.includes(year) && filed > 0)) {
    for (let number = 1; ; number++) {
      const boxId = await fillNext(by, `sample-box-${seriesId}-${number}`, seriesId)
      if (boxId === undefined) break
      boxIds.push(boxId)
    }
  }
  return boxIds
}

/** Fills one more box; none when nothing of the series waits, and the box that was begun for it is gone again. */
async function fillNext(by: Pick<Parameters<typeof actAs>[0], 'runtime' | 'actor'>, key: string, seriesId: string) {
  const { boxId } = await actAs({ ...by, key }, createBox, { seriesId })
  try {
    await actAs({ ...by, key: `${key}-fill` }, fillBox, { boxId })
    return boxId
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    // When all this is run again, the box that was one too many is gone already.
    if (error.code === 'box.unknown') return undefined
    if (error.code !== 'box.nothing-to-take') throw error
    await actAs({ ...by, key: `${key}-discard` }, discardBox, { boxId })
    return undefined
  }
}
