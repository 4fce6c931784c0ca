import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { strToU8, zipSync } from 'fflate'
import { writeXlsx } from 'hucre/xlsx'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeDocx, makeJpeg, makePdf, makeTxtGbk } from '../sample/files.ts'
import { compoundFile, word97 } from './compound-file.fixture.ts'
import { previewOf, sniffFile } from './sniff.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sniff-'))
})
afterAll(() => rm(folder, { recursive: true }))

const paper = { title: '奶牛场档案', paragraphs: ['第一条'] }
const ofd = () => zipSync({ 'OFD.xml': strToU8('<ofd:OFD/>'), 'Doc_0/Document.xml': strToU8('<ofd:Document/>') })
const xlsx = () => writeXlsx({ sheets: [{ name: '产奶', rows: [['牛号', '公斤']] }] })
const odt = () =>
  zipSync({
    mimetype: [strToU8('application/vnd.oasis.opendocument.text'), { level: 0 }],
    'content.xml': strToU8('<x/>'),
  })
const utf16 = (text: string) => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')])
const mail = 'Received: from a\r\n by b\r\nFrom: <wang@example.cn>\r\nSubject: =?utf-8?B?5qGj5qGI?=\r\n\r\nbody'
const office = 'application/vnd.openxmlformats-officedocument'

interface Case {
  readonly name: string
  readonly bytes: () => Uint8Array | Promise<Uint8Array>
  readonly mime: string
  readonly extension: string
  readonly puid?: string
  readonly charset?: string
}

const cases: readonly Case[] = [
  { name: '通知.pdf', bytes: () => makePdf(paper), mime: 'application/pdf', extension: 'pdf', puid: 'fmt/276' },
  {
    name: '扫描.JPG',
    bytes: () => makeJpeg({ width: 160, height: 226, lines: ['档'] }),
    mime: 'image/jpeg',
    extension: 'jpg',
    puid: 'fmt/43',
  },
  {
    name: '制度.docx',
    bytes: () => makeDocx(paper),
    mime: `${office}.wordprocessingml.document`,
    extension: 'docx',
    puid: 'fmt/412',
  },
  { name: '产奶.xlsx', bytes: xlsx, mime: `${office}.spreadsheetml.sheet`, extension: 'xlsx', puid: 'fmt/214' },
  { name: '公文.ofd', bytes: ofd, mime: 'application/ofd', extension: 'ofd' },
  { name: '笔记.odt', bytes: odt, mime: 'application/vnd.oasis.opendocument.text', extension: 'odt' },
  { name: '旧稿.doc', bytes: () => word97('档案'), mime: 'application/msword', extension: 'doc', puid: 'fmt/40' },
  { name: '旧稿.wps', bytes: () => word97('档案'), mime: 'application/msword', extension: 'doc', puid: 'fmt/40' },
  {
    name: '台账.xls',
    bytes: () => compoundFile({ Workbook: Buffer.alloc(8) }),
    mime: 'application/vnd.ms-excel',
    extension: 'xls',
    puid: 'fmt/61',
  },
  {
    name: '培训.ppt',
    bytes: () =>
      compoundFile({
        a: Buffer.alloc(1),
        b: Buffer.alloc(1),
        c: Buffer.alloc(1),
        d: Buffer.alloc(1),
        'PowerPoint Document': Buffer.alloc(1),
      }),
    mime: 'application/vnd.ms-powerpoint',
    extension: 'ppt',
    puid: 'fmt/126',
  },
  {
    name: '加密.docx',
    bytes: () => compoundFile({ EncryptedPackage: Buffer.alloc(8) }),
    mime: 'application/x-encrypted-office',
    extension: 'cfb',
  },
  {
    name: '函.eml',
    bytes: () => strToU8(mail),
    mime: 'message/rfc822',
    extension: 'eml',
    puid: 'fmt/278',
    charset: 'utf-8',
  },
  {
    name: '说明.txt',
    bytes: () => strToU8('奶牛场'),
    mime: 'text/plain',
    extension: 'txt',
    puid: 'x-fmt/111',
    charset: 'utf-8',
  },
  {
    name: '说明.txt',
    bytes: () => makeTxtGbk('奶牛场档案'),
    mime: 'text/plain',
    extension: 'txt',
    puid: 'x-fmt/111',
    charset: 'gb18030',
  },
  {
    name: '说明.txt',
    bytes: () => utf16('奶牛场'),
    mime: 'text/plain',
    extension: 'txt',
    puid: 'x-fmt/111',
    charset: 'utf-16le',
  },
  {
    name: '牛号.csv',
    bytes: () => makeTxtGbk('牛号,公斤\n1,2'),
    mime: 'text/csv',
    extension: 'csv',
    puid: 'x-fmt/18',
    charset: 'gb18030',
  },
  {
    name: '数据.json',
    bytes: () => strToU8('{}'),
    mime: 'text/plain',
    extension: 'json',
    puid: 'x-fmt/111',
    charset: 'utf-8',
  },
  {
    name: '元数据.xml',
    bytes: () => strToU8('<?xml version="1.0"?><a/>'),
    mime: 'application/xml',
    extension: 'xml',
    puid: 'fmt/101',
    charset: 'utf-8',
  },
  {
    name: '网页.html',
    bytes: () => strToU8('<!-- x -->\n<!DOCTYPE html><p>'),
    mime: 'text/html',
    extension: 'html',
    puid: 'fmt/96',
    charset: 'utf-8',
  },
  {
    name: '图.svg',
    bytes: () => strToU8('<?xml version="1.0"?>\n<!-- a --><svg xmlns="x"/>'),
    mime: 'image/svg+xml',
    extension: 'svg',
    charset: 'utf-8',
  },
]

