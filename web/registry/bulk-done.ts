import { ApiRefusal, type Output } from '../../client/client.ts'

/** What came of an act on many lines: which were done, and which were refused, each with its reason. */
export type BulkDone = Output<'line.finish'>

/** That not one line could be done is an outcome as well, with the reason of each. */
export async function orRefused(act: () => Promise<BulkDone>): Promise<BulkDone> {
  try {
    return await act()
  } catch (refusal) {
    if (!(refusal instanceof ApiRefusal) || refusal.code !== 'line.none') throw refusal
    return {
      done: [],
      refused: refusal.issues.map(({ field, message }) => ({ id: field, code: refusal.code, message })),
    }
  }
}
