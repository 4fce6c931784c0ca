import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { refuseHoldings } from '../../domain/holdings/refusals.ts'
import { contentDisposition } from '../platform/file-answer.ts'
import { sha256 } from '../platform/ids.ts'
import type { Runtime } from '../platform/runtime.ts'
import { previewOf } from '../text/sniff.ts'
import { placeOf } from './blobs.sql.ts'

/** What a browser may show by itself; everything else is saved, whatever its name says. */
const shownAs: Readonly<Record<string, (mime: string) => string>> = {
  pdf: mime => mime,
  image: mime => mime,
  text: () => 'text/plain; charset=utf-8',
}

/** Sends a file's bytes to who opened it, for as long as the ticket lasts; ranges let a reader begin before all has come. */
export function contentRoute(app: FastifyInstance, runtime: Runtime): void {
  app.get<{ Params: { ticket: string } }>('/content/:ticket', async (request, reply) => {
    const { reads, files } = runtime
    const ticket = await reads
      .selectFrom('content_ticket')
      .select(['name', 'sha256', 'person_id', 'expires_at'])
      .where('digest', '=', sha256(request.params.ticket))
      .executeTakeFirst()
    if (
      !ticket ||
      ticket.person_id !== request.actor.personId ||
      Date.parse(ticket.expires_at) < runtime.clock().getTime()
    ) {
      return refuseHoldings('component.ticket')
    }
    const { path, size, mime } = await placeOf(reads, files, ticket.sha256)
    if ((await stat(path).catch(() => undefined))?.size !== size) {
      request.log.error({ sha256: ticket.sha256, requestId: request.id }, 'a blob is missing or of another size')
      return refuseHoldings('component.damaged')
    }
    const shown = shownAs[previewOf(mime)]
    const save = 'download' in (request.query as object) || !shown
    reply
      .header('Content-Type', shown?.(mime) ?? 'application/octet-stream')
      .header('Content-Disposition', contentDisposition(ticket.name, !save))
      .header(
        'Content-Security-Policy',
        "default-src 'none'; style-src 'unsafe-inline'; img-src 'self'; sandbox; frame-ancestors 'self'",
      )
      .header('Cache-Control', 'private, max-age=600')
      .header('Accept-Ranges', 'bytes')
    return sendRange(request, reply, { path, size })
  })
}

function sendRange(
  request: FastifyRequest,
  reply: FastifyReply,
  { path, size }: { path: string; size: number },
): FastifyReply {
  const [, from, to] = /^bytes=(\d*)-(\d*)$/.exec(request.headers.range ?? '') ?? []
  if (!from && !to) return reply.header('Content-Length', size).send(createReadStream(path))
  const start = from ? Number(from) : Math.max(0, size - Number(to))
  const end = from && to ? Math.min(Number(to), size - 1) : size - 1
  if (start > end) return reply.status(416).header('Content-Range', `bytes */${size}`).send('')
  return reply
    .status(206)
    .header('Content-Range', `bytes ${start}-${end}/${size}`)
    .header('Content-Length', end - start + 1)
    .send(createReadStream(path, { start, end }))
}
