import { createHash } from 'node:crypto'
import { request } from 'node:http'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Browserlike, type Running, setUp, startRunning } from '../../tests/world/running.ts'

let running: Running
let page: Browserlike

beforeAll(async () => {
  running = await startRunning({ LANTAI_UPLOAD_MAX: '1MB' })
  page = await setUp(running)
})
afterAll(() => running[Symbol.asyncDispose]())

const json = { 'Content-Type': 'application/json' }
const post = (body: BodyInit, headers: Record<string, string> = json) =>
  page.send('/api/item.register', { method: 'POST', headers, body })

test('an unknown field, a wrong type and a missing one are each named in the user’s language', async () => {
  const { status, body } = await page.tell('item.register', { title: 7, colour: 'red' })
  expect(status).toBe(422)
  expect(body).toMatchObject({ code: 'input.invalid' })
  const said = Object.fromEntries(
    (body['issues'] as { field: string; message: string }[]).map(issue => [issue.field, issue.message]),
  )
  expect(said).toMatchObject({
    title: '题名应为不换行的一行文字',
    colour: '没有“colour”这个字段',
    year: '年度不能为空',
  })
})

test('errors follow the language asked for', async () => {
  const stranger = new Browserlike(running.base)
  expect((await stranger.send('/api/item.list', { headers: { 'Accept-Language': 'en-GB' } })).body).toMatchObject({
    code: 'session.required',
    message: expect.stringMatching(/^Please sign in/),
  })
  expect((await stranger.send('/api/item.list', { headers: { 'Accept-Language': 'zh-CN' } })).body).toMatchObject({
    message: expect.stringMatching(/^请先登录/),
  })
})

test('a sentence in English has no Chinese word in it', async () => {
  const bearer = String(
    (await page.tell('token.create', { name: 'narrow', permissions: ['item.list'] })).body['secret'],
  )
  const headers = { Authorization: `Bearer ${bearer}`, 'Accept-Language': 'en' }
  const { body } = await new Browserlike(running.base).send('/api/person.list', { headers })
  expect(body).toMatchObject({ code: 'permission.required', params: { title: 'People' } })
  expect(JSON.stringify(body)).not.toMatch(/\p{Script=Han}/u)
})

test.each([
  ['text that is not JSON', '{"title":', 400, 'request.not-json'],
  ['bytes that are not UTF-8', Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x7d]), 400, 'request.not-utf8'],
  ['a NUL character', '{"title":"a\\u0000b"}', 400, 'request.nul'],
])('%s is refused and never repaired', async (_what, body, status, code) => {
  const reply = await post(body)
  expect([reply.status, reply.body['code']]).toEqual([status, code])
})

test('a body of 100 MB is refused without being read to its end', async () => {
  const megabyte = Buffer.alloc(1024 * 1024, 0x20)
  const reply = await new Promise<{ status: number; sentMb: number }>((resolve, reject) => {
    let sentMb = 0
    const sending = request(
      `${running.base}/api/item.register`,
      {
        method: 'POST',
        headers: { ...json, Origin: running.base, Cookie: page.cookie, 'Content-Length': 100 * megabyte.length },
      },
      response => {
        response.resume()
        resolve({ status: response.statusCode ?? 0, sentMb })
        sending.destroy()
      },
    )
    sending.on('error', reject)
    const more = (): void => {
      if (sending.destroyed || sentMb >= 100) return
      sentMb++
      sending.write(megabyte, more)
    }
    more()
  })
  expect(reply.status).toBe(413)
  expect(reply.sentMb).toBeLessThan(100)
  expect((await page.ask('session.me')).status).toBe(200)
})

test('another kind of body, an unknown operation and a broken address get an answer in the same form', async () => {
  expect((await post('title=x', { 'Content-Type': 'application/x-www-form-urlencoded' })).status).toBe(415)
  expect((await page.tell('item.conjure', {})).body).toMatchObject({ code: 'operation.unknown' })
  expect((await page.send('/api/%zz')).status).toBeLessThan(500)
})

test('a page of another site cannot act with our cookie', async () => {
  const foreign = await page.tell('language.choose', { language: 'en' }, { Origin: 'https://evil.example' })
  expect([foreign.status, foreign.body['code']]).toEqual([403, 'origin.foreign'])
})

test('the session cookie is kept from scripts and from other sites', async () => {
  const again = new Browserlike(running.base)
  const { headers } = await again.tell('session.open', { login: 'wangjianguo', password: 'Cao-Chang-2026' })
  expect(headers.get('set-cookie')).toMatch(/HttpOnly/i)
  expect(headers.get('set-cookie')).toMatch(/SameSite=Lax/i)
})

test('an expired session is told so, and what was sent changed nothing', async () => {
  const left = new Browserlike(running.base)
  left.cookie = 'lantai_session=no-such-session-any-more'
  expect((await left.tell('unit.create', { name: '无', code: 'WU' })).body).toMatchObject({ code: 'session.required' })
})

test('S17.4 guesses at a password wait longer each time, and the right one waits too', async () => {
  const guess = (password: string) =>
    new Browserlike(running.base).tell('session.open', { login: 'nobody-here', password })
  for (const expected of [401, 401, 401]) expect((await guess('wrong')).status).toBe(expected)
  const { status, body, headers } = await guess('wrong')
  expect([status, body['code']]).toEqual([429, 'session.too-many'])
  expect(Number(headers.get('retry-after'))).toBeGreaterThan(0)
})

