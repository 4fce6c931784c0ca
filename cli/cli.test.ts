import { once } from 'node:events'
import { readFile, stat, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type CommandLine, openCommandLine } from '../tests/world/command-line.ts'
import { administrator, type Running, setUp, startRunning } from '../tests/world/running.ts'

let running: Running
let line: CommandLine
let place: string[]

beforeAll(async () => {
  running = await startRunning()
  await setUp(running)
  line = await openCommandLine({ LANTAI_SERVER: running.base })
  await line.run(['login', '--login', administrator.login, '--password-stdin'], `${administrator.password}\n`)
  const { fonds } = await line.json<{ fonds: { id: string }[] }>(['fonds', 'list'])
  const { units } = await line.json<{ units: { id: string }[] }>(['unit', 'list'])
  place = ['--fonds-id', fonds[0]!.id, '--unit-id', units[0]!.id, '--kind', 'document', '--year', '2026']
})
afterAll(async () => {
  await line[Symbol.asyncDispose]()
  await running[Symbol.asyncDispose]()
})

const description = [
  '--title',
  '关于春季防疫的通知',
  '--creator',
  '办公室',
  '--date',
  '2026-03-01',
  '--pages',
  '4',
  '--retention',
  'D30',
]
const register = async (...more: string[]) =>
  (await line.json<{ itemId: string }>(['item', 'register', ...place, ...description, ...more])).itemId

describe('the exit code tells a program what to do next', () => {
  test.each<[string, number, string[]]>([
    ['done', 0, ['unit', 'list']],
    ['an unknown command', 2, ['item', 'fly']],
    ['an unknown flag', 2, ['item', 'list', '--colour', 'red']],
    ['a flag without its value', 2, ['item', 'list', '--limit']],
    ['a whole input that is no JSON', 2, ['item', 'register', '--input', 'nowhere.json']],
    ['an item that is not there', 4, ['item', 'show', '--item-id', 'item_00000000000000000000000000']],
    ['a field that does not fit', 5, ['item', 'list', '--limit', 'viele']],
    ['a rule that says no', 5, ['fonds', 'create', '--code', 'A001', '--name', '又一个']],
    ['a server that is not there', 7, ['unit', 'list', '--server', 'http://127.0.0.1:9']],
    ['help', 0, ['help', 'item']],
  ])('%s: %i', async (_, code, args) => {
    expect(await line.run(args)).toMatchObject({ code })
  })

  test('not signed in: 3, and guessing too often: 6', async () => {
    await using stranger = await openCommandLine({ LANTAI_SERVER: running.base })
    expect(await stranger.run(['item', 'list'])).toMatchObject({ code: 3 })
    const guess = () => stranger.run(['login', '--login', 'zhaoliu', '--password-stdin'], 'falsch\n')
    const codes = [await guess(), await guess(), await guess(), await guess()].map(({ code }) => code)
    expect(codes).toEqual([3, 3, 3, 6])
  })
})

/** The tokens that reach a server which describes itself as ours does. */
async function whatAnotherServerHears(speak: (address: string) => Promise<unknown>) {
  const description = await (await fetch(`${running.base}/openapi.json`)).text()
  const heard: Record<string, string | undefined> = {}
  const other = createServer((request, response) => {
    heard[request.url ?? ''] = request.headers.authorization
    response.end(description)
  }).listen(0, '127.0.0.1')
  await once(other, 'listening')
  await speak(`http://127.0.0.1:${(other.address() as AddressInfo).port}`)
  other.close()
  return heard
}

test('a person signs in once; the token is theirs alone to read, goes to no other server, and ends with logout', async () => {
  await using home = await openCommandLine({ LANTAI_SERVER: running.base })
  const login = () => home.run(['login', '--login', administrator.login, '--password-stdin'], administrator.password)
  expect(await login()).toMatchObject({ code: 0 })
  const file = join(home.home, '.config/lantai/credentials.json')
  if (process.platform !== 'win32') expect((await stat(file)).mode & 0o777).toBe(0o600)
  const { token } = JSON.parse(await readFile(file, 'utf8')) as { token: string }
  const heard = await whatAnotherServerHears(address => home.run(['unit', 'list', '--server', address]))
  expect(heard).toEqual({ '/openapi.json': undefined, '/api/unit.list': undefined })

  expect(await login()).toMatchObject({ code: 0 })
  expect(await home.run(['token', 'list', '--json'])).toMatchObject({ code: 0 })
  const asked = (secret: string) =>
    fetch(`${running.base}/api/unit.list`, { headers: { Authorization: `Bearer ${secret}` } })
  expect((await asked(token)).status).toBe(401)

  const { token: second } = JSON.parse(await readFile(file, 'utf8')) as { token: string }
  expect((await asked(second)).status).toBe(200)
  expect(await home.run(['logout'])).toMatchObject({ code: 0 })
  expect((await asked(second)).status).toBe(401)
  await expect(stat(file)).rejects.toThrow()
})

