import { Readable } from 'node:stream'
import { z } from 'zod'
import { canonical } from '../platform/audit.ts'
import type { Db } from '../platform/db.ts'
import { fileQuery } from '../platform/operation.ts'
import { entryOf } from './check-trail.ts'
import { withoutContent } from './list-events.ts'

const batch = 2000

/** Export the trail 导出审计记录 as JSON lines, oldest first, each with its digest: what an auditor takes along. */
export const exportTrail = fileQuery({
  name: 'audit.export',
  title: '导出审计记录',
  titleEn: 'Export the trail',
  permission: 'audit.export',
  rules: ['S17.4'],
  limit: { per: 'person', max: 10, seconds: 60 },
  input: z.strictObject({
    from: z.int().min(1).default(1).meta({ title: '起始序号', titleEn: 'From number' }),
    to: z.int().min(1).optional().meta({ title: '截止序号', titleEn: 'To number' }),
  }),
  async run({ tx }, { from, to }) {
    return {
      name: `审计记录-${from}-${to ?? '末'}.jsonl`,
      mime: 'application/jsonl; charset=utf-8',
      body: Readable.from(linesOf(tx, from, to ?? Number.MAX_SAFE_INTEGER)),
      inline: false,
    }
  },
})

async function* linesOf(tx: Db, from: number, to: number): AsyncGenerator<string> {
  for (let next = from; ; ) {
    const rows = await tx
      .selectFrom('audit_event')
      .selectAll()
      .where('seq', '>=', next)
      .where('seq', '<=', to)
      .orderBy('seq')
      .limit(batch)
      .execute()
    for (const row of rows)
      yield `${canonical({ ...entryOf(row), data: withoutContent(row.event, row.data), digest: row.digest })}\n`
    if (rows.length < batch) return
    next = (rows.at(-1)?.seq ?? to) + 1
  }
}
