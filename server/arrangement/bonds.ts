import { z } from 'zod'
import { type Relation, relationCodes, relations } from '../../domain/holdings/volumes/bond.ts'
import { BondId, ItemId } from '../../domain/shared/ids.ts'
import { bondsOf, tie, untie } from '../holdings/bonds.sql.ts'
import { readItem } from '../holdings/items.sql.ts'
import { command, query } from '../platform/operation.ts'

const titles = (key: 'title' | 'titleEn') => Object.fromEntries(relationCodes.map(code => [code, relations[code][key]]))

/** Tie two papers that are never parted 建立联系: an original and its annex, a request and its reply … (S14.3). */
export const tieItems = command({
  name: 'bond.create',
  title: '建立不可分联系',
  titleEn: 'Tie papers together',
  permission: 'bond.arrange',
  rules: ['S14.3'],
  input: z.strictObject({
    relation: z
      .enum(relationCodes)
      .meta({ title: '关系', titleEn: 'Relation', options: titles('title'), optionsEn: titles('titleEn') }),
    leaderId: ItemId.meta({ title: '在前的一件', titleEn: 'The first paper' }),
    followerId: ItemId.meta({ title: '在后的一件', titleEn: 'The second paper' }),
  }),
  output: z.object({ bondId: z.string() }),
  run: (ctx, input) => tie(ctx, input),
})

/** Untie two papers 解除联系 that do not belong together after all, with the reason. */
export const untieItems = command({
  name: 'bond.remove',
  title: '解除联系',
  titleEn: 'Untie papers',
  permission: 'bond.arrange',
  rules: ['S14.3'],
  input: z.strictObject({
    bondId: BondId,
    reason: z.string().trim().min(2).max(300).meta({ title: '原因', titleEn: 'Reason' }),
  }),
  output: z.object({ bondId: z.string() }),
  async run(ctx, { bondId, reason }) {
    return { output: { bondId }, events: [await untie(ctx, bondId, reason)] }
  },
})

/** What an item is tied to: each with which of the two it is. */
export const listBonds = query({
  name: 'bond.list',
  title: '不可分联系',
  titleEn: 'Papers tied to an item',
  permission: 'item.show',
  rules: ['S14.3', 'S17.4'],
  input: z.strictObject({ itemId: ItemId }),
  output: z.object({
    bonds: z.array(
      z.object({
        id: z.string(),
        relation: z.enum(relationCodes),
        /** True when the item asked about is the first of the two. */
        leads: z.boolean(),
        item: z.object({ id: z.string(), title: z.string(), code: z.string().nullable(), state: z.string() }),
      }),
    ),
  }),
  async run({ tx, actor }, { itemId }) {
    await readItem(tx, actor, itemId)
    const bonds = await bondsOf(tx, actor, itemId)
    return {
      bonds: bonds.map(({ id, relation, leader_id: leaderId, item_id, ...item }) => ({
        id,
        relation: relation as Relation,
        leads: leaderId === itemId,
        item: { id: item_id, ...item },
      })),
    }
  },
})
