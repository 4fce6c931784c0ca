import { queryOptions } from '@tanstack/react-query'
import { ApiRefusal } from '../../client/client.ts'
import type { Wording } from '../language.ts'
import type { Schema } from './schema.ts'

/** One operation as the description of the API tells it. */
export interface ApiOperation {
  readonly name: string
  readonly noun: string
  readonly type: 'command' | 'query' | 'file'
  readonly title: Wording
  /** A permission’s name; or `anyone`, or `signed-in`. */
  readonly permission: string
  readonly rules: readonly string[]
  readonly input: Schema
  /** Null where the answer is a file. */
  readonly output: Schema | null
}

interface Content {
  readonly content?: Readonly<Record<string, { readonly schema?: Schema }>>
}

interface PathItem {
  readonly operationId: string
  readonly 'x-title': string
  readonly 'x-title-en': string
  readonly 'x-permission': string
  readonly 'x-rules': readonly string[]
  readonly parameters?: readonly { name: string; in: string; required: boolean; schema: Schema }[]
  readonly requestBody?: Content
  readonly responses: Readonly<Record<string, Content>>
}

interface Description {
  readonly paths: Readonly<Record<string, { readonly get?: PathItem; readonly post?: PathItem }>>
}

const unreachable = { code: 'server.unreachable', message: '连不上服务器。 The server cannot be reached.' }

/** The description that programs read, read for people. */
export const descriptionQuery = queryOptions({
  queryKey: ['openapi.json'],
  staleTime: Number.POSITIVE_INFINITY,
  async queryFn() {
    const response = await fetch('/openapi.json').catch(() => undefined)
    if (!response?.ok) throw new ApiRefusal(response?.status ?? 0, unreachable)
    return operationsIn((await response.json()) as Description)
  },
})

/** Every operation, in the order of the description. */
export function operationsIn({ paths }: Description): ApiOperation[] {
  return Object.values(paths).flatMap(({ get, post }) => {
    const item = post ?? get
    return item ? [operationIn(item, post !== undefined)] : []
  })
}

function operationIn(item: PathItem, isCommand: boolean): ApiOperation {
  const output = item.responses['200']?.content?.['application/json']?.schema ?? null
  return {
    name: item.operationId,
    noun: item.operationId.split('.')[0] ?? item.operationId,
    type: isCommand ? 'command' : output ? 'query' : 'file',
    title: { zh: item['x-title'], en: item['x-title-en'] },
    permission: item['x-permission'],
    rules: item['x-rules'],
    input: isCommand ? (item.requestBody?.content?.['application/json']?.schema ?? {}) : queryIn(item),
    output,
  }
}

/** The parameters of a question as one set of fields, as the body of a command is. */
function queryIn({ parameters = [] }: PathItem): Schema {
  const inQuery = parameters.filter(one => one.in === 'query')
  return {
    type: 'object',
    properties: Object.fromEntries(inQuery.map(({ name, schema }) => [name, schema])),
    required: inQuery.filter(({ required }) => required).map(({ name }) => name),
  }
}

/** Whether an operation is meant by a word typed: its name, title, noun, rules or the names of its fields. */
export function fits(operation: ApiOperation, nounTitle: Wording, text: string): boolean {
  const word = text.trim().toLowerCase()
  const fields = Object.entries(operation.input.properties ?? {}).flatMap(([name, { title = '', titleEn = '' }]) => [
    name,
    title,
    titleEn,
  ])
  return [
    operation.name,
    operation.title.zh,
    operation.title.en,
    nounTitle.zh,
    nounTitle.en,
    ...operation.rules,
    ...fields,
  ].some(said => said.toLowerCase().includes(word))
}