test.each(cases)(
  '$name is known by its bytes as $mime, read from disk or from memory',
  async ({ name, bytes, ...expected }) => {
    const content = await bytes()
    const path = join(folder, 'blob')
    await writeFile(path, content)
    expect(await sniffFile(path, name)).toEqual({ ...expected, mismatch: false })
    expect(await sniffFile(content, name)).toEqual({ ...expected, mismatch: false })
  },
)

test.each([
  ['报告.pdf', '<!DOCTYPE html><script>alert(1)</script>', 'text/html', true],
  ['照片.jpg', '<svg onload="alert(1)"/>', 'image/svg+xml', true],
  ['合同.pdf', '只是文字', 'text/plain', true],
  ['合同.pdf', '\0\x01\x02\x03 nothing known', 'application/octet-stream', true],
  ['测量.dat', '\0\x01\x02\x03 nothing known', 'application/octet-stream', false],
  ['无扩展名', '只是文字', 'text/plain', false],
])(
  'a name that claims another type than the bytes show is flagged: %s holding %j',
  async (name, content, mime, mismatch) => {
    expect(await sniffFile(strToU8(content), name)).toMatchObject({ mime, mismatch })
  },
)

test('a PDF that declares itself PDF/A is identified by that part and level', async () => {
  const pdfa = strToU8('%PDF-1.7\n<pdfaid:part>2</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance>')
  expect((await sniffFile(pdfa, 'a.pdf')).puid).toBe('fmt/477')
})

test('nothing that can carry script is ever shown as a page or an image', () => {
  expect(previewOf('image/svg+xml')).toBe('none')
  expect(previewOf('text/html')).toBe('text')
  expect(previewOf('application/xml')).toBe('text')
  expect(previewOf('application/octet-stream')).toBe('none')
  expect(previewOf('application/pdf')).toBe('pdf')
  expect(previewOf('image/jpeg')).toBe('image')
})

test('any bytes under any name get an answer', async () => {
  const heads = ['', '%PDF-', 'PK\x03\x04', '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', '<?xml ', '\xff\xfe'].map(head =>
    Buffer.from(head, 'latin1'),
  )
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...heads),
      fc.uint8Array({ maxLength: 2000 }),
      fc.string(),
      async (head, rest, name) => {
        const { mime, extension } = await sniffFile(Buffer.concat([head, rest]), name)
        expect(mime).toMatch(/^[\w.+-]+\/[\w.+-]+$/)
        expect(extension).not.toBe('')
      },
    ),
    { numRuns: 500 },
  )
})
