import type { FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import { registry } from './metrics.ts'
import { refusePlatform } from './refusals.ts'
import type { Runtime } from './runtime.ts'

/** `/healthz`: the process answers. `/readyz`: it can do work. `/metrics`: its figures, for this machine only. */
export function healthRoute(app: FastifyInstance, runtime: Runtime, isStopping: () => boolean): void {
  app.get('/healthz', async () => ({ status: 'ok' }))
  app.get('/readyz', async () => {
    if (isStopping()) return refusePlatform('server.busy')
    await sql`select 1`.execute(runtime.reads)
    return { status: 'ready' }
  })
  app.get('/metrics', async (request, reply) => {
    if (!/^(::1|(::ffff:)?127\.)/.test(request.socket.remoteAddress ?? '') || request.headers['x-forwarded-for'])
      return refusePlatform('operation.unknown', { name: '/metrics' })
    return reply.type(registry.contentType).send(await registry.metrics())
  })
}
