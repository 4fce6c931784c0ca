import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor } from '../../domain/access/actor.ts'
import { type House, openHouse } from '../../tests/world/house.ts'
import { cutByRules, readPrinted, ruledLines, textOf } from '../print/pdf.fixture.ts'
import { stopPrinting } from '../print/typst.ts'
import { readWorkbook } from '../spreadsheet/spreadsheet.ts'
import { voidLine } from './edit-line.ts'
import { forwardLine } from './forward-line.ts'
import { exportRegister, printRegister } from './print-book.ts'
import { printSheetOfLine } from './print-handling-sheet.ts'
import { registerLine } from './register-line.ts'

let house: House
let clerk: Actor
let fondsId: string
let unitId: string
beforeAll(async () => {
  house = await openHouse()
  unitId = await house.given.unit('兽医组', 'SYZ')
  clerk = await house.given.person({ roles: ['office-clerk'], clearance: 'core-secret', name: '内勤' })
  fondsId = await house.given.fonds()
})
afterAll(async () => {
  await stopPrinting()
  await house[Symbol.asyncDispose]()
})

const titles = [
  '关于做好春季奶牛防疫工作的通知',
  '关于同意青原奶牛场扩建挤奶厅（二期）及配套粪污处理设施工程立项的批复',
  '关于报送生鲜乳质量安全监测结果的函',
]
const register = (at: number, more: object = {}) =>
  house.call(registerLine, clerk, {
    fondsId,
    unitId,
    direction: 'received',
    registeredOn: '2026-03-02',
    counterpart: at % 2 ? '市农业农村局' : '内蒙古自治区动物疫病预防控制中心',
    documentNo: `市农发〔2026〕${at + 1}号`,
    title: titles[at % 3]!,
    datedOn: '2026-02-26',
    pages: (at % 9) + 1,
    attachments: at % 3,
    responsible: at % 2 ? '赵春生' : '',
    outcome: at % 2 ? '已传达并组织学习' : '',
    urgency: at % 5 === 0 ? 'urgent' : 'ordinary',
    again: true,
    ...more,
  })
const bytesOf = (body: unknown) => body as Uint8Array
const book = { book: 'received', year: 2026 } as const

test('S1.1 the printed register lists every line in the order of its number, void ones with their reason, ruled to the foot', async () => {
  for (let at = 0; at < 20; at++) await register(at)
  const { lineId } = await register(20)
  await house.call(voidLine, clerk, { lineId, reason: '登记重复' })
  const { name, body } = await house.call(printRegister, clerk, { ...book, fondsId })
  const { pages } = await readPrinted(bytesOf(body))
  expect(name).toMatch(/^收文登记簿-.*-2026\.pdf$/)
  const words = pages.map(textOf).join(' ')
  expect(words).toContain('收 文 登 记 簿')
  const numbers = [...words.matchAll(/(?<![\d-])(00\d\d)(?= 20260302)/g)].map(([, number]) => Number(number))
  expect(numbers).toEqual(Array.from({ length: 21 }, (_, at) => at + 1))
  for (const head of ['收文号', '来文单位', '文号', '题名', '成文日期', '密级', '份数', '页数', '附件', '办理结果'])
    expect(words.replaceAll(' ', '')).toContain(head)
  expect(words.replaceAll(' ', '')).toContain('作废：登记重复')
  expect(pages.flatMap(cutByRules).map(({ text }) => text)).toEqual([])
  for (const page of pages) expect(ruledLines(page).length).toBeGreaterThan(10)
})

test('S1.1 the workbook has the columns of the printed register, and what looks like a formula stays text', async () => {
  const own = { fondsId: await house.given.fonds() }
  await register(1, { ...own, title: '=HYPERLINK("http://example.org")', counterpart: '+1+1', documentNo: '@SUM(A1)' })
  const { body } = await house.call(exportRegister, clerk, { ...book, ...own })
  const [sheet] = await readWorkbook(bytesOf(body))
  const [head, line] = sheet!.rows.map(({ cells }) => cells)
  expect(head?.slice(0, 5)).toEqual(['收文号', '收文日期', '来文单位', '文号', '题名'])
  expect(line?.slice(0, 5)).toEqual(['0001', '20260302', '+1+1', '@SUM(A1)', '=HYPERLINK("http://example.org")'])
  expect(Buffer.from(bytesOf(body)).includes('<f>')).toBe(false)
})

test('S5.2 a unit’s register prints under its own name with its own codes; an empty selection says so', async () => {
  const own = { fondsId: await house.given.fonds() }
  await register(1, { ...own, kind: 'contract', title: '疫苗购销合同' })
  const { body } = await house.call(printRegister, clerk, { ...own, book: 'unit', unitId, year: 2026 })
  const { pages } = await readPrinted(bytesOf(body))
  const words = pages.map(textOf).join(' ').replaceAll(' ', '')
  expect(words).toContain('文件（合同）管理记录目录')
  expect(words).toContain('SYZ-2026-0001')
  expect((await house.refusal(printRegister, clerk, { ...own, book: 'sent', year: 2026 })).code).toBe('register.empty')
})

test('S1.1 the handling sheet is one page with what is known, and room for those who sign', async () => {
  const { lineId, code } = await register(1, { attachments: 2, attachmentNames: '防疫计划表、疫苗领用表' })
  await house.call(forwardLine, clerk, { lineId, unitIds: [unitId], asks: '请兽医组阅办' })
  const { name, body } = await house.call(printSheetOfLine, clerk, { lineId })
  const { pages } = await readPrinted(bytesOf(body))
  expect(name).toBe(`文件处理单-${code}.pdf`)
  expect(pages).toHaveLength(1)
  const words = textOf(pages[0]!).replaceAll(' ', '')
  for (const said of ['文件处理单', code, '拟办意见', '请兽医组阅办', '领导批示', '兽医组', '办理结果', '防疫计划表'])
    expect(words).toContain(said)
})

test('S17.4 a print shows no more than the list: other units’ lines are not in it', async () => {
  const keeper = await house.given.person({ roles: ['part-time-archivist'], clearance: 'internal' })
  const { lineId } = await register(1)
  expect((await house.refusal(printRegister, keeper, { ...book, fondsId })).code).toBe('register.empty')
  expect((await house.refusal(printSheetOfLine, keeper, { lineId })).code).toBe('line.unknown')
})
