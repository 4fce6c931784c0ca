import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '../../domain/access/actor.ts'
import { type House, openHouse } from '../../tests/world/house.ts'
import { listItems } from '../holdings/list-items.ts'
import { numberItems } from '../holdings/number-items.ts'
import { searchItems } from '../holdings/search-items.ts'
import { itemHistory } from '../holdings/show-item.ts'
import { readWorkbook, type SheetColumn, writeWorkbook } from '../spreadsheet/spreadsheet.ts'
import { checkImport } from './check-import.ts'
import { listMappings, saveMapping } from './mappings.ts'
import { openImport } from './open-import.ts'
import { cancelImport, runImport } from './run-import.ts'
import { listImports, markedSheet, showImport } from './show-imports.ts'
import { withdrawImport } from './withdraw-import.ts'

let house: House
let unitId: string
let clerk: Actor
beforeAll(async () => {
  house = await openHouse()
  unitId = await house.given.unit('办公室', 'BGS')
  clerk = await house.given.person({ roles: ['archivist'], unitId })
})
afterAll(() => house[Symbol.asyncDispose]())

const csv = (...lines: string[]) => Buffer.from(lines.join('\r\n'))

async function opened(name: string, bytes: Uint8Array, actor = clerk) {
  const uploadId = await house.given.upload(actor, name, bytes)
  const { importId } = await house.call(openImport, actor, { uploadId })
  await house.runJobs()
  return importId
}

const plain = ['title', 'documentNo', 'creator', 'date', 'pages', 'retention']
const heads = '题名,文号,责任者,成文日期,页数,保管期限'

async function checked(importId: string, fondsId: string, more: object = {}, actor = clerk) {
  await house.call(checkImport, actor, {
    importId,
    fondsId,
    kind: 'document',
    sheet: 'CSV',
    headRow: 1,
    columns: plain,
    constants: { unitId },
    ...more,
  })
  await house.runJobs()
  return await house.call(showImport, actor, { importId })
}

const itemsOf = async (fondsId: string) =>
  (await house.call(listItems, clerk, { fondsId, limit: 200 })).items.toReversed()

const eventsOf = async (subject: string) =>
  (await house.pool.query('select event, actor_id, data from audit_event where subject = $1 order by seq', [subject]))
    .rows

test('S1.1 a register becomes drafts in the order of its rows, each with who, when and where from', async () => {
  const fondsId = await house.given.fonds()
  const importId = await opened(
    '2025年收文.csv',
    csv(heads, '关于防疫的通知,牧发〔2025〕3号,办公室,2025.3.5,４,永久', '[奶牛名册],,牧场,2025年4月1日,12页,30年'),
  )
  const read = await house.call(showImport, clerk, { importId })
  expect(read).toMatchObject({ state: 'read', sheets: [{ name: 'CSV', rowCount: 3, columnCount: 6 }] })
  expect(await checked(importId, fondsId)).toMatchObject({ state: 'checked', found: { rows: 2, faults: 0 } })
  expect(await itemsOf(fondsId)).toEqual([])
  await house.call(runImport, clerk, { importId })
  await house.runJobs()
  expect(await house.call(showImport, clerk, { importId })).toMatchObject({ state: 'imported', items: 2 })
  const items = await itemsOf(fondsId)
  expect(items).toMatchObject([
    {
      title: '关于防疫的通知',
      documentNo: '牧发〔2025〕3号',
      date: '2025-03-05',
      pages: 4,
      retention: 'Y',
      year: 2025,
    },
    { title: '奶牛名册', selfMadeTitle: true, date: '2025-04-01', pages: 12, retention: 'D30', state: 'draft', unitId },
  ])
  const { entries } = await house.call(itemHistory, clerk, { itemId: items[0]!.id })
  expect(entries).toMatchObject([{ event: 'items.registered', actorName: clerk.name, data: { count: 2 } }])
  expect((await eventsOf(importId)).map(({ event }) => event)).toEqual([
    'import.opened',
    'import.checked',
    'import.started',
    'items.registered',
  ])
  const found = await house.call(searchItems, clerk, { text: '防疫', fondsId })
  expect(found.items.map(({ title }) => title)).toEqual(['关于防疫的通知'])
  await house.call(numberItems, clerk, { ids: items.map(({ id }) => id) })
  const { rows } = await house.pool.query(
    'select sum(t.count)::int as count, sum(t.pages)::int as pages from series_tally t join series s on s.id = t.series_id where s.fonds_id = $1',
    [fondsId],
  )
  expect(rows).toEqual([{ count: 2, pages: 16 }])
})

