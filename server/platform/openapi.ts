import { z } from 'zod'
import type { Operation } from './operation.ts'

/** The OpenAPI 3.1 description of every operation, derived from the operations themselves. */
export function openApi(operations: readonly Operation[], version: string): object {
  return {
    openapi: '3.1.0',
    info: {
      title: 'Lantai 兰台',
      version,
      description: 'Commands are POST with a JSON body and may carry an Idempotency-Key; queries are GET.',
    },
    servers: [{ url: '/' }],
    security: [{ token: [] }, { session: [] }],
    paths: Object.fromEntries(operations.map(operation => [`/api/${operation.name}`, pathOf(operation)])),
    components: {
      securitySchemes: {
        token: { type: 'http', scheme: 'bearer' },
        session: { type: 'apiKey', in: 'cookie', name: 'lantai_session' },
      },
      schemas: { Refusal: refusalSchema },
      responses: {
        Refused: {
          description: 'Refused, with code, rule and message',
          content: json({ $ref: '#/components/schemas/Refusal' }),
        },
      },
    },
  }
}

const json = (schema: object) => ({ 'application/json': { schema } })
const schemaOf = (type: z.ZodType, io: 'input' | 'output'): Record<string, unknown> => {
  const { $schema: _, ...schema } = z.toJSONSchema(type, { io, unrepresentable: 'any' }) as Record<string, unknown>
  return schema
}

function pathOf(operation: Operation): object {
  const described = {
    operationId: operation.name,
    summary: `${operation.title} ${operation.titleEn}`,
    tags: [operation.name.split('.')[0]],
    'x-title': operation.title,
    'x-title-en': operation.titleEn,
    'x-permission': operation.permission,
    'x-rules': operation.rules,
    ...(operation.permission === 'anyone' && { security: [] }),
    responses: {
      200: { description: 'Done', content: answerOf(operation) },
      default: { $ref: '#/components/responses/Refused' },
    },
  }
  if (operation.type === 'command') {
    return {
      post: {
        ...described,
        parameters: [idempotencyKey, dryRun],
        requestBody: { required: true, content: json(schemaOf(operation.input, 'input')) },
      },
    }
  }
  return { get: { ...described, parameters: queryParameters(operation.input) } }
}

function answerOf(operation: Operation): object {
  return operation.type === 'file'
    ? { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } }
    : json(schemaOf(operation.output, 'output'))
}

function queryParameters(input: z.ZodType): object[] {
  const { properties = {}, required = [] } = schemaOf(input, 'input') as {
    properties?: Record<string, object>
    required?: string[]
  }
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    in: 'query',
    required: required.includes(name),
    schema,
  }))
}

const dryRun = {
  name: 'Lantai-Dry-Run',
  in: 'header',
  required: false,
  description: '`true` runs the command, answers `{ output, events, dryRun }`, and rolls everything back.',
  schema: { type: 'string', enum: ['true'] },
}

const idempotencyKey = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  description: 'A key of your own; the same key with the same body gives the first answer again and acts once.',
  schema: { type: 'string', maxLength: 200 },
}

const refusalSchema = {
  type: 'object',
  required: ['code', 'message', 'params', 'issues', 'requestId'],
  properties: {
    code: { type: 'string' },
    rule: { type: 'string' },
    message: { type: 'string' },
    params: { type: 'object' },
    issues: {
      type: 'array',
      items: {
        type: 'object',
        properties: { field: { type: 'string' }, row: { type: 'integer' }, message: { type: 'string' } },
      },
    },
    requestId: { type: 'string' },
  },
}
