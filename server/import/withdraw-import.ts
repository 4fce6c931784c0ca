import { z } from 'zod'
import { refuseImport } from '../../domain/import/refusals.ts'
import { ImportId } from '../../domain/shared/ids.ts'
import { discardBatch, workedOn } from '../holdings/discard-batch.ts'
import { command } from '../platform/operation.ts'
import { lockImport } from './imports.sql.ts'

/** Withdraw an import 撤回导入 as a whole, as long as nobody has worked on any of its items (S1.5). */
export const withdrawImport = command({
  name: 'import.withdraw',
  title: '撤回导入',
  titleEn: 'Withdraw an import',
  permission: 'import.withdraw',
  rules: ['S1.5'],
  input: z.strictObject({
    importId: ImportId,
    reason: z.string().trim().min(2).max(300).meta({ title: '原因', titleEn: 'Reason' }),
  }),
  output: z.object({ importId: z.string(), items: z.number() }),
  async run(ctx, { importId, reason }) {
    const { tx, actor, now } = ctx
    const { name } = await lockImport(tx, actor, { id: importId, states: ['imported'] })
    const touched = await workedOn(ctx, importId)
    if (touched > 0) refuseImport('import.worked-on', { count: touched })
    const { output, events } = await discardBatch(ctx, importId)
    await tx.updateTable('import').set({ state: 'withdrawn', withdrawn_at: now }).where('id', '=', importId).execute()
    return {
      output: { importId, items: output.count },
      events: [{ name: 'import.withdrawn', subject: importId, data: { name, items: output.count, reason } }, ...events],
    }
  },
})
