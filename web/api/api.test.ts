import { expect, test } from 'vitest'
import { fits, operationsIn } from './description.ts'
import { curlFor, exampleOf } from './example.ts'
import { fieldsOf, type Schema } from './schema.ts'

const unitId: Schema = {
  default: null,
  title: '机构',
  titleEn: 'Unit',
  anyOf: [{ type: 'string', pattern: '^unit_[0-9a-hjkmnp-tv-z]{26}$' }, { type: 'null' }],
}
const date: Schema = {
  default: '',
  title: '日期',
  anyOf: [
    { type: 'string', const: '' },
    { type: 'string', format: 'date', pattern: '^long$' },
  ],
}
const input: Schema = {
  type: 'object',
  required: ['name', 'people'],
  properties: {
    name: { type: 'string', minLength: 1, maxLength: 60, title: '名称', titleEn: 'Name' },
    unitId,
    date,
    secrecy: { type: 'string', enum: ['public', 'internal'], options: { public: '公开' }, default: 'internal' },
    year: { type: 'integer', minimum: -9007199254740991, maximum: 2200 },
    people: {
      type: 'array',
      maxItems: 5,
      items: { type: 'object', required: ['id'], properties: { id: { type: ['string', 'null'] } } },
    },
  },
}

test('fields are told in words: type, limits, choices with their names, and what holds when left out', () => {
  const told = Object.fromEntries(fieldsOf(input).map(field => [field.path, field]))
  const words = (path: string) => [told[path]?.type.zh, ...(told[path]?.limits.map(({ zh }) => zh) ?? [])]
  expect(words('name')).toEqual(['文字', '1 到 60 个字'])
  expect(words('unitId')).toEqual(['编号 unit_…，可为 null', '不填为 null'])
  expect(words('date')).toEqual(['日期', '不填为 ""'])
  expect(words('secrecy')).toEqual(['选一个', 'public 公开、internal', '不填为 "internal"'])
  expect(words('year')).toEqual(['整数', '最多 2200'])
  expect(words('people')).toEqual(['列表：一组字段', '最多 5 项'])
  expect(words('people[].id')).toEqual(['文字，可为 null'])
  expect(
    fieldsOf(input)
      .filter(({ required }) => required)
      .map(({ path }) => path),
  ).toEqual(['name', 'people', 'people[].id'])
})

const [command, query] = operationsIn({
  paths: {
    '/api/unit.create': {
      post: {
        operationId: 'unit.create',
        'x-title': '新建机构',
        'x-title-en': 'Create a unit',
        'x-permission': 'unit.create',
        'x-rules': ['S17.4'],
        requestBody: { content: { 'application/json': { schema: input } } },
        responses: { 200: { content: { 'application/json': { schema: { type: 'object' } } } } },
      },
    },
    '/api/audit.export': {
      get: {
        operationId: 'audit.export',
        'x-title': '导出审计记录',
        'x-title-en': 'Export the trail',
        'x-permission': 'anyone',
        'x-rules': [],
        parameters: [
          { name: 'kinds', in: 'query', required: true, schema: { type: 'array', items: { enum: ["it's"] } } },
        ],
        responses: { 200: { content: { 'application/octet-stream': { schema: { type: 'string' } } } } },
      },
    },
  },
})

test('an operation is a command, a question or a file by how it is called and answered', () => {
  expect([command?.type, query?.type]).toEqual(['command', 'file'])
})

test('the example holds the required fields and nothing else, in a form a shell takes', () => {
  expect(exampleOf(input)).toEqual({ name: '张敏', people: [{ id: '…' }] })
  const told = command && curlFor(command, 'http://archive.example')
  expect(told).toContain('curl http://archive.example/api/unit.create')
  expect(told).toContain('Authorization: Bearer $LANTAI_TOKEN')
  const asked = query && curlFor(query, 'http://archive.example')
  expect(asked).toContain(`--data-urlencode 'kinds=it'\\''s'`)
  expect(asked).not.toContain('Authorization')
})

test('an operation is found by its title, its rule or the name of a field', () => {
  const noun = { zh: '机构', en: 'Units' }
  for (const word of ['新建', 'unit.c', 's17.4', '日期', 'Units'])
    expect(command && fits(command, noun, word), word).toBe(true)
  expect(command && fits(command, noun, '借阅')).toBe(false)
})