test('S1.5 one faulty row and nothing is registered; the sheet comes back with the faults marked', async () => {
  const fondsId = await house.given.fonds()
  const bytes = csv(heads, '好的,,办公室,2025-03-05,4,永久', ',,办公室,24/3/5,四,百年')
  const importId = await opened('有错.csv', bytes)
  const shown = await checked(importId, fondsId)
  expect(shown).toMatchObject({ state: 'faulty', found: { rows: 2, faults: 4, faultyRows: 1 } })
  expect(shown.issues.map(({ row, column }) => [row, column])).toEqual([
    [3, 0],
    [3, 3],
    [3, 4],
    [3, 5],
  ])
  expect(shown.issues[1]!.message).toContain('分不清年月日')
  expect((await house.refusal(runImport, clerk, { importId })).code).toBe('import.not-ready')
  const marked = await house.call(markedSheet, clerk, { importId })
  const [sheet] = await readWorkbook((marked as unknown as { body: Uint8Array }).body)
  expect(sheet!.rows[0]!.cells.at(-1)).toBe('错误说明')
  expect(sheet!.rows[1]!.cells).toEqual(['好的', null, '办公室', '2025-03-05', '4', '永久'])
  expect(sheet!.rows[2]!.cells.at(-1)).toContain('题名不能为空')
  expect(await itemsOf(fondsId)).toEqual([])
})

describe('S1.2 codes that a register brings', () => {
  const columns = ['code', 'title', 'creator', 'date', 'pages']
  const coded = (code: string, title = '旧件') => `${code},${title},办公室,2024-03-05,2`

  test('are kept, and the next number follows them', async () => {
    const fondsId = await house.given.fonds('Q01')
    const importId = await opened(
      '旧目录.csv',
      csv('档号,题名,责任者,日期,页数', coded('Q01-WS.2024-D30-BGS-0001'), coded('Q01-WS·2024-D30-BGS-0004')),
    )
    const shown = await checked(importId, fondsId, { columns })
    expect(shown).toMatchObject({ state: 'checked', found: { coded: 2, notices: 1 } })
    expect(shown.issues[0]).toMatchObject({ row: 3, fault: false, message: 'Q01-WS·2024-D30-BGS 缺件号 2–3' })
    await house.call(runImport, clerk, { importId })
    await house.runJobs()
    const items = await itemsOf(fondsId)
    expect(items.map(({ code, state, year, retention }) => [code, state, year, retention])).toEqual([
      ['Q01-WS·2024-D30-BGS-0001', 'numbered', 2024, 'D30'],
      ['Q01-WS·2024-D30-BGS-0004', 'numbered', 2024, 'D30'],
    ])
    const later = await opened('新件.csv', csv(heads, '新件,,办公室,2024-05-01,1,30年'))
    await checked(later, fondsId)
    await house.call(runImport, clerk, { importId: later })
    await house.runJobs()
    const draft = (await itemsOf(fondsId)).find(({ state }) => state === 'draft')
    const { done } = await house.call(numberItems, clerk, { ids: [draft!.id] })
    expect(done[0]!.code).toBe('Q01-WS·2024-D30-BGS-0005')
  })

  test('are refused when they are there twice, are taken, or do not follow the template', async () => {
    const fondsId = await house.given.fonds('Q02')
    const first = await opened('一.csv', csv('档号,题名,责任者,日期,页数', coded('Q02-WS·2024-Y-BGS-0001')))
    await checked(first, fondsId, { columns })
    await house.call(runImport, clerk, { importId: first })
    await house.runJobs()
    const importId = await opened(
      '二.csv',
      csv(
        '档号,题名,责任者,日期,页数',
        ...[
          'Q02-WS·2024-Y-BGS-0001',
          'Q02-WS·2024-Y-BGS-0002',
          'Q02-WS·2024-Y-BGS-0002',
          'Q09-WS·2024-Y-BGS-0003',
          '乱写',
        ].map(code => coded(code)),
      ),
    )
    const shown = await checked(importId, fondsId, { columns, constants: { unitId, retention: 'Y' } })
    expect(shown.issues.map(({ row, column, message }) => [row, column, message])).toEqual([
      [2, 0, '档号 Q02-WS·2024-Y-BGS-0001 已被使用'],
      [4, 0, '档号 Q02-WS·2024-Y-BGS-0002 与第 3 行重复'],
      [5, 0, expect.stringContaining('全宗号')],
      [6, 0, expect.stringContaining('档号“乱写”')],
    ])
  })
})

test('S8.2 somebody who works for one unit imports for that unit only', async () => {
  const fondsId = await house.given.fonds()
  const other = await house.given.unit('牧场', 'MC')
  const helper = await house.given.person({ roles: ['part-time-archivist'], unitId })
  const importId = await opened('别人的.csv', csv(heads, '通知,,办公室,2025-03-05,4,永久'), helper)
  const shown = await checked(importId, fondsId, { constants: { unitId: other } }, helper)
  expect(shown.issues).toMatchObject([{ row: 2, message: '只能为本部门登记和整理。' }])
  expect((await house.refusal(showImport, clerk, { importId })).code).toBe('import.unknown')
})

