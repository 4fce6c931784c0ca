import { z } from 'zod'
import { refusePreservation } from '../../domain/preservation/refusals.ts'
import { mayHoldText, readTextAgain } from '../holdings/read-text.ts'
import { command } from '../platform/operation.ts'
import { fileIds, filesOutput, forEachFile } from './bulk-files.ts'

/** Recognise again 重新识别: reads the text of files anew, after a failure or a cancelled recognition. */
export const rerunRecognition = command({
  name: 'recognition.rerun',
  title: '重新识别',
  titleEn: 'Recognise again',
  permission: 'recognition.rerun',
  rules: ['S5.5', 'S17.4'],
  input: z.strictObject({ componentIds: fileIds }),
  output: filesOutput,
  run(ctx, { componentIds }) {
    return forEachFile(ctx, componentIds, async ({ id: componentId, name, sha256, mime, item_id, text_state }) => {
      if (!mayHoldText(mime)) refusePreservation('recognition.no-text', { name })
      if (text_state === 'pending' || text_state === 'scanned') refusePreservation('recognition.under-way', { name })
      await readTextAgain(ctx.tx, sha256)
      return { name: 'recognition.rerun', subject: item_id, data: { componentId, name, sha256 } }
    })
  },
})
