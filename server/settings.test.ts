import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseEnv } from 'node:util'
import { expect, test } from 'vitest'
import { Refusal } from '../domain/shared/refusal.ts'
import { readSettings } from './settings.ts'

const issuesOf = (env: NodeJS.ProcessEnv) => {
  try {
    readSettings(env)
  } catch (error) {
    if (error instanceof Refusal) return error.issues
    throw error
  }
  return []
}

test('nothing set: a server for this machine alone, in Chinese time, with 5 GB uploads', () => {
  const root = join(import.meta.dirname, '..')
  expect(readSettings({ LANTAI_DATA: '  ' })).toEqual({
    port: 8080,
    host: '127.0.0.1',
    dataDirectory: join(root, 'data'),
    storeDirectory: join(root, 'data/store'),
    databaseUrl: undefined,
    logLevel: 'info',
    timezone: 'Asia/Shanghai',
    publicOrigin: undefined,
    trustProxy: false,
    uploadMaxBytes: 5 * 1024 ** 3,
    workers: 2,
  })
})

test('the storage root follows the data folder unless it is set', () => {
  expect(readSettings({ LANTAI_DATA: '/srv/lantai' }).storeDirectory).toBe('/srv/lantai/store')
  expect(readSettings({ LANTAI_DATA: '/srv/lantai', LANTAI_STORE: '/mnt/store' }).storeDirectory).toBe('/mnt/store')
})

test.each([
  ['1', 1],
  ['500 MB', 500 * 1024 ** 2],
  ['1.5gb', 1.5 * 1024 ** 3],
])('an upload limit of %s is %d bytes', (text, size) => {
  expect(readSettings({ LANTAI_UPLOAD_MAX: text }).uploadMaxBytes).toBe(size)
})

test('proxies are believed by address', () => {
  expect(readSettings({ LANTAI_TRUST_PROXY: '127.0.0.1, 10.0.0.0/8' }).trustProxy).toEqual(['127.0.0.1', '10.0.0.0/8'])
})

test.each([
  ['LANTAI_PORT', '80800'],
  ['LANTAI_PORT', 'http'],
  ['LANTAI_HOST', 'my host'],
  ['LANTAI_LOG', 'loud'],
  ['LANTAI_TIMEZONE', 'Asia/Beijing-West'],
  ['LANTAI_PUBLIC_URL', 'dangan.example.com'],
  ['LANTAI_TRUST_PROXY', '10.0.0.0/64'],
  ['LANTAI_UPLOAD_MAX', '5 bananas'],
  ['LANTAI_WORKERS', '0'],
])('a wrong %s=%s is refused by one sentence that names both, in both languages', (name, value) => {
  const issues = issuesOf({ [name]: value })
  expect(issues).toHaveLength(1)
  for (const sentence of [issues[0]?.zh, issues[0]?.en]) {
    expect(sentence).toContain(name)
    expect(sentence).toContain(value)
  }
})

test('every wrong value is named at once', () => {
  expect(issuesOf({ LANTAI_PORT: 'x', LANTAI_WORKERS: 'y' }).map(issue => issue.field)).toEqual([
    'LANTAI_PORT',
    'LANTAI_WORKERS',
  ])
})

test('a wrong DATABASE_URL never shows its password', () => {
  const [issue] = issuesOf({ DATABASE_URL: 'mysql://lantai:s3cret@db/lantai' })
  expect(issue?.zh).toContain('DATABASE_URL')
  expect(JSON.stringify(issue)).not.toContain('s3cret')
})

test('.env.example documents every variable with its default', () => {
  const example = readFileSync(join(import.meta.dirname, '../.env.example'), 'utf8')
  const uncommented = example.replaceAll(/^# (?=[A-Z_]+=)/gm, '')
  expect(readSettings(parseEnv(uncommented))).toEqual({
    ...readSettings({}),
    databaseUrl: expect.stringMatching(/^postgres:/),
    publicOrigin: expect.stringMatching(/^https:/),
  })
})
