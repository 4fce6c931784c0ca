import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { deflateSync } from 'node:zlib'
import { strToU8, zipSync } from 'fflate'
import { writeXlsx } from 'hucre/xlsx'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeDocx, makePdf, makeTxtGbk } from '../sample/files.ts'
import { compoundFile, word97 } from './compound-file.fixture.ts'
import { type ExtractionLimits, extractText } from './extract.ts'
import { pdfOf } from './pdf.fixture.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'extract-'))
})
afterAll(() => rm(folder, { recursive: true }))

async function extracted(bytes: Uint8Array, mime: string, limits: Partial<ExtractionLimits> = {}) {
  const path = join(folder, 'blob')
  await writeFile(path, bytes)
  return await extractText(path, mime, limits)
}

const office = 'application/vnd.openxmlformats-officedocument'
const docx = `${office}.wordprocessingml.document`
const paper = { title: '关于印发《档案管理办法》的通知', paragraphs: ['各部门:', '石𬭚同志负责 <核对> & 归档。'] }

test('a PDF gives its Chinese text and its number of pages', async () => {
  const answer = await extracted(
    makePdf({ ...paper, pages: 3, documentNo: '场办发〔2024〕15号', issuer: '奶牛场' }),
    'application/pdf',
  )
  expect(answer).toMatchObject({ pages: 3, truncated: false })
  expect(answer?.text).toContain('关于印发《档案管理办法》的通知')
  expect(answer?.text).toContain('场办发〔2024〕15号')
  expect(answer?.text).toContain('石𬭚同志负责')
})

test('a PDF that names a Chinese font without embedding it still gives its text', async () => {
  const bytes = pdfOf({
    encoding: 'GBK-EUC-H',
    content: `BT /F1 12 Tf 72 700 Td <${Buffer.from(makeTxtGbk('档案管理')).toString('hex')}> Tj ET`,
  })
  expect((await extracted(bytes, 'application/pdf'))?.text).toBe('档案管理')
})

test.each([
  ['a Word document', docx, makeDocx(paper), '石𬭚同志负责 <核对> & 归档。'],
  ['a Word 97 document', 'application/msword', word97('旧稿：奶牛疫病防治\r第二段'), '旧稿：奶牛疫病防治\n第二段'],
  ['a GBK text', 'text/plain', makeTxtGbk('奶牛场\r\n档案'), '奶牛场\r\n档案'],
  ['a UTF-8 text', 'text/plain', strToU8('\ufeff奶牛𬭚'), '奶牛𬭚'],
  ['a UTF-16 text', 'text/plain', Buffer.from('\ufeff奶牛𬭚', 'utf16le'), '奶牛𬭚'],
  ['a web page', 'text/html', strToU8('<p>档<b>案</b></p><script>x()</script><p>a&#x6863;&amp;</p>'), '档案\na档&'],
  ['an XML file', 'application/xml', strToU8('<a><b>题名</b><c>文号</c></a>'), '题名\n文号'],
  ['an OFD', 'application/ofd', ofdOf(['第一页', '第二页']), '第一页\n第二页'],
])('%s gives its text', async (_, mime, bytes, text) => {
  expect((await extracted(bytes, mime))?.text).toContain(text)
})

test('a spreadsheet gives its sheets row by row', async () => {
  const rows = [
    ['牛号', '产奶公斤', '日期'],
    ['A001', 31.5, new Date(Date.UTC(2024, 2, 5))],
  ]
  const answer = await extracted(await writeXlsx({ sheets: [{ name: '三月', rows }] }), `${office}.spreadsheetml.sheet`)
  expect(answer?.text).toBe('三月\n牛号\t产奶公斤\t日期\nA001\t31.5\t2024-03-05')
})

test('pages of an OFD are counted and read in order', async () => {
  const answer = await extracted(ofdOf(Array.from({ length: 11 }, (_, i) => `第${i + 1}页`)), 'application/ofd')
  expect(answer?.pages).toBe(11)
  expect(answer?.text.split('\n').slice(8)).toEqual(['第9页', '第10页', '第11页'])
})

