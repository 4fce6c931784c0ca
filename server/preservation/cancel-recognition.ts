import { z } from 'zod'
import { refusePreservation } from '../../domain/preservation/refusals.ts'
import { command } from '../platform/operation.ts'
import { fileIds, filesOutput, forEachFile } from './bulk-files.ts'
import { endRecognition } from './recognition.sql.ts'

/** Cancel recognition 取消识别: pages that wait are not read; what has been read stays and is found. */
export const cancelRecognition = command({
  name: 'recognition.cancel',
  title: '取消识别',
  titleEn: 'Cancel recognition',
  permission: 'recognition.cancel',
  rules: ['S5.5', 'S17.4'],
  input: z.strictObject({ componentIds: fileIds }),
  output: filesOutput,
  run(ctx, { componentIds }) {
    const { tx, now } = ctx
    return forEachFile(ctx, componentIds, async ({ id: componentId, name, sha256, item_id, state }) => {
      if (state !== 'waiting') refusePreservation('recognition.ended', { name })
      await tx
        .updateTable('blob_page')
        .set({ state: 'cancelled' })
        .where('sha256', '=', sha256)
        .where('state', '=', 'waiting')
        .execute()
      await endRecognition(tx, sha256, { state: 'cancelled', at: now })
      return { name: 'recognition.cancelled', subject: item_id, data: { componentId, name, sha256 } }
    })
  },
})
