import { randomUUID } from 'node:crypto'
import { Readable } from 'node:stream'
import cookie from '@fastify/cookie'
import helmet from '@fastify/helmet'
import Fastify, {
  type FastifyBaseLogger,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  LogController,
} from 'fastify'
import { type Actor, stranger } from '../../domain/access/actor.ts'
import type { Refusal } from '../../domain/shared/refusal.ts'
import { type Done, execute } from './execute.ts'
import { contentDisposition, type FileAnswer } from './file-answer.ts'
import { fromText } from './from-text.ts'
import { asRefusal, refusalBody } from './http-errors.ts'
import { countOperation } from './metrics.ts'
import type { Operation } from './operation.ts'
import { refusePlatform } from './refusals.ts'
import type { Runtime } from './runtime.ts'

declare module 'fastify' {
  interface FastifyRequest {
    actor: Actor
  }
}

const sessionCookie = 'lantai_session'
const bodyLimit = 1024 * 1024

export interface HttpOptions {
  readonly runtime: Runtime
  readonly operations: readonly Operation[]
  readonly logger: FastifyBaseLogger
  readonly trustProxy: boolean | string[]
  /** The address people type, where a proxy stands before us; else the request's own host is ours. */
  readonly publicOrigin: string | undefined
  /** Turns a session's or token's secret into who is acting; an unknown or absent one into a stranger. */
  authenticate(secret: { readonly session?: string; readonly bearer?: string }, address: string): Promise<Actor>
}

/** Builds the HTTP side: one route per operation, errors in the user's language, headers that deny by default. */
export async function buildHttp(options: HttpOptions): Promise<FastifyInstance> {
  const app = Fastify({
    loggerInstance: options.logger,
    bodyLimit,
    trustProxy: options.trustProxy,
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: () => randomUUID(),
    forceCloseConnections: 'idle',
    requestTimeout: 0,
    routerOptions: { maxParamLength: 300 },
  })
  app.decorateRequest('actor')
  await app.register(cookie)
  await app.register(helmet, headerPolicy)
  readJsonStrictly(app)
  app.addHook('onRequest', async request => {
    request.actor = await actorOf(options, request)
    if (request.method !== 'GET' && request.method !== 'HEAD') assertOwnOrigin(options, request)
  })
  app.setErrorHandler((error, request, reply) => answerError(error, request, reply))
  for (const operation of options.operations) route(app, options, operation)
  return app
}

const headerPolicy = {
  enableCSPNonces: true,
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      defaultSrc: ["'none'"],
      // Codes are read from the camera by WebAssembly; this allows compiling that, and still no text as script.
      scriptSrc: ["'self'", "'wasm-unsafe-eval'"],
      styleSrc: ["'self'"],
      // React sets style attributes from script, which no nonce covers; elements still need one.
      styleSrcAttr: ["'unsafe-inline'"],
      imgSrc: ["'self'", 'data:', 'blob:'],
      fontSrc: ["'self'"],
      connectSrc: ["'self'"],
      workerSrc: ["'self'"],
      frameSrc: ["'self'", 'blob:'],
      manifestSrc: ["'self'"],
      baseUri: ["'none'"],
      formAction: ["'self'"],
      frameAncestors: ["'self'"],
      objectSrc: ["'none'"],
    },
  },
  // The archive room often runs on a plain intranet address; who terminates TLS sets this header.
  strictTransportSecurity: false,
  referrerPolicy: { policy: 'same-origin' as const },
}

/** Bytes that are not UTF-8 or not JSON are refused, never repaired: a title must not be filed with replacement characters. */
function readJsonStrictly(app: FastifyInstance): void {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (_request, body, done) => {
    try {
      done(null, parseJson(decoder, body as Buffer))
    } catch (error) {
      done(error as Error)
    }
  })
}

function parseJson(decoder: TextDecoder, body: Buffer): unknown {
  if (body.length === 0) return {}
  let text: string
  try {
    text = decoder.decode(body)
  } catch {
    return refusePlatform('request.not-utf8')
  }
  let value: unknown
  try {
    value = JSON.parse(text, (key, inner) => (key === '__proto__' ? undefined : inner))
  } catch {
    return refusePlatform('request.not-json')
  }
  return /\\u0000|\0/.test(text) ? refusePlatform('request.nul') : value
}

