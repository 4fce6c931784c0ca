import type { z } from 'zod'
import type { Operations } from '../server/operations.ts'

/** Name of any operation. */
export type OperationName = keyof Operations
type Of<T extends string> = { [N in OperationName]: Operations[N] extends { type: T } ? N : never }[OperationName]
type FileName = Of<'file'>
export type QueryName = Of<'query'>
export type CommandName = Of<'command'>
type CallName = QueryName | CommandName

/** What an operation takes, as its caller writes it. */
export type Input<N extends OperationName> = z.input<Operations[N]['input']>
/** What an operation answers. */
export type Output<N extends CallName> = Operations[N] extends { output: infer O extends z.ZodType }
  ? z.output<O>
  : never

export interface ClientIssue {
  readonly field: string
  readonly row?: number
  readonly message: string
}

/** The server's no: its code, the rule behind it, and what is wrong with which field; `status` 0 means the server was not reached. */
export class ApiRefusal extends Error {
  readonly status: number
  readonly code: string
  readonly rule: string | undefined
  readonly issues: readonly ClientIssue[]
  readonly params: Readonly<Record<string, string | number>>
  readonly requestId: string

  constructor(
    status: number,
    body: {
      code: string
      message: string
      rule?: string | undefined
      issues?: readonly ClientIssue[]
      params?: Record<string, string | number>
      requestId?: string
    },
  ) {
    super(body.message)
    this.name = 'ApiRefusal'
    this.status = status
    this.code = body.code
    this.rule = body.rule
    this.issues = body.issues ?? []
    this.params = body.params ?? {}
    this.requestId = body.requestId ?? ''
  }
}

export interface ClientOptions {
  /** Where the server is; empty in the browser, where it is the page's own. */
  readonly base?: string
  readonly token?: string
  language?: 'zh' | 'en'
}

export interface CallOptions {
  readonly signal?: AbortSignal
  /** The same key sent twice acts once; made anew for each command unless given. */
  readonly idempotencyKey?: string
  readonly dryRun?: boolean
}

/** The typed way to every operation, for pages, the command line and tests; its types are the server's own, with no code made. */
export function createClient(options: ClientOptions = {}) {
  const headers = (): Record<string, string> => ({
    ...(options.language && { 'Accept-Language': options.language }),
    ...(options.token && { Authorization: `Bearer ${options.token}` }),
  })
  const urlOf = (name: string, input: object = {}): string => `${options.base ?? ''}/api/${name}${queryString(input)}`

  return {
    options,
    /** Asks a question. */
    async ask<N extends QueryName>(name: N, input: Input<N>, { signal }: CallOptions = {}): Promise<Output<N>> {
      return read(
        () => fetch(urlOf(name, input as object), { headers: headers(), ...(signal && { signal }) }),
        options.language,
      )
    },
    /** Gives a command. */
    async tell<N extends CommandName>(
      name: N,
      input: Input<N>,
      { signal, idempotencyKey, dryRun }: CallOptions = {},
    ): Promise<Output<N>> {
      const request = {
        method: 'POST',
        headers: {
          ...headers(),
          'Content-Type': 'application/json',
          'Idempotency-Key': idempotencyKey ?? newKey(),
          ...(dryRun && { 'Lantai-Dry-Run': 'true' }),
        },
        body: JSON.stringify(input),
        ...(signal && { signal }),
      }
      return read(() => fetch(urlOf(name), request), options.language)
    },
    /** Address of a printed form or a workbook. */
    fileUrl: <N extends FileName>(name: N, input: Input<N>): string => urlOf(name, input as object),
  }
}

export type Client = ReturnType<typeof createClient>

/** The page's own client: same origin, signed in by its cookie. */
export const client = createClient()

/** A key of 128 random bits; `crypto.randomUUID` is missing on the plain-http addresses that offices use. */
const newKey = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), byte => byte.toString(16).padStart(2, '0')).join('')

function queryString(input: object): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(input)) {
    for (const each of [value].flat()) {
      if (each !== undefined && each !== null)
        query.append(name, typeof each === 'object' ? JSON.stringify(each) : String(each))
    }
  }
  const text = query.toString()
  return text === '' ? '' : `?${text}`
}

async function read<T>(send: () => Promise<Response>, language: 'zh' | 'en' = 'zh'): Promise<T> {
  let response: Response
  try {
    response = await send()
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error
    const message =
      language === 'en' ? 'The server cannot be reached; what you typed is kept.' : '连不上服务器，填写的内容还在本机。'
    throw new ApiRefusal(0, { code: 'server.unreachable', message })
  }
  const body: unknown = await response.json().catch(() => undefined)
  if (response.ok && body !== undefined) return body as T
  throw new ApiRefusal(
    response.status,
    isRefusal(body) ? body : { code: 'server.failed', message: `HTTP ${response.status}` },
  )
}

const isRefusal = (body: unknown): body is { code: string; message: string } =>
  typeof body === 'object' && body !== null && 'code' in body && 'message' in body
