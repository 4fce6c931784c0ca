import fc from 'fast-check'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { type CellValue, readWorkbook, type SheetColumn, writeWorkbook } from './spreadsheet.ts'
import { misstated, workbookOf } from './workbook.fixture.ts'

const column = (key: string, kind: SheetColumn['kind'] = 'text'): SheetColumn => ({ key, title: key, width: 12, kind })
const columns = [column('题名'), column('日期', 'date'), column('页数', 'number')]

async function written(value: CellValue, kind: SheetColumn['kind']) {
  const bytes = await writeWorkbook({ sheets: [{ name: '表', columns: [column('x', kind)], rows: [{ x: value }] }] })
  const [sheet] = await readWorkbook(bytes)
  return {
    read: sheet!.rows[1]?.cells[0],
    formulas: sheet!.rows[1]?.formulas,
    xml: partOf(bytes, 'xl/worksheets/sheet1.xml'),
  }
}

const partOf = (workbook: Uint8Array, name: string): string => strFromU8(unzipSync(workbook)[name]!)

describe('a workbook we write', () => {
  test('reads back as it was, with the head as its first row', async () => {
    async function* rows() {
      yield { 题名: '关于䶮㛃〔2024〕的通知', 日期: '2024-03-07', 页数: 3 }
      yield { 题名: null, 日期: '2024', 页数: 1.5 }
    }
    const [sheet] = await readWorkbook(await writeWorkbook({ sheets: [{ name: '目录', columns, rows: rows() }] }))
    expect(sheet).toEqual({
      name: '目录',
      rows: [
        { row: 1, cells: ['题名', '日期', '页数'], formulas: [] },
        { row: 2, cells: ['关于䶮㛃〔2024〕的通知', '2024-03-07', 3], formulas: [] },
        { row: 3, cells: [null, '2024', 1.5], formulas: [] },
      ],
    })
  })

  test.each(['=1+1', '+1', '-1', '@SUM(A1)', '=cmd|"/C calc"!A1'])(
    'keeps %s as text, never as a formula',
    async text => {
      const { read, formulas, xml } = await written(text, 'text')
      expect({ read, formulas }).toEqual({ read: text, formulas: [] })
      expect(xml).not.toContain('<f')
    },
  )

  test.each(['00123', '2024-3', '1/2', '1E5', '兰牧发〔2024〕1号', 'TRUE', '12345678901234567890'])(
    'keeps the number %s as text',
    async text => {
      expect((await written(text, 'text')).read).toBe(text)
    },
  )

  test('makes text of a number in a text column, and of a day that is none', async () => {
    expect((await written(42, 'text')).read).toBe('42')
    expect((await written('2024-02-30', 'date')).read).toBe('2024-02-30')
    expect((await written('2024-02-30', 'date')).xml).toContain('t="s"')
    expect((await written('2024-02-29', 'date')).xml).not.toContain('t="s" s="2"')
  })

  test('reads back any text, trimmed', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme', minLength: 1 }), async text => {
        expect((await written(text, 'text')).read ?? '').toBe(text.trim())
      }),
      { numRuns: 60 },
    )
    expect((await written('_x0041_&<>"\u0001', 'text')).read).toBe('_x0041_&<>"\u0001')
  })

  test('cuts a text to what a cell can hold', async () => {
    expect((await written('字'.repeat(40_000), 'text')).read).toBe(`${'字'.repeat(32_766)}…`)
  })

  test('is printed on A4 with its head on every page, whatever the sheet is called', async () => {
    const heading = { heading: '2024 R&D', subheading: '年度：2024' }
    const sheets = ["2024-永久 (李'四)", 'a/b:c'].map(name => ({ name, columns, rows: [], ...heading }))
    const bytes = await writeWorkbook({ sheets: [sheets[0]!, { ...sheets[1]!, orientation: 'portrait' }] })
    const workbook = partOf(bytes, 'xl/workbook.xml')
    expect(workbook).toMatch(/localSheetId="0">'2024-永久 \(李(''|&apos;&apos;)四\)'!\$1:\$1</)
    expect(workbook).toMatch(/localSheetId="1">'a_b_c'!\$1:\$1</)
    const page = partOf(bytes, 'xl/worksheets/sheet1.xml')
    expect(page).toContain('paperSize="9" orientation="landscape"')
    expect(page).toContain('state="frozen"')
    expect(page).toContain('&amp;C&amp;16 2024 R&amp;&amp;D\n&amp;10 年度：2024')
    expect(partOf(bytes, 'xl/worksheets/sheet2.xml')).toContain('paperSize="9" orientation="portrait"')
  })
})

