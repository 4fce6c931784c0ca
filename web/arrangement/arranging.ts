import { type QueryClient, queryOptions } from '@tanstack/react-query'
import { client, type Output } from '../../client/client.ts'

export type VolumeRow = Output<'volume.list'>['volumes'][number]
export type ShownVolume = Output<'volume.show'>
export type MemberRow = ShownVolume['items'][number]
export type BoxRow = Output<'box.list'>['boxes'][number]
export type ShownBox = Output<'box.show'>

/** A volume with its contents in their order. */
export const volumeQuery = (volumeId: string) =>
  queryOptions({ queryKey: ['volume.show', volumeId], queryFn: () => client.ask('volume.show', { volumeId }) })

/** A box with what lies in it. */
export const boxQuery = (boxId: string) =>
  queryOptions({ queryKey: ['box.show', boxId], queryFn: () => client.ask('box.show', { boxId }) })

/** The volumes of a series, all of them: a series of paper has some dozens. */
export const volumesQuery = (seriesId: string) =>
  queryOptions({
    queryKey: ['volume.list', seriesId],
    queryFn: () =>
      readAll(async after => {
        const { volumes, next } = await client.ask('volume.list', { seriesId, limit: 200, ...(after && { after }) })
        return { rows: volumes, next }
      }),
  })

/** The boxes of a series by number. */
export const boxesQuery = (seriesId: string) =>
  queryOptions({
    queryKey: ['box.list', seriesId],
    queryFn: () =>
      readAll(async after => {
        const { boxes, next } = await client.ask('box.list', { seriesId, limit: 200, ...(after && { after }) })
        return { rows: boxes, next }
      }),
  })

async function readAll<Row>(
  read: (after: string | undefined) => Promise<{ rows: readonly Row[]; next: string | null }>,
): Promise<readonly Row[]> {
  const rows: Row[] = []
  let after: string | undefined
  do {
    const page = await read(after)
    rows.push(...page.rows)
    after = page.next ?? undefined
  } while (after !== undefined)
  return rows
}

/** After something was bound, numbered, boxed or filed, everything that shows it is asked for anew. */
export const refreshArranging = (queryClient: QueryClient) =>
  Promise.all(
    [
      'volume.list',
      'volume.show',
      'volume.history',
      'box.list',
      'box.show',
      'box.history',
      'item.list',
      'item.show',
      'item.history',
      'series.tree',
      'check.list',
    ].map(name => queryClient.invalidateQueries({ queryKey: [name] })),
  )

/** Moves one of a list a step up or down; the list itself where it cannot move. */
export function moved<T>(list: readonly T[], from: number, step: 1 | -1): readonly T[] {
  const to = from + step
  const one = list[from]
  if (one === undefined || to < 0 || to >= list.length) return list
  const others = list.toSpliced(from, 1)
  return others.toSpliced(to, 0, one)
}
