import pg from 'pg'
import { afterAll, expect, test } from 'vitest'
import { cloneDatabase } from './database.ts'

const { config, drop } = await cloneDatabase()
const client = new pg.Client(config)
await client.connect()

afterAll(async () => {
  await client.end()
  await drop()
})

test('a test file gets a migrated database of its own', async () => {
  const other = await cloneDatabase()
  expect((await client.query('select name from migration')).rowCount).toBeGreaterThan(0)
  await client.query('create table note ()')
  const there = new pg.Client(other.config)
  await there.connect()
  await expect(there.query('select from note')).rejects.toThrow('does not exist')
  await there.end()
  await other.drop()
})

test('the database sorts by code point and speaks UTF-8, whichever PostgreSQL the tests run on', async () => {
  const { rows } = await client.query(
    `select datcollate as collation, pg_encoding_to_char(encoding) as encoding from pg_database where datname = current_database()`,
  )
  expect(rows).toEqual([{ collation: 'C', encoding: 'UTF8' }])
})