describe('a workbook we are sent', () => {
  const text = (ref: string, value: string) =>
    `<c r="${ref}" t="inlineStr"><is><t xml:space="preserve">${value}</t></is></c>`

  test('gives trimmed text, numbers and days with the row numbers of the sheet', async () => {
    const bytes = await workbookOf(
      `<row r="3">${text('A3', ' \u3000通知 ')}<c r="B3"><v>12.5</v></c><c r="C3" t="b"><v>1</v></c></row>
       <row r="5">${text('A5', '  ')}</row>
       <row r="8"><c r="C8" t="e"><v>#REF!</v></c></row>`,
    )
    expect(await readWorkbook(bytes)).toEqual([
      {
        name: '来件',
        rows: [
          { row: 3, cells: ['通知', 12.5, 'true'], formulas: [] },
          { row: 8, cells: [null, null, '#REF!'], formulas: [] },
        ],
      },
    ])
  })

  test('tells which cells are formulas', async () => {
    const bytes = await workbookOf(
      '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><f>A1+1</f><v>2</v></c><c r="C1" t="str"><f>HYPERLINK("x")</f><v>x</v></c></row>',
    )
    expect((await readWorkbook(bytes))[0]!.rows).toEqual([{ row: 1, cells: [1, 2, 'x'], formulas: [1, 2] }])
  })

  test('may come in pieces', async () => {
    const bytes = await workbookOf('<row r="1"><c r="A1"><v>7</v></c></row>')
    async function* pieces() {
      for (let at = 0; at < bytes.length; at += 100) yield bytes.subarray(at, at + 100)
    }
    expect((await readWorkbook(pieces()))[0]!.rows[0]!.cells).toEqual([7])
  })

  test('hides what its author hid', async () => {
    const parts = unzipSync(await writeWorkbook({ sheets: ['甲', '乙'].map(name => ({ name, columns, rows: [] })) }))
    const workbook = strFromU8(parts['xl/workbook.xml']!).replace('name="甲"', 'name="甲" state="hidden"')
    const sheets = await readWorkbook(zipSync({ ...parts, 'xl/workbook.xml': strToU8(workbook) }))
    expect(sheets.map(({ name }) => name)).toEqual(['乙'])
  })

  const bomb = workbookOf(`<row r="1">${text('A1', '0'.repeat(3 * 2 ** 20))}</row>`)

  test('is refused before it is unpacked when it states a size above the limit', async () => {
    await expect(readWorkbook(await bomb, { mib: 2 })).rejects.toMatchObject({
      code: 'spreadsheet.too-large',
      params: { mib: 2 },
    })
    expect((await bomb).length).toBeLessThan(20_000)
  })

  test.each([0, 500])('is refused when it states %i bytes and unpacks to more', async size => {
    await expect(readWorkbook(misstated(await bomb, size))).rejects.toMatchObject({ code: 'spreadsheet.unreadable' })
  })

  test('is refused while it arrives when it is larger than the limit', async () => {
    async function* endless() {
      for (;;) yield new Uint8Array(2 ** 20)
    }
    await expect(readWorkbook(endless(), { mib: 3 })).rejects.toMatchObject({ code: 'spreadsheet.too-large' })
  })

  test('is refused with more rows than the limit', async () => {
    const bytes = await workbookOf([1, 2, 3].map(row => `<row r="${row}"><c r="A${row}"><v>1</v></c></row>`).join(''))
    await expect(readWorkbook(bytes, { rows: 2 })).rejects.toMatchObject({ code: 'spreadsheet.too-many-rows' })
    expect((await readWorkbook(bytes, { rows: 3 }))[0]!.rows).toHaveLength(3)
  })

  test('is refused when two cells span a sheet that no memory holds', async () => {
    const corners = '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
    await expect(readWorkbook(await workbookOf(corners))).rejects.toMatchObject({ code: 'spreadsheet.unreadable' })
  })

  test.each([
    ['nothing', new Uint8Array()],
    ['a text', strToU8('题名,日期\n通知,2024-03-07\n')],
    ['an old .xls', Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...new Uint8Array(600)])],
    ['another ZIP', zipSync({ 'a.txt': strToU8('a') })],
    ['a broken workbook', zipSync({ '[Content_Types].xml': strToU8('<Types') })],
  ])('is refused as unreadable when it is %s', async (_, bytes) => {
    await expect(readWorkbook(bytes)).rejects.toMatchObject({ code: 'spreadsheet.unreadable' })
  })
})
