import { z } from 'zod'
import { refuseHoldings } from '../../domain/holdings/refusals.ts'
import { FondsId } from '../../domain/shared/ids.ts'
import { command } from '../platform/operation.ts'
import { readFonds } from './items.sql.ts'
import { currentKinds } from './kinds.sql.ts'

/** Choose the kinds a fonds uses: nothing more is registered under the others, and what stands under them stays (S13.1). */
export const chooseKinds = command({
  name: 'fonds.choose-kinds',
  title: '选定全宗的门类',
  titleEn: 'Choose the kinds of a fonds',
  permission: 'fonds.choose-kinds',
  rules: ['S13.1', 'S8.1'],
  input: z.strictObject({
    fondsId: FondsId,
    kinds: z.array(z.string().max(40)).min(1).max(200).meta({ title: '门类', titleEn: 'Kinds' }),
  }),
  output: z.object({ fondsId: z.string() }),
  async run({ tx }, { fondsId, kinds }) {
    const { kinds: before } = await readFonds(tx, fondsId)
    const known = (await currentKinds(tx)).map(({ kind }) => kind.code)
    const absent = kinds.find(code => !known.includes(code))
    if (absent !== undefined) refuseHoldings('kind.unknown', { kind: absent })
    const after = known.filter(code => kinds.includes(code))
    await tx.updateTable('fonds').set({ kinds: after }).where('id', '=', fondsId).execute()
    return { output: { fondsId }, events: [{ name: 'fonds.kinds-chosen', subject: fondsId, data: { before, after } }] }
  },
})