test('S17.4 a token does what its owner may and no more, and is dead once revoked', async () => {
  const { body } = await page.tell('token.create', { name: '脚本', permissions: ['item.list'] })
  const bearer = { headers: { Authorization: `Bearer ${body['secret']}` } }
  const program = new Browserlike(running.base)
  expect((await program.send('/api/item.list', bearer)).status).toBe(200)
  expect((await program.send('/api/person.list', bearer)).body).toMatchObject({ code: 'permission.required' })
  expect((await page.tell('token.create', { name: '越权', permissions: ['audit.list'] })).body).toMatchObject({
    code: 'token.too-wide',
  })
  await page.tell('token.revoke', { tokenId: body['tokenId'] })
  expect((await program.send('/api/item.list', bearer)).status).toBe(401)
})

test('no answer carries a stack, and every answer forbids sniffing and framing by others', async () => {
  const { headers, body } = await page.ask('item.show', { itemId: "item_' or 1=1" })
  expect(JSON.stringify(body)).not.toMatch(/at .*\.ts|node_modules/)
  expect(headers.get('x-content-type-options')).toBe('nosniff')
  expect(headers.get('content-security-policy')).toContain("frame-ancestors 'self'")
})

const metadata = (name: string) => ({
  'Upload-Metadata': `filename ${Buffer.from(name).toString('base64')}`,
  'Tus-Resumable': '1.0.0',
})

async function upload(name: string, bytes: Buffer) {
  const begun = await page.send('/upload', {
    method: 'POST',
    headers: { ...metadata(name), 'Upload-Length': String(bytes.length) },
  })
  const place = begun.headers.get('location') ?? ''
  if (!place) return { begun, place, sent: undefined }
  const headers = { 'Tus-Resumable': '1.0.0', 'Upload-Offset': '0', 'Content-Type': 'application/offset+octet-stream' }
  return { begun, place, sent: await page.send(place, { method: 'PATCH', headers, body: new Uint8Array(bytes) }) }
}

test('S5.5 a file arrives whole under its digest, whatever its name', async () => {
  const bytes = Buffer.from(`春季防疫方案 ${'牛'.repeat(2000)}`)
  for (const name of ['../../etc/passwd', 'CON.txt', `${'很长的名字'.repeat(60)}.txt`, 'a\u202Etxt.exe', '报告.txt']) {
    const { place, sent } = await upload(name, bytes)
    expect(sent?.status).toBe(204)
    const { rows } = await running.server.runtime.db
      .selectFrom('upload')
      .selectAll()
      .where('id', '=', place.split('/').at(-1) ?? '')
      .execute()
      .then(rows => ({ rows }))
    expect(rows[0]?.sha256).toBe(createHash('sha256').update(bytes).digest('hex'))
    expect(Buffer.byteLength(rows[0]?.name ?? '')).toBeLessThanOrEqual(200)
    expect(rows[0]?.name).not.toMatch(/[\\/\u202E]/)
  }
})

test('S5.5 an upload that broke off goes on where it stopped', async () => {
  const bytes = Buffer.alloc(200_000, 'x')
  const { headers } = await page.send('/upload', {
    method: 'POST',
    headers: { ...metadata('断点.bin'), 'Upload-Length': String(bytes.length) },
  })
  const place = headers.get('location') ?? ''
  const part = (from: number, to: number) =>
    page.send(place, {
      method: 'PATCH',
      headers: {
        'Tus-Resumable': '1.0.0',
        'Upload-Offset': String(from),
        'Content-Type': 'application/offset+octet-stream',
      },
      body: new Uint8Array(bytes.subarray(from, to)),
    })
  await part(0, 80_000)
  const { headers: at } = await page.send(place, { method: 'HEAD', headers: { 'Tus-Resumable': '1.0.0' } })
  expect(at.get('upload-offset')).toBe('80000')
  expect((await part(80_000, bytes.length)).status).toBe(204)
})

test('S5.5 an empty file and one over the limit are refused before a byte is taken', async () => {
  const declare = (name: string, size: number) =>
    page.send('/upload', { method: 'POST', headers: { ...metadata(name), 'Upload-Length': String(size) } })
  expect((await declare('空.txt', 0)).body).toMatchObject({ code: 'upload.empty' })
  const large = await declare('大.iso', 5 * 1024 ** 3)
  expect([large.status, large.body['code']]).toEqual([413, 'upload.too-large'])
})

test('S17.4 another person’s upload is not there', async () => {
  const { place } = await upload('私.txt', Buffer.from('x'))
  const stranger = new Browserlike(running.base)
  expect((await stranger.send(place, { method: 'HEAD', headers: { 'Tus-Resumable': '1.0.0' } })).status).toBe(401)
})

test('health is answered for all, figures only for this machine', async () => {
  expect((await page.send('/healthz')).body).toEqual({ status: 'ok' })
  expect((await page.send('/readyz')).body).toEqual({ status: 'ready' })
  expect((await fetch(`${running.base}/metrics`)).status).toBe(200)
  expect((await fetch(`${running.base}/metrics`, { headers: { 'X-Forwarded-For': '10.0.0.9' } })).status).toBe(404)
})

test('the description of the API has every operation', async () => {
  const { body } = await page.send('/openapi.json')
  const { operationList } = await import('../operations.ts')
  expect(Object.keys(body['paths'] as object)).toHaveLength(operationList.length)
})
