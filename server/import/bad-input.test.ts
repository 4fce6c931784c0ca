import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strToU8, unzipSync, zipSync } from 'fflate'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Refusal } from '../../domain/shared/refusal.ts'
import { workbookOf } from '../spreadsheet/workbook.fixture.ts'
import { openReading, type ReadingLimits } from './reading.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lantai-bad-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

let count = 0
async function refusalOf(bytes: Uint8Array, limits: Partial<ReadingLimits> = {}): Promise<string> {
  const path = join(folder, String(count++))
  await writeFile(path, bytes)
  await using reading = openReading({ path, name: '来件.xlsx' }, { limits })
  const answer = await reading.ask('look', {}).catch((reason: unknown) => reason)
  if (answer instanceof Refusal) return answer.code
  throw answer instanceof Error ? answer : new Error(`was read: ${JSON.stringify(answer).slice(0, 200)}`)
}

const cell = (ref: string, text: string) => `<c r="${ref}" t="inlineStr"><is><t>${text}</t></is></c>`

/** Nine levels of ten references each: a thousand million letters in a kilobyte. */
async function billionLaughs(): Promise<Uint8Array> {
  const parts = unzipSync(await workbookOf(''))
  const entities = Array.from({ length: 9 }, (_, at) => `<!ENTITY l${at + 1} "${`&l${at};`.repeat(10)}">`).join('')
  const sheet = `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY l0 "ha">${entities}]>
    <worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1">${cell('A1', '&l9;')}</row></sheetData></worksheet>`
  return zipSync({ ...parts, 'xl/worksheets/sheet1.xml': strToU8(sheet) })
}

test.each<[string, () => Promise<Uint8Array> | Uint8Array, string]>([
  ['nothing', () => new Uint8Array(), 'import.file-type'],
  ['a picture', () => Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46]), 'spreadsheet.not-text'],
  [
    'an encrypted workbook or an old .xls',
    () => Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, ...new Uint8Array(600)]),
    'spreadsheet.unreadable',
  ],
  ['a ZIP of something else', () => zipSync({ 'a.txt': strToU8('a') }), 'spreadsheet.unreadable'],
  ['half a workbook', async () => (await workbookOf('')).subarray(0, 900), 'spreadsheet.unreadable'],
  ['a million rows', () => Buffer.from('题名,页数\n'.repeat(1_000_000)), 'spreadsheet.too-many-rows'],
  [
    'ten thousand columns',
    () => Buffer.from(`${Array.from({ length: 10_000 }, (_, at) => `列${at}`).join(',')}\n1`),
    'import.too-wide',
  ],
  [
    'two cells that span what no memory holds',
    () => workbookOf('<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'),
    'spreadsheet.unreadable',
  ],
  ['a bomb', () => workbookOf(`<row r="1">${cell('A1', '0'.repeat(250 * 2 ** 20))}</row>`), 'spreadsheet.too-large'],
])(
  '%s is refused in words and the server stays up',
  async (_, bytes, code) => {
    const before = process.memoryUsage.rss()
    expect(await refusalOf(await bytes())).toBe(code)
    expect(process.memoryUsage.rss() - before).toBeLessThan(2 ** 30)
  },
  120_000,
)

test('entities that unfold without end are never unfolded', async () => {
  const path = join(folder, 'laughs')
  await writeFile(path, await billionLaughs())
  await using reading = openReading({ path, name: '来件.xlsx' }, {})
  const answer = await reading.ask('look', {}).catch((reason: unknown) => reason)
  expect(JSON.stringify(answer).length).toBeLessThan(2000)
})

test('a register that takes too long is let go of', async () => {
  const rows = Array.from({ length: 90_000 }, (_, at) => `第${at}件,${at}`).join('\n')
  expect(await refusalOf(Buffer.from(`题名,页数\n${rows}`), { timeoutMs: 1 })).toBe('import.too-hard')
})
