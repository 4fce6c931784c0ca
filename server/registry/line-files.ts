import { z } from 'zod'
import type { AuditEvent } from '../../domain/events.ts'
import { assertKeepsLine } from '../../domain/registry/keeping.ts'
import { assertOpen } from '../../domain/registry/line-life.ts'
import { AttachmentId, LineId, UploadId } from '../../domain/shared/ids.ts'
import { attachToSubject, detachFromSubject, readAttachment } from '../holdings/attachments.ts'
import { openContent } from '../holdings/open-content.ts'
import { command, type NonEmpty } from '../platform/operation.ts'
import { lockLine, readLine } from './lines.sql.ts'
import { lineFiles } from './register-line.ts'

/** Attach files to a line 加入附件 from one's own finished uploads, each with what it is: original, final draft, print, annex (S1.1). */
export const attachToLine = command({
  name: 'line.attach',
  title: '为登记加入电子文件',
  titleEn: 'Attach files to a line',
  permission: 'line.edit',
  rules: ['S1.1'],
  input: z.strictObject({ lineId: LineId, ...lineFiles, uploadIds: z.array(UploadId).min(1).max(50) }),
  output: z.object({ lineId: z.string() }),
  async run(ctx, { lineId, ...files }) {
    const line = await lockLine(ctx.tx, ctx.actor, lineId)
    assertKeepsLine(ctx.actor, line.unit_id)
    assertOpen(line)
    const events = await attachToSubject(ctx, { subject: lineId, ...files })
    return { output: { lineId }, events: events as unknown as NonEmpty<AuditEvent> }
  },
})

/** Detach a file from a line that is not an item yet; the trail keeps its name and digest (S1.1). */
export const detachFromLine = command({
  name: 'line.detach',
  title: '从登记移除电子文件',
  titleEn: 'Detach a file from a line',
  permission: 'line.edit',
  rules: ['S1.1'],
  input: z.strictObject({ attachmentId: AttachmentId }),
  output: z.object({ lineId: z.string() }),
  async run(ctx, { attachmentId }) {
    const { subject } = await readAttachment(ctx.tx, attachmentId)
    const line = await lockLine(ctx.tx, ctx.actor, subject)
    assertKeepsLine(ctx.actor, line.unit_id)
    assertOpen(line)
    return { output: { lineId: line.id }, events: [await detachFromSubject(ctx, attachmentId)] }
  },
})

/** Open a file of a line 查看附件: leaves a trace and gives a link that works for this person for ten minutes (S2.6). */
export const openLineFile = command({
  name: 'line.open',
  title: '查看登记的电子文件',
  titleEn: 'Open a file of a line',
  permission: 'line.open',
  rules: ['S17.4', 'S2.6'],
  input: z.strictObject({ attachmentId: AttachmentId }),
  output: z.object({ url: z.string(), expiresAt: z.string() }),
  async run(ctx, { attachmentId }) {
    const { subject, name, sha256 } = await readAttachment(ctx.tx, attachmentId)
    await readLine(ctx.tx, ctx.actor, subject)
    const data = { attachmentId, name, sha256 }
    return {
      output: await openContent(ctx, { name, sha256 }),
      events: [{ name: 'attachment.opened', subject, data }],
    }
  },
})
