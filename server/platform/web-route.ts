import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { openApi } from './openapi.ts'
import type { Operation } from './operation.ts'
import { refusePlatform } from './refusals.ts'

/**
 * Serves the built pages: hashed assets for ever, the page itself anew each time with its own nonce. Any address that is not a file or
 * an operation is an address inside the one page; what no browser asked for is unknown.
 */
export async function webRoute(app: FastifyInstance, dist: string): Promise<void> {
  const page = await readFile(join(dist, 'index.html'), 'utf8').catch(() => undefined)
  app.setNotFoundHandler(async (request, reply) => {
    if (page === undefined || !asksForPage(request))
      return refusePlatform('operation.unknown', { name: request.url.slice(0, 200) })
    const html = page.replace('name="csp-nonce" content=""', `name="csp-nonce" content="${reply.cspNonce.style}"`)
    return reply.header('Cache-Control', 'no-store').type('text/html; charset=utf-8').send(html)
  })
  if (page === undefined) return
  await app.register(fastifyStatic, {
    root: dist,
    index: false,
    preCompressed: true,
    wildcard: false,
    cacheControl: false,
    setHeaders: (reply, path) =>
      reply.header('Cache-Control', /[\\/]assets[\\/]/.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache'),
  })
}

const asksForPage = ({ method, headers, url }: FastifyRequest): boolean =>
  method === 'GET' && (headers.accept ?? '').includes('text/html') && !/^\/(api|upload|content|assets)\//.test(url)

/** Serves the description of the API, for programs; the page that shows it to people reads the same. */
export function openApiRoute(app: FastifyInstance, operations: readonly Operation[], version: string): void {
  const description = openApi(operations, version)
  app.get('/openapi.json', async (_request, reply) => reply.header('Cache-Control', 'no-cache').send(description))
}
