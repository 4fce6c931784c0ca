import { client, type Input, type Output } from '../../client/client.ts'
import type { ItemState } from '../../domain/holdings/item-life.ts'
import type { KeysetPage } from '../pieces/keyset.ts'
import type { Branch } from './series-tree.ts'

export type ItemRow = Output<'item.list'>['items'][number]

type Leg = Omit<Input<'item.list'>, 'after' | 'limit'>

const pageRows = 50

/**
 * What a branch lists, one question after the other: above the retention the newest of all; from there on each series by code 档号, and
 * after them the drafts, which have none.
 */
export function legsOf(branch: Branch | undefined, states: ItemState[] | undefined): Leg[] {
  const narrowed = states && { states }
  const { fonds, kind, year, retention, series } = branch?.place ?? {}
  if (!branch || !(retention ?? series))
    return [
      { ...narrowed, ...(fonds && { fondsId: fonds }), ...(kind && { kind }), ...(year && { year: Number(year) }) },
    ]
  const wants = (state: ItemState) => !states || states.includes(state)
  const unfiled = branch.series.filter(({ items, filed }) => items > filed)
  return [
    ...(wants('numbered') || wants('filed') ? branch.series : []).map(
      ({ id }): Leg => ({ seriesId: id, order: 'code', ...narrowed }),
    ),
    ...(wants('draft') ? unfiled : []).map(({ id }): Leg => ({ seriesId: id, states: ['draft'] })),
  ]
}

/** One page that goes on from `after` over the end of a leg into the next, until it is full. */
export async function loadLegs(legs: readonly Leg[], after = '0:'): Promise<KeysetPage<ItemRow>> {
  let at = Number.parseInt(after, 10)
  let key = after.slice(after.indexOf(':') + 1)
  const rows: ItemRow[] = []
  while (at < legs.length && rows.length < pageRows) {
    const page = await client.ask('item.list', { ...legs[at], limit: pageRows, ...(key && { after: key }) })
    rows.push(...page.items)
    if (page.next === null) at += 1
    key = page.next ?? ''
  }
  return { rows, next: at < legs.length ? `${at}:${key}` : null }
}
