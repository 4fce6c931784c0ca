import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type EmbeddedDatabase, startEmbedded } from './embedded.ts'
import { assertSuitable } from './external.ts'
import { startDatabase } from './start-database.ts'

let folder = ''
let own: EmbeddedDatabase

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'lantai-'))
  chmodSync(folder, 0o711)
  own = await startEmbedded({ directory: join(folder, 'own'), timezone: 'UTC', listen: 'port', durable: false })
})

afterAll(async () => {
  await own.stop()
  rmSync(folder, { recursive: true, force: true })
})

const urlOf = ({ user, password, host, port, database }: pg.PoolConfig) =>
  `postgres://${user}:${password}@${host}:${port}/${database}`

const start = (databaseUrl: string | undefined) =>
  startDatabase({ databaseUrl, dataDirectory: join(folder, 'data'), timezone: 'UTC' })

const nameOf = async (config: pg.PoolConfig) => {
  const client = new pg.Client(config)
  await client.connect()
  const { rows } = await client.query('select current_database()::text as name')
  await client.end()
  return rows[0]?.name
}

test('without DATABASE_URL the embedded database runs in the data folder', async () => {
  const database = await start(undefined)
  expect(database.kind).toBe('embedded')
  expect(await nameOf(database.config)).toBe('lantai')
  await database.stop()
})

test('a PostgreSQL of one’s own is used, and goes on after we stop', async () => {
  const database = await start(urlOf(own.config))
  expect(database.kind).toBe('external')
  await database.stop()
  expect(await nameOf(database.config)).toBe('lantai')
})

test('a database out of reach is refused without showing the password', async () => {
  const refused = start(urlOf({ ...own.config, password: 's3cret-guess' }))
  await expect(refused).rejects.toMatchObject({ code: 'database.unreachable' })
  await expect(refused).rejects.not.toThrow(/s3cret/)
  await expect(start('postgres://lantai@127.0.0.1:9/lantai')).rejects.toMatchObject({ code: 'database.unreachable' })
})

test('a database that is not in UTF-8 is refused', async () => {
  const client = new pg.Client(own.superuser)
  await client.connect()
  await client.query(`create database western encoding 'LATIN1' template template0 owner lantai`)
  await client.end()
  await expect(start(urlOf({ ...own.config, database: 'western' }))).rejects.toMatchObject({
    code: 'database.not-utf8',
  })
})

test.each([
  [140_012, 'database.too-old'],
  [90_204, 'database.too-old'],
])('server version %d is too old', (number, code) => {
  expect(() => assertSuitable('db/lantai', { number, version: '', encoding: 'UTF8' })).toThrow(code)
})

test('server version 15 is new enough', () => {
  expect(() => assertSuitable('db/lantai', { number: 150_000, version: '15.0', encoding: 'UTF8' })).not.toThrow()
})
