import { z } from 'zod'
import { refuseHoldings } from '../../domain/holdings/refusals.ts'
import { importRefusals } from '../../domain/import/refusals.ts'
import { UploadId } from '../../domain/shared/ids.ts'
import { Refusal } from '../../domain/shared/refusal.ts'
import { placeOf } from '../holdings/blobs.sql.ts'
import { newId } from '../platform/ids.ts'
import { enqueue, job } from '../platform/jobs.ts'
import { command } from '../platform/operation.ts'
import { moveImport } from './imports.sql.ts'
import { openReading } from './reading.ts'

/** Open a register 待导入的表格 that was uploaded: it is read in the background, and nothing is registered yet. */
export const openImport = command({
  name: 'import.open',
  title: '打开待导入的表格',
  titleEn: 'Open a spreadsheet for import',
  permission: 'import.run',
  rules: ['S1.1'],
  input: z.strictObject({ uploadId: UploadId }),
  output: z.object({ importId: z.string() }),
  async run({ tx, actor, now }, { uploadId }) {
    const upload = await tx
      .selectFrom('upload')
      .select(['name', 'sha256'])
      .where('id', '=', uploadId)
      .where('person_id', '=', actor.personId ?? '')
      .executeTakeFirst()
    if (!upload?.sha256) return refuseHoldings('upload.unknown')
    const { name, sha256 } = upload
    const importId = newId('import')
    await tx
      .insertInto('import')
      .values({
        id: importId,
        name,
        upload_id: uploadId,
        sha256,
        opened_by: actor.personId ?? '',
        opened_at: now,
      })
      .execute()
    await enqueue(tx, readSpreadsheet, { importId })
    return { output: { importId }, events: [{ name: 'import.opened', subject: importId, data: { name, sha256 } }] }
  },
})

/** Reads the first rows of every sheet, from which the heads are proposed. */
export const readSpreadsheet = job({
  name: 'import.read',
  payload: z.strictObject({ importId: z.string() }),
  async run({ runtime, log }, { importId }) {
    const { db, files } = runtime
    const row = await db.selectFrom('import').selectAll().where('id', '=', importId).executeTakeFirst()
    if (row?.state !== 'reading') return
    try {
      const { path } = await placeOf(db, files, row.sha256)
      await using reading = openReading({ path, name: row.name })
      const sheets = await reading.ask('look', {})
      await db
        .updateTable('import')
        .set({ sheets: JSON.stringify(sheets), state: 'read', failure: null })
        .where('id', '=', importId)
        .execute()
    } catch (reason) {
      if (!(reason instanceof Refusal)) log.error({ err: reason, importId }, 'a register was not read')
      await moveImport(db, importId, { state: 'unreadable', failure: asRefusal(reason) })
    }
  },
})

/** What a person is told when a step of an import ended early. */
export const asRefusal = (reason: unknown): Refusal =>
  reason instanceof Refusal ? reason : new Refusal('import.broken', importRefusals['import.broken'])