test('S1.2 a file goes from the command line into an item and comes back the same', async () => {
  const bytes = Buffer.from('防疫通知正文\n'.repeat(2_000_000))
  await writeFile(join(line.home, '防疫 通知.txt'), bytes)
  const { out } = await line.run(['upload', '防疫 通知.txt'])
  const itemId = await register('--upload-ids', out.trim())
  const { components } = await line.json<{ components: { id: string; name: string }[] }>([
    'item',
    'show',
    '--item-id',
    itemId,
  ])
  expect(components.map(({ name }) => name)).toEqual(['防疫 通知.txt'])
  expect(await line.run(['component', 'download', components[0]!.id, '--output', 'back.txt'])).toMatchObject({
    code: 0,
  })
  expect((await readFile(join(line.home, 'back.txt'))).equals(bytes)).toBe(true)
})

test('a dry run shows what would stand in the trail, and changes nothing', async () => {
  const itemId = await register()
  const { code, out } = await line.run(['item', 'number', '--ids', itemId, '--dry-run'])
  expect({ code, out }).toMatchObject({ code: 0, out: expect.stringContaining('item.numbered') as string })
  expect(await line.json(['item', 'show', '--item-id', itemId])).toMatchObject({ item: { state: 'draft' } })
  expect(await line.run(['item', 'list', '--dry-run'])).toMatchObject({ code: 2 })
})

test('S1.5 a bulk command of which a part was refused ends with the code of a refusal, and says which', async () => {
  const [fresh, numbered] = [await register(), await register()]
  await line.json(['item', 'number', '--ids', numbered])
  const { code, out } = await line.run(['item', 'number', '--ids', fresh, '--ids', numbered])
  expect({ code, out }).toMatchObject({ code: 5, out: expect.stringContaining(numbered) as string })
})

test('whole inputs come from a file or a pipe, and flags go before them', async () => {
  const input = JSON.stringify({ code: 'B001', name: '第二全宗' })
  expect(await line.run(['fonds', 'create', '--input', '-', '--name', '第二个全宗'], input)).toMatchObject({ code: 0 })
  const { fonds } = await line.json<{ fonds: { name: string }[] }>(['fonds', 'list'])
  expect(fonds.map(({ name }) => name)).toContain('第二个全宗')
})

test('a refusal for a program is JSON on the side, the answer stays empty', async () => {
  const { out, err } = await line.run(['item', 'list', '--limit', '0', '--json'])
  expect(out).toBe('')
  expect(JSON.parse(err)).toMatchObject({ code: 'input.invalid', status: 422, issues: [{ field: 'limit' }] })
})

test('whoever asks in English is answered in English, by the server too', async () => {
  expect((await line.run(['item', 'list', '--limit', '0', '--language', 'en'])).err).toMatch(/^To correct: 1/)
  expect((await line.run(['help', 'item', '--language', 'en'])).out).toContain('Register an item')
  expect((await line.run(['item', 'register', '--help'])).out).toMatch(/--title\s+必填.*题名/)
})

test('an answer that is a file is saved under the name given, or piped; a refusal leaves no file', async () => {
  const made = await line.json<{ personId: string; firstPassword: string }>([
    'person',
    'create',
    '--name',
    '审计员',
    '--login',
    'auditor',
  ])
  const { units } = await line.json<{ units: { id: string }[] }>(['unit', 'list'])
  await line.json(['post', 'grant', '--person-id', made.personId, '--unit-id', units[0]!.id, '--role', 'auditor'])
  await using auditor = await openCommandLine({ LANTAI_SERVER: running.base })
  await auditor.run(['login', '--login', 'auditor', '--password-stdin'], made.firstPassword)
  expect(await auditor.run(['audit', 'export', '--output', 'trail.jsonl'])).toMatchObject({ code: 0, out: '' })
  const [first = ''] = (await readFile(join(auditor.home, 'trail.jsonl'), 'utf8')).split('\n')
  expect(JSON.parse(first)).toMatchObject({ seq: 1, event: 'setup.completed' })
  expect((await auditor.run(['audit', 'export', '--to', '1'])).out.trim()).toBe(first)

  expect(await line.run(['audit', 'export', '--output', 'nothing.jsonl'])).toMatchObject({ code: 3 })
  await expect(stat(join(line.home, 'nothing.jsonl'))).rejects.toThrow()
})
