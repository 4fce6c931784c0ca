import { describe, expect, test } from 'vitest'
import { operationList } from '../server/operations.ts'
import { openApi } from '../server/platform/openapi.ts'
import { UsageError } from './exit-codes.ts'
import { readFlags } from './read-flags.ts'
import { operationsIn, type Schema } from './remote-operations.ts'

const schema: Schema = {
  type: 'object',
  properties: {
    title: { type: 'string' },
    pages: { anyOf: [{ type: 'integer' }, { type: 'null' }] },
    uploadIds: { type: 'array', items: { type: 'string' } },
    sample: { type: 'boolean' },
    organisation: { type: 'object', properties: { fondsCode: { type: 'string' } } },
    fields: { type: 'object', additionalProperties: {} },
    language: { type: 'string' },
  },
}
const read = (...args: string[]) => readFlags(args, schema).input

describe('flags become the input that the operation wants', () => {
  test.each([
    [['--title', '--春季--'], { title: '--春季--' }],
    [['--title=a=b'], { title: 'a=b' }],
    [['--pages', '12'], { pages: 12 }],
    [['--pages', ''], { pages: null }],
    [['--pages', '十二'], { pages: '十二' }],
    [['--upload-ids', 'a', '--uploadIds', 'b'], { uploadIds: ['a', 'b'] }],
    [['--upload-ids', '["a","b"]'], { uploadIds: ['a', 'b'] }],
    [['--sample'], { sample: true }],
    [['--sample', 'false'], { sample: false }],
    [['--no-sample'], { sample: false }],
    [['--organisation.fonds-code', 'A001'], { organisation: { fondsCode: 'A001' } }],
    [['--fields.projectNo', '2026-1', '--fields.客户', '甲'], { fields: { projectNo: '2026-1', 客户: '甲' } }],
    [['--fields', '{"a":1}'], { fields: { a: 1 } }],
  ])('%j', (args, input) => {
    expect(read(...args)).toEqual(input)
  })
})

test('an operation’s own field goes before a flag of the command line with the same name', () => {
  const { input, own } = readFlags(['--language', 'en', '--json', '--output', 'x'], schema)
  expect({ input, own }).toEqual({ input: { language: 'en' }, own: { json: 'true', output: 'x' } })
})

test.each([['--colour', 'red'], ['loose'], ['--title']])('what is not understood is a usage error: %s', (...args) => {
  expect(() => read(...args)).toThrow(UsageError)
})

test('a field named like an object’s own machinery stays a plain field', () => {
  const { input } = readFlags(['--fields.__proto__', 'x'], schema)
  expect(Object.keys(input['fields'] as object)).toEqual(['__proto__'])
  expect(({} as Record<string, unknown>)['x']).toBeUndefined()
})

test('every field of every operation can be given on the command line', () => {
  const operations = operationsIn(openApi(operationList, '0'))
  expect(operations.map(({ name }) => name)).toEqual(operationList.map(({ name }) => name))
  for (const { name, input } of operations) {
    for (const field of Object.keys(input.properties ?? {})) {
      const flag = field.replace(/[A-Z]/g, letter => `-${letter.toLowerCase()}`)
      expect(Object.keys(readFlags([`--${flag}`, 'true'], input).input), `${name} --${flag}`).toEqual([field])
    }
  }
})