test('S1.5 an import nobody has worked on is withdrawn as a whole, with its numbers', async () => {
  const fondsId = await house.given.fonds('W01')
  const importId = await opened(
    '撤.csv',
    csv('题名,件号,成文日期,保管期限', '甲,1,2025-03-05,永久', '乙,2,2025-03-06,永久'),
  )
  await checked(importId, fondsId, { columns: ['title', 'serial', 'date', 'retention'] })
  await house.call(runImport, clerk, { importId })
  await house.runJobs()
  expect((await itemsOf(fondsId)).map(({ code }) => code)).toEqual(['W01-WS·2025-Y-BGS-0001', 'W01-WS·2025-Y-BGS-0002'])
  const answer = await house.call(withdrawImport, clerk, { importId, reason: '导错了表' })
  expect(answer.items).toBe(2)
  expect(await itemsOf(fondsId)).toEqual([])
  const { rows } = await house.pool.query('select last from code_counter where fonds_id = $1', [fondsId])
  expect(rows).toEqual([{ last: 0 }])
  expect((await eventsOf(importId)).slice(-2).map(({ event }) => event)).toEqual([
    'import.withdrawn',
    'items.discarded',
  ])
})

test('S1.5 an import that was worked on is not withdrawn', async () => {
  const fondsId = await house.given.fonds()
  const importId = await opened('留.csv', csv(heads, '甲,,办公室,2025-03-05,1,永久'))
  await checked(importId, fondsId)
  await house.call(runImport, clerk, { importId })
  await house.runJobs()
  await house.call(numberItems, clerk, { ids: (await itemsOf(fondsId)).map(({ id }) => id) })
  expect((await house.refusal(withdrawImport, clerk, { importId, reason: '导错了' })).code).toBe('import.worked-on')
})

test('S1.5 an import that is stopped registers nothing', async () => {
  const fondsId = await house.given.fonds()
  const rows = Array.from({ length: 4001 }, (_, at) => `第${at}件,,办公室,2025-03-05,1,永久`)
  const importId = await opened('停.csv', csv(heads, ...rows))
  await checked(importId, fondsId)
  await house.call(runImport, clerk, { importId })
  await house.call(cancelImport, clerk, { importId })
  await house.runJobs()
  const shown = await house.call(showImport, clerk, { importId })
  expect(shown).toMatchObject({ state: 'read', failure: '已停下，一件也没有登记。' })
  expect(await itemsOf(fondsId)).toEqual([])
})

test('a mapping is proposed again for the same heads', async () => {
  const mapping = {
    kind: 'document',
    signature: '题名|文号',
    columns: ['title', 'documentNo'],
    constants: { year: 2024 },
  }
  await house.call(saveMapping, clerk, { name: '收文登记簿', ...mapping })
  await house.call(saveMapping, clerk, { name: '收文登记簿', ...mapping })
  const { mappings } = await house.call(listMappings, clerk, { signature: '题名|文号' })
  expect(mappings).toMatchObject([{ name: '收文登记簿', columns: ['title', 'documentNo'], constants: { year: 2024 } }])
  const other = await house.given.person({ roles: ['archivist'] })
  expect((await house.refusal(saveMapping, other, { name: '收文登记簿', ...mapping })).code).toBe('mapping.name-taken')
})

test('a file that is no register says so', async () => {
  const importId = await opened('图.csv', Buffer.from([0, 1, 2, 0xff, 0xfe, 0, 9]))
  const { imports } = await house.call(listImports, clerk, {})
  expect(imports.find(({ id }) => id === importId)).toMatchObject({
    state: 'unreadable',
    failure: expect.stringContaining('CSV'),
  })
})

test('a workbook with merged titles above its heads and a formula is read as it stands', async () => {
  const fondsId = await house.given.fonds()
  const column = (key: string, kind: SheetColumn['kind'] = 'text'): SheetColumn => ({ key, title: key, width: 9, kind })
  const sheet = {
    name: '台账',
    columns: [column('题名'), column('日期', 'date')],
    rows: [{ 题名: '甲', 日期: '2025-03-05' }],
  }
  const importId = await opened('台账.xlsx', await writeWorkbook({ sheets: [sheet] }))
  const shown = await checked(importId, fondsId, {
    sheet: '台账',
    columns: ['title', 'date'],
    constants: { unitId, retention: 'D10' },
  })
  expect(shown).toMatchObject({ state: 'checked', found: { rows: 1 } })
})
