import { buffer } from 'node:stream/consumers'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type CellValue, readCsv, type SheetColumn, writeCsv } from './spreadsheet.ts'

const columns: SheetColumn[] = ['题名', '页数'].map(key => ({ key, title: key, width: 10, kind: 'text' }))

const written = (...rows: Record<string, CellValue>[]) => buffer(writeCsv({ columns, rows }))

test('CSV for Excel on a Chinese Windows is UTF-8 with its mark and CRLF', async () => {
  const bytes = await written({ 题名: '通知,"甲"', 页数: 3 }, { 题名: null, 页数: -1 })
  expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
  expect(bytes.toString('utf8').slice(1)).toBe('题名,页数\r\n"通知,""甲""",3\r\n,-1')
})

test.each(['=1+1', '+1', '-1', '@x', '\t=1', '＝1', '－附件', "'=1"])(
  'no text of CSV becomes a formula: %j',
  async text => {
    const line = (await written({ 题名: text })).toString('utf8').split('\r\n')[1]!
    expect(line.replace(/^"/, '')).toMatch(/^'/)
  },
)

test('CSV that we wrote reads back as it was, trimmed', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.string({ unit: fc.constantFrom(...'\'=+-@,;\t"甲0 a\n\r') }), { minLength: 1 }),
      async texts => {
        const read = await readCsv(await written(...texts.map(text => ({ 题名: text, 页数: 1 }))))
        const found = read.slice(1).map(({ cells }) => cells[0] ?? '')
        expect(found).toEqual(texts.map(text => text.trim()))
      },
    ),
    { examples: [[['";;']], [[';']], [['\t\t\t']]] },
  )
})

test('every cell of CSV is text, with the row numbers of the sheet', async () => {
  const bytes = Buffer.from('档号,日期,页数\r\n00123,2024-3,7\r\n\r\n"多\n行", x ,\r\n')
  expect(await readCsv(bytes)).toEqual([
    { row: 1, cells: ['档号', '日期', '页数'], formulas: [] },
    { row: 2, cells: ['00123', '2024-3', '7'], formulas: [] },
    { row: 4, cells: ['多\n行', 'x', null], formulas: [] },
  ])
})

test('CSV saved by Chinese Excel as GB18030, and tab-separated UTF-16, are read as well', async () => {
  const gb18030 = Uint8Array.from([0xcc, 0xe2, 0xc3, 0xfb, 0x2c, 0x61, 0x0a, 0x82, 0x35, 0x8f, 0x33, 0x2c, 0x62])
  expect((await readCsv(gb18030)).map(({ cells }) => cells)).toEqual([
    ['题名', 'a'],
    ['龦', 'b'],
  ])
  const utf16 = Buffer.from('\ufeff题名\t页数\r\n通知\t3\r\n', 'utf16le')
  expect((await readCsv(utf16)).map(({ cells }) => cells)).toEqual([
    ['题名', '页数'],
    ['通知', '3'],
  ])
})

test('what is no text, too large or too long is refused by name', async () => {
  await expect(readCsv(Uint8Array.from([0, 1, 2, 0xff, 0xfe, 0]))).rejects.toMatchObject({
    code: 'spreadsheet.not-text',
  })
  await expect(readCsv(new Uint8Array(2 ** 20 + 1).fill(65), { mib: 1 })).rejects.toMatchObject({
    code: 'spreadsheet.too-large',
  })
  await expect(readCsv(Buffer.from('a\nb\nc'), { rows: 2 })).rejects.toMatchObject({
    code: 'spreadsheet.too-many-rows',
  })
})
