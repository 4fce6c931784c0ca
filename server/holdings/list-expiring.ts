import { sql } from 'kysely'
import { z } from 'zod'
import { expiryWindow } from '../../domain/holdings/expiry.ts'
import { After, Limit } from '../../domain/shared/ids.ts'
import { query } from '../platform/operation.ts'
import { dayIn } from './catalogue.ts'
import { itemRow, toItemRow, visibleRows } from './item-rows.sql.ts'

const expiresOn = sql<string>`item.fields ->> 'expiresOn'`

/** Certificates and contracts that run out soon or did lately, the soonest first, paged by key (S17.1). */
export const listExpiring = query({
  name: 'item.expiring',
  title: '到期提醒',
  titleEn: 'Running out soon',
  permission: 'item.expiring',
  rules: ['S17.1', 'S17.4'],
  input: z.strictObject({ after: After, limit: Limit }),
  output: z.object({
    items: z.array(itemRow.extend({ expiresOn: z.string() })),
    /** The day the answer is true for. */
    today: z.string(),
    next: z.string().nullable(),
  }),
  async run({ tx, actor, now }, { after, limit }) {
    const today = dayIn('Asia/Shanghai', now)
    const { from, to } = expiryWindow(today)
    const [day, id] = (after ?? '').split(' ')
    const found = await visibleRows(tx, actor)
      .select(expiresOn.as('expires_on'))
      .where(sql<boolean>`item.fields ? 'expiresOn'`)
      .where(expiresOn, '>=', from)
      .where(expiresOn, '<=', to)
      .$if(id !== undefined, rows => rows.where(sql<boolean>`(${expiresOn}, item.id) > (${day}, ${id})`))
      .orderBy(expiresOn)
      .orderBy('item.id')
      .limit(limit + 1)
      .execute()
    const items = found.slice(0, limit).map(row => ({ ...toItemRow(row, actor), expiresOn: row.expires_on }))
    const last = items.at(-1)
    return { items, today, next: found.length > limit && last ? `${last.expiresOn} ${last.id}` : null }
  },
})
