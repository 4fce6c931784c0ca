import { z } from 'zod'
import { refuseHoldings } from '../../domain/holdings/refusals.ts'
import { SearchId } from '../../domain/shared/ids.ts'
import { newId } from '../platform/ids.ts'
import { command, query } from '../platform/operation.ts'

/** What was asked, as the address of the search page has it: the box and each narrowing by its name. */
const asked = z
  .record(
    z.enum(['q', 'fonds', 'kind', 'year', 'retention', 'unit', 'secrecy', 'state', 'files', 'order']),
    z.string().max(200),
  )
  .meta({ title: '检索内容', titleEn: 'What is asked' })
const partly = z.partialRecord(asked.keyType, asked.valueType)
const mostKept = 100

/** Save a search 保存检索 under a name of one's own, to ask it again with one click. */
export const saveSearch = command({
  name: 'search.save',
  title: '保存检索',
  titleEn: 'Save a search',
  permission: 'item.search',
  rules: ['S1.2'],
  input: z.strictObject({
    name: z.string().trim().min(1).max(40).meta({ title: '名称', titleEn: 'Name' }),
    asked: partly,
  }),
  output: z.object({ searchId: z.string() }),
  async run({ tx, actor, now }, { name, asked }) {
    const personId = actor.personId ?? ''
    const kept = await tx.selectFrom('saved_search').select('name').where('person_id', '=', personId).execute()
    if (kept.some(one => one.name === name)) refuseHoldings('search.name-taken', { name })
    if (kept.length >= mostKept) refuseHoldings('search.too-many', { most: mostKept })
    const searchId = newId('search')
    await tx
      .insertInto('saved_search')
      .values({ id: searchId, person_id: personId, name, asked: JSON.stringify(asked), created_at: now })
      .execute()
    return { output: { searchId }, events: [{ name: 'search.saved', subject: searchId, data: { name } }] }
  },
})

/** Forget a saved search 删除保存的检索; nothing it found is touched. */
export const forgetSearch = command({
  name: 'search.forget',
  title: '删除保存的检索',
  titleEn: 'Forget a saved search',
  permission: 'item.search',
  rules: ['S1.2'],
  input: z.strictObject({ searchId: SearchId }),
  output: z.object({ searchId: z.string() }),
  async run({ tx, actor }, { searchId }) {
    const forgotten =
      (await tx
        .deleteFrom('saved_search')
        .where('id', '=', searchId)
        .where('person_id', '=', actor.personId)
        .returning('name')
        .executeTakeFirst()) ?? refuseHoldings('search.unknown')
    return {
      output: { searchId },
      events: [{ name: 'search.forgotten', subject: searchId, data: { name: forgotten.name } }],
    }
  },
})

/** My saved searches 保存的检索, by name. */
export const listSearches = query({
  name: 'search.list',
  title: '保存的检索',
  titleEn: 'Saved searches',
  permission: 'item.search',
  rules: ['S1.2'],
  input: z.strictObject({}),
  output: z.object({ searches: z.array(z.object({ id: z.string(), name: z.string(), asked: partly })) }),
  async run({ tx, actor }) {
    const searches = await tx
      .selectFrom('saved_search')
      .select(['id', 'name', 'asked'])
      .where('person_id', '=', actor.personId)
      .orderBy('name')
      .limit(mostKept)
      .execute()
    return {
      searches: searches.map(({ asked: kept, ...search }) => ({ ...search, asked: kept as z.input<typeof partly> })),
    }
  },
})