test('types that hold no text give null', async () => {
  expect(await extracted(Buffer.of(0xff, 0xd8), 'image/jpeg')).toBeNull()
})

test.each([
  ['application/pdf', strToU8('%PDF-1.7 broken'), 'damaged'],
  [docx, strToU8('PK\x03\x04 broken'), 'damaged'],
  [docx, zipSync({ a: strToU8('b') }), 'damaged'],
  ['application/msword', compoundFile({ WordDocument: Buffer.alloc(10) }), 'damaged'],
  ['application/msword', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'damaged'],
  [`${office}.spreadsheetml.sheet`, zipSync({ a: strToU8('b') }), 'damaged'],
  ['application/ofd', zipSync({ a: strToU8('b') }), 'damaged'],
  ['text/plain', Buffer.of(0, 1, 2, 3), 'damaged'],
  ['application/x-encrypted-office', compoundFile({ EncryptedPackage: Buffer.alloc(8) }), 'encrypted'],
] as const)('a broken or locked %s is answered with a reason, not an error', async (mime, bytes, failed) => {
  expect(await extracted(bytes, mime)).toEqual({ text: '', failed })
})

test('a damaged PDF of any kind never breaks the server', async () => {
  const whole = makePdf(paper)
  for (const cut of [20, 1000, whole.length - 40]) {
    expect(await extracted(whole.subarray(0, cut), 'application/pdf')).toHaveProperty('text')
  }
})

test('a PDF whose small stream unfolds to hundreds of megabytes is given up', async () => {
  const bomb = deflateSync(deflateSync(Buffer.alloc(400_000_000), { level: 9 }), { level: 9 })
  const bytes = pdfOf({ encoding: 'GBK-EUC-H', content: bomb, filter: '[/FlateDecode/FlateDecode]' })
  expect(bytes.length).toBeLessThan(100_000)
  expect(await extracted(bytes, 'application/pdf', { memoryMib: 150, timeoutMs: 20_000 })).toEqual({
    text: '',
    failed: 'too-large',
  })
}, 40_000)

test('an extraction that takes too long is ended while the server stays free', async () => {
  let turns = 0
  const clock = setInterval(() => turns++, 5)
  const content = deflateSync(`BT /F1 12 Tf ${'<b5b5> Tj 1 0 Td '.repeat(6_000_000)} ET`)
  const slow = pdfOf({ encoding: 'GBK-EUC-H', content, filter: '/FlateDecode' })
  expect(await extracted(slow, 'application/pdf', { timeoutMs: 1000 })).toEqual({ text: '', failed: 'timeout' })
  clearInterval(clock)
  expect(turns).toBeGreaterThan(5)
})

test('a file over the size limit is not opened, and a very long text is cut at a whole character', async () => {
  expect(await extracted(Buffer.alloc(2 ** 20 + 1, 'a'), 'text/plain', { fileMib: 1 })).toEqual({
    text: '',
    failed: 'too-large',
  })
  const long = await extracted(strToU8(`a${'𬭚'.repeat(300_000)}`), 'text/plain')
  expect(long?.truncated).toBe(true)
  expect(long?.text.length).toBe(499_999)
  expect(long?.text.isWellFormed()).toBe(true)
})

test('a file that is not there is an error, not an empty text', async () => {
  await expect(extractText(join(folder, 'nowhere'), 'text/plain')).rejects.toThrow('ENOENT')
})

function ofdOf(pages: readonly string[]): Uint8Array {
  const page = (text: string) =>
    strToU8(`<ofd:Page><ofd:TextObject><ofd:TextCode X="1">${text}</ofd:TextCode></ofd:TextObject></ofd:Page>`)
  return zipSync({
    'OFD.xml': strToU8('<ofd:OFD/>'),
    ...Object.fromEntries(pages.map((text, i) => [`Doc_0/Pages/Page_${i}/Content.xml`, page(text)])),
  })
}
