import { ApiRefusal, client, type Output } from '../../client/client.ts'

export type BulkAct = 'item.number' | 'item.file'

/** What came of an act on many items: which were done, with their codes, and which were refused, each with its reason. */
export type Outcome = Output<BulkAct>

/** Most items that one command takes. */
const mostAtOnce = 1000

/** Numbers 编号 or files 归档 items in the order in which they were registered; that none could be done is an outcome as well. */
export async function actOn(act: BulkAct, ids: readonly string[]): Promise<Outcome> {
  const sorted = [...ids].sort()
  const outcome: Outcome = { done: [], refused: [] }
  for (let from = 0; from < sorted.length; from += mostAtOnce) {
    const part = await tell(act, sorted.slice(from, from + mostAtOnce))
    outcome.done.push(...part.done)
    outcome.refused.push(...part.refused)
  }
  return outcome
}

async function tell(act: BulkAct, ids: string[]): Promise<Outcome> {
  try {
    return await client.tell(act, { ids })
  } catch (refusal) {
    if (!(refusal instanceof ApiRefusal) || refusal.code !== 'bulk.none') throw refusal
    return {
      done: [],
      refused: refusal.issues.map(({ field, message }) => ({ id: field, code: refusal.code, message })),
    }
  }
}