/** Who asks; a page, its scripts and its pictures are the same for everybody, and need no look at the database. */
async function actorOf(options: HttpOptions, request: FastifyRequest): Promise<Actor> {
  if (!/^\/(api|upload|content)\b/.test(request.url)) return stranger(request.ip)
  const bearer = /^Bearer ([\w-]{20,100})$/.exec(request.headers.authorization ?? '')?.[1]
  const session = request.cookies[sessionCookie]
  const actor = await options.authenticate({ ...(bearer ? { bearer } : session ? { session } : {}) }, request.ip)
  // In the browser a person's own choice holds; a program says with each request how it wants to be answered.
  const asked =
    actor.personId && !bearer ? undefined : /^(zh|en)\b/i.exec(request.headers['accept-language'] ?? '')?.[1]
  return asked ? { ...actor, language: asked.toLowerCase() === 'en' ? 'en' : 'zh' } : actor
}

/** Refuses a change that another site's page sends with our cookie; a bearer token is never sent by itself. */
function assertOwnOrigin(options: HttpOptions, request: FastifyRequest): void {
  if (request.headers.authorization) return
  const { origin } = request.headers
  const fetchSite = request.headers['sec-fetch-site']
  if (
    origin === undefined &&
    (fetchSite === undefined || fetchSite === 'same-origin') &&
    !request.cookies[sessionCookie]
  )
    return
  const own = options.publicOrigin ? new URL(options.publicOrigin).host : request.host
  if (origin === undefined || !URL.canParse(origin) || new URL(origin).host !== own) refusePlatform('origin.foreign')
}

function route(app: FastifyInstance, options: HttpOptions, operation: Operation): void {
  app.route({
    method: operation.type === 'command' ? 'POST' : 'GET',
    url: `/api/${operation.name}`,
    handler: async (request, reply) => {
      const started = performance.now()
      let status = 500
      try {
        const done = await execute(options.runtime, operation, callOf(operation, request))
        status = 200
        return await answer(done, request, reply, operation)
      } catch (error) {
        status = asRefusal(error, { body: '1 MB' })?.text.status ?? 500
        throw error
      } finally {
        countOperation(operation.name, status, performance.now() - started)
      }
    },
  })
}

function callOf(operation: Operation, request: FastifyRequest) {
  const key = request.headers['idempotency-key']
  return {
    actor: request.actor,
    requestId: request.id,
    input:
      operation.type === 'command' ? request.body : fromText(operation.input, request.query as Record<string, string>),
    ...(typeof key === 'string' && key !== '' && { idempotencyKey: key.slice(0, 200) }),
    dryRun: request.headers['lantai-dry-run'] === 'true',
  }
}

async function answer(
  done: Done,
  request: FastifyRequest,
  reply: FastifyReply,
  operation: Operation,
): Promise<unknown> {
  reply.header('Cache-Control', 'no-store')
  if (done.session) changeSession(done.session, request, reply)
  if (operation.type === 'file') return sendFile(done.output as FileAnswer, reply)
  return done.events ? { output: done.output, events: done.events, dryRun: true } : (done.output ?? null)
}

function changeSession(change: NonNullable<Done['session']>, request: FastifyRequest, reply: FastifyReply): void {
  const attributes = { path: '/', httpOnly: true, sameSite: 'lax' as const, secure: request.protocol === 'https' }
  if ('close' in change) reply.clearCookie(sessionCookie, attributes)
  else reply.setCookie(sessionCookie, change.open.secret, { ...attributes, expires: change.open.expiresAt })
}

/** Sends bytes under their own name; a browser never guesses a type and never runs what it shows. */
export function sendFile(file: FileAnswer, reply: FastifyReply): FastifyReply {
  reply.header('Content-Type', file.mime).header('Content-Disposition', contentDisposition(file.name, file.inline))
  return reply.send(file.body instanceof Readable ? file.body : Buffer.from(file.body))
}

function answerError(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const language = request.actor?.language ?? 'zh'
  const refusal: Refusal | undefined = asRefusal(error, { body: '1 MB' })
  reply.header('Cache-Control', 'no-store').type('application/json')
  if (refusal) {
    const { seconds } = refusal.params
    if (refusal.text.status === 429 && seconds !== undefined) reply.header('Retry-After', String(seconds))
    return reply.status(refusal.text.status).send(refusalBody(refusal, language, request.id))
  }
  request.log.error({ err: error, requestId: request.id, url: request.url.split('?')[0] }, 'request failed')
  const message =
    language === 'en' ? 'Something went wrong on the server; nothing was changed.' : '服务器出错，没有改动任何内容。'
  return reply.status(500).send({
    code: 'server.failed',
    message: `${message}（${request.id}）`,
    params: {},
    issues: [],
    requestId: request.id,
  })
}
