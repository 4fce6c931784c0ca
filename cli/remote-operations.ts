import { ApiRefusal } from '../client/client.ts'
import type { Terminal } from './terminal.ts'

/** The part of JSON Schema that inputs use, with the names that people read. */
export interface Schema {
  readonly type?: string
  readonly title?: string
  readonly titleEn?: string
  readonly hint?: string
  readonly hintEn?: string
  readonly enum?: readonly unknown[]
  readonly default?: unknown
  readonly format?: string
  readonly minimum?: number
  readonly maximum?: number
  readonly items?: Schema
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly additionalProperties?: Schema | boolean
  readonly anyOf?: readonly Schema[]
}

/** An operation as the server describes it. */
export interface RemoteOperation {
  /** `noun.verb`. */
  readonly name: string
  readonly noun: string
  readonly verb: string
  readonly kind: 'command' | 'query' | 'file'
  readonly title: string
  readonly titleEn: string
  readonly permission: string
  readonly rules: readonly string[]
  readonly input: Schema
}

interface Parameter {
  readonly name: string
  readonly in: string
  readonly required: boolean
  readonly schema: Schema
}

interface Described {
  readonly operationId: string
  readonly 'x-title': string
  readonly 'x-title-en': string
  readonly 'x-permission': string
  readonly 'x-rules': readonly string[]
  readonly parameters: readonly Parameter[]
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> }
  readonly responses: Readonly<Record<string, { readonly content?: object }>>
}

/** Asks a server what it can do; the command line knows no operation by itself. */
export async function remoteOperations(server: string, terminal: Terminal): Promise<RemoteOperation[]> {
  const response = await reach(server, terminal, () => fetch(`${server}/openapi.json`))
  const body: unknown = await response.json().catch(() => undefined)
  if (!response.ok || typeof body !== 'object' || body === null || !('paths' in body)) throw notLantai(server, terminal)
  return operationsIn(body)
}

/** The operations in an OpenAPI description, in its order. */
export function operationsIn(description: object): RemoteOperation[] {
  const { paths } = description as { paths: Record<string, Record<string, Described>> }
  return Object.values(paths).flatMap(path =>
    Object.entries(path).map(([method, described]) => operationOf(method, described)),
  )
}

/** Sends a request; a server that does not answer is a refusal like any other. */
export async function reach(server: string, terminal: Terminal, send: () => Promise<Response>): Promise<Response> {
  try {
    return await send()
  } catch {
    const message =
      terminal.language === 'en'
        ? `The server ${server} cannot be reached. Start it with npm start, or name another with --server.`
        : `连不上服务器 ${server}。请用 npm start 启动，或用 --server 指定别的地址。`
    throw new ApiRefusal(0, { code: 'server.unreachable', message })
  }
}

/** The refusal in a server's answer. */
export async function refusalIn(response: Response): Promise<ApiRefusal> {
  const body: unknown = await response.json().catch(() => undefined)
  const isRefusal = typeof body === 'object' && body !== null && 'code' in body && 'message' in body
  return new ApiRefusal(
    response.status,
    isRefusal
      ? (body as { code: string; message: string })
      : { code: 'server.failed', message: `HTTP ${response.status}` },
  )
}

function notLantai(server: string, { language }: Terminal): ApiRefusal {
  const message = language === 'en' ? `${server} is not a Lantai server.` : `${server} 不是兰台服务器。`
  return new ApiRefusal(0, { code: 'server.foreign', message })
}

function operationOf(method: string, described: Described): RemoteOperation {
  const { operationId: name, parameters, requestBody, responses } = described
  const [noun = '', verb = ''] = name.split('.')
  const isFile = Object.hasOwn(responses['200']?.content ?? {}, 'application/octet-stream')
  const query = parameters.filter(parameter => parameter.in === 'query')
  return {
    name,
    noun,
    verb,
    kind: method === 'post' ? 'command' : isFile ? 'file' : 'query',
    title: described['x-title'],
    titleEn: described['x-title-en'],
    permission: described['x-permission'],
    rules: described['x-rules'],
    input: requestBody?.content['application/json']?.schema ?? {
      type: 'object',
      properties: Object.fromEntries(query.map(parameter => [parameter.name, parameter.schema])),
      required: query.filter(parameter => parameter.required).map(parameter => parameter.name),
    },
  }
}
