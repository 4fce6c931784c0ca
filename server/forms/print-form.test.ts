import { afterAll, beforeAll, expect, test } from 'vitest'
import { type FormCode, type FormThing, formCodes, forms } from '../../domain/forms/forms.ts'
import { type House, openHouse, someDocument } from '../../tests/world/house.ts'
import { startCheck } from '../arrangement/start-check.ts'
import { numberItems } from '../holdings/number-items.ts'
import { registerItem } from '../holdings/register-item.ts'
import type { FileAnswer } from '../platform/file-answer.ts'
import { readPrinted, textOf } from '../print/pdf.fixture.ts'
import { stopPrinting } from '../print/typst.ts'
import { buildRoom } from '../repository/build-room.ts'
import { makePdf } from '../sample/files.ts'
import { readWorkbook } from '../spreadsheet/spreadsheet.ts'
import { type Arranged, arrange } from './arranged.fixture.ts'
import { listThings } from './list-things.ts'
import { previewForm } from './preview-form.ts'
import { printForm } from './print-form.ts'
import { cancelRun, listRuns, printedFile } from './print-runs.ts'
import { sweepPrints } from './sweep-prints.ts'

let house: House
let arranged: Arranged
let roomId: string
let checkId: string
beforeAll(async () => {
  house = await openHouse()
  arranged = await arrange(house, 17, 3)
  const room = { code: 'Q1', name: '一号库', rows: 2, bays: 2, shelves: 5, slots: 3, sides: 2 as const, slotMm: 900 }
  roomId = (await house.call(buildRoom, arranged.clerk, room)).locationId
  checkId = (await house.call(startCheck, arranged.clerk, { seriesId: arranged.seriesId })).checkId
  await house.runJobs()
})
afterAll(async () => {
  await stopPrinting()
  await house[Symbol.asyncDispose]()
})

const orderOf = (form: FormCode, thing: FormThing, id: string, more: { format?: 'pdf' | 'xlsx' } = {}) => ({
  form,
  thing,
  ids: [id],
  ...more,
})
const bytesOf = (file: FileAnswer): Uint8Array => file.body as Uint8Array
const wordsOf = async (file: FileAnswer) =>
  (await readPrinted(bytesOf(file))).pages.map(page => textOf(page).replaceAll(' ', '')).join('\n')

const idOf = (thing: FormThing) =>
  ({
    series: arranged.seriesId,
    volume: arranged.volumeId,
    box: arranged.boxId,
    item: arranged.looseIds[0]!,
    location: roomId,
    check: checkId,
  })[thing]

test.each(formCodes.flatMap(form => forms[form].takes.map(thing => [form, thing] as const)))(
  'S1.3 %s is previewed for a %s',
  async (form, thing) => {
    const preview = await house.call(previewForm, arranged.clerk, { form, thing, ids: [idOf(thing)] })
    expect(await wordsOf(preview)).toContain('预览')
  },
)

const preview = async (form: FormCode, thing: FormThing, more: object = {}) =>
  wordsOf(await house.call(previewForm, arranged.clerk, { form, thing, ids: [idOf(thing)], ...more }))

test('S1.3 the contents list comes out of the description: number, date, pages of every item, in the order bound', async () => {
  const words = await preview('volume-contents', 'volume')
  expect(words).toContain('档号：A001-WS·2026-D30-001')
  expect(words).toContain('顺序号文号责任者题名日期页号备注')
  expect(words).toMatch(/1牧发〔2026〕1号办公室关于召开.*202603011.*2牧发〔2026〕2号办公室关于同意.*202603015/s)
  expect(words).toContain('65-68')
  expect(words.match(/第1页共2页/g)).toHaveLength(1)
})

test('S1.3 the technical contents list counts pages instead of numbering them', async () => {
  const words = await preview('volume-contents', 'volume', { style: 'technical' })
  expect(words).toContain('序号文件编号责任者文件题名日期页数备注')
  expect(words).toContain('202603014')
  expect(words).not.toContain('65-68')
})

test('S1.3 remarks, cover and catalogue say what was arranged and by whom', async () => {
  expect(await preview('volume-remarks', 'volume')).toMatch(
    /本卷共17件、68页。.*第3件缺附件二.*立卷人：王芳.*2026年11月20日/s,
  )
  expect(await preview('volume-cover', 'volume')).toMatch(/2026年行政工作的通知.*30年.*本卷共17件68页/s)
  expect(await preview('volume-catalogue', 'series')).toMatch(/0*01.*2026年行政工作.*176830年/s)
})

test('S5.6 the spine names fonds, year, retention, unit, first and last item and the number of the box', async () => {
  expect(await preview('box-spine', 'box')).toMatch(/A001.*2026.*30年.*办公室.*0018.*0020.*盒号.*7/s)
})

test('S5.6 every slot, shelf or bay of a room gets its label', async () => {
  const labels = async (style: string) =>
    (await preview('location-label', 'location', { style })).match(/Q1-[\dA-B-]+/g)
  expect(await labels('row')).toEqual(['Q1-01', 'Q1-02'])
  expect(await labels('shelf')).toHaveLength(20)
  expect((await labels('slot'))?.slice(0, 2)).toEqual(['Q1-01-01-01-A01', 'Q1-01-01-01-A02'])
})

test('a handover list is headed by who hands over, and signed by both sides', async () => {
  const words = await preview('handover-items', 'series')
  expect(words).toContain('移交部门：办公室')
  expect(words).toContain('序号题名年度文号页数保管期限备注')
  expect(words.match(/移交人：接收人：日期：/g)).toHaveLength(1)
  expect(words.match(/第\d页共2页/g)).toHaveLength(2)
})

test('S14.2 the report of the four checks groups them by property and sums up how they ended', async () => {
  const words = await preview('quality-report', 'series')
  expect(words).toMatch(/真实性GD-1-1.*完整性GD-2-1.*可用性GD-3-1.*安全性GD-4-1/s)
  expect(words).toMatch(/操作者：王芳结果：通过\d+项，不通过\d+项，不适用\d+项，人工待检\d+项/)
})

test('a catalogue of personnel papers has a head for every class, papers or none', async () => {
  const office = await preview('personnel-catalogue', 'volume', { style: 'office' })
  for (const head of ['一履历', '四-1学历学位', '四-4教育培训', '九-4会议代表', '十其他'])
    expect(office).toContain(head)
  expect(await preview('personnel-catalogue', 'volume')).toMatch(/形成时间.*一履历.*二自传.*九其他.*未分类/s)
})

test('S17.4 who printed what is in the trail, and only who ordered it gets the file', async () => {
  const { clerk, volumeId } = arranged
  const order = orderOf('volume-contents', 'volume', volumeId)
  const { runId, count } = await house.call(printForm, clerk, order)
  expect(count).toBe(1)
  await house.runJobs()
  const { rows } = await house.pool.query("select actor_name, data from audit_event where event = 'form.printed'")
  expect(rows).toEqual([
    { actor_name: '王芳', data: { form: 'volume-contents', thing: 'volume', count: 1, ids: [volumeId] } },
  ])
  const [run] = (await house.call(listRuns, clerk, {})).runs
  expect(run).toMatchObject({ id: runId, state: 'finished', refused: [], files: [{ name: '卷内文件目录.pdf' }] })
  const words = await wordsOf(await house.call(printedFile, clerk, { runId }))
  expect(words).toContain('卷内文件目录')
  expect(words).not.toContain('预览')
  const other = await house.given.person({ roles: ['archivist'], unitId: arranged.place.unitId })
  expect((await house.refusal(printedFile, other, { runId })).code).toBe('print-run.unknown')
  expect((await house.call(listRuns, other, {})).runs).toEqual([])
})

test('S17.4 a form that would be incomplete for who prints it is refused by name', async () => {
  const low = await house.given.person({ roles: ['archivist'], unitId: arranged.place.unitId, clearance: 'internal' })
  const secret = arranged.looseIds[0]!
  await house.runtime.db.updateTable('item').set({ secrecy: 30 }).where('id', '=', secret).execute()
  const box = orderOf('box-spine', 'box', arranged.boxId)
  const refusal = await house.refusal(previewForm, low, box)
  expect(refusal.code).toBe('form.hidden')
  const { runId } = await house.call(printForm, low, box)
  await house.runJobs()
  const [run] = (await house.call(listRuns, low, {})).runs
  expect(run).toMatchObject({ id: runId, state: 'finished', files: [], refused: [{ code: 'form.hidden' }] })
  const item = orderOf('item-label', 'item', secret)
  expect((await house.refusal(previewForm, low, item)).code).toBe('form.nothing')
  await house.runtime.db.updateTable('volume').set({ secrecy: 30 }).where('id', '=', arranged.volumeId).execute()
  const volume = orderOf('volume-cover', 'volume', arranged.volumeId)
  expect((await house.refusal(previewForm, low, volume)).code).toBe('form.nothing')
  const listed = await house.call(listThings, low, { thing: 'volume', seriesId: arranged.seriesId })
  expect(listed.things).toEqual([])
  await house.runtime.db.updateTable('volume').set({ secrecy: 10 }).where('id', '=', arranged.volumeId).execute()
  await house.runtime.db.updateTable('item').set({ secrecy: 10 }).where('id', '=', secret).execute()
})

test('a list is made as a workbook as well', async () => {
  const { clerk, volumeId } = arranged
  const order = orderOf('volume-contents', 'volume', volumeId, { format: 'xlsx' })
  const { runId } = await house.call(printForm, clerk, order)
  await house.runJobs()
  const [sheet] = await readWorkbook(bytesOf(await house.call(printedFile, clerk, { runId })))
  expect(sheet?.rows).toHaveLength(18)
  expect(sheet?.rows[1]?.cells.slice(0, 3)).toEqual([1, '牧发〔2026〕1号', '办公室'])
})

test('what may be printed is listed in its order', async () => {
  const { clerk, seriesId, volumeId, boxId } = arranged
  const listed = async (thing: 'volume' | 'box' | 'item') =>
    (await house.call(listThings, clerk, { thing, seriesId })).things
  expect(await listed('volume')).toEqual([
    { id: volumeId, label: 'A001-WS·2026-D30-001', title: '2026 年行政工作的通知、批复、决定' },
  ])
  expect(await listed('box')).toMatchObject([{ id: boxId, label: '7' }])
  expect(await listed('item')).toHaveLength(20)
})

test('an order that a form does not take is refused', async () => {
  const { clerk, boxId, volumeId } = arranged
  const refused = async (input: object) => (await house.refusal(printForm, clerk, input)).code
  expect(await refused({ form: 'volume-cover', thing: 'box', ids: [boxId] })).toBe('form.wrong-thing')
  expect(await refused({ form: 'volume-cover', thing: 'volume', ids: [boxId] })).toBe('form.wrong-thing')
  expect(await refused({ form: 'box-label', thing: 'box', ids: [boxId], start: 25 })).toBe('form.start')
  expect(await refused({ form: 'volume-cover', thing: 'volume', ids: [volumeId], style: 'gothic' })).toBe(
    'form.no-style',
  )
  const empty = await house.runtime.db
    .insertInto('series')
    .values({
      id: 'series_00000000000000000000000000',
      fonds_id: arranged.place.fondsId,
      kind: 'document',
      year: 1999,
      retention: 'Y',
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  expect(await refused({ form: 'volume-cover', thing: 'series', ids: [empty.id] })).toBe('form.nothing')
})

test('a print is cancelled by who ordered it, and forgotten after a day', async () => {
  const { clerk, volumeId } = arranged
  const order = orderOf('volume-cover', 'volume', volumeId)
  const { runId } = await house.call(printForm, clerk, order)
  const other = await house.given.person({ roles: ['archivist'], unitId: arranged.place.unitId })
  expect((await house.refusal(cancelRun, other, { runId })).code).toBe('print-run.unknown')
  await house.call(cancelRun, clerk, { runId })
  await house.runJobs()
  expect((await house.call(listRuns, clerk, {})).runs[0]).toMatchObject({ id: runId, state: 'cancelled', files: [] })
  expect((await house.refusal(cancelRun, clerk, { runId })).code).toBe('job.ended')
  house.now = new Date(house.now.getTime() + 25 * 60 * 60_000)
  expect((await house.call(listRuns, clerk, {})).runs).toEqual([])
  const log = { info: () => undefined, warn: () => undefined, error: () => undefined }
  await sweepPrints.run({ runtime: house.runtime, log, act: () => Promise.resolve(null) }, {})
  const { rows } = await house.pool.query(
    'select (select count(*) from print_run) + (select count(*) from print_file) as kept',
  )
  expect(rows).toEqual([{ kept: 0 }])
})

test('S2.6 a stamped copy is a look at the file: it leaves its trace, and what is filed stays as it was', async () => {
  const { clerk, place } = arranged
  const pdf = await makePdf({ title: '通知', paragraphs: ['防疫工作由兽医组负责。'] })
  const withFile = async (bytes: Uint8Array) => {
    const uploadIds = [await house.given.upload(clerk, '通知.pdf', bytes)]
    return (await house.call(registerItem, clerk, { ...someDocument(place), uploadIds })).itemId
  }
  const ids = [await withFile(pdf), await withFile(pdf.subarray(0, 200)), arranged.looseIds[1]!]
  await house.call(numberItems, clerk, { ids: ids.slice(0, 2) })
  const { runId } = await house.call(printForm, clerk, { form: 'archive-stamp', thing: 'item', ids })
  await house.runJobs()
  const run = (await house.call(listRuns, clerk, {})).runs.find(({ id }) => id === runId)
  expect(run?.files.map(({ ordinal }) => ordinal)).toEqual([1])
  expect(run?.refused.map(({ code }) => code)).toEqual(['print.pdf-damaged', 'form.no-pdf'])
  const words = await wordsOf(await house.call(printedFile, clerk, { runId }))
  expect(words).toContain('防疫工作由兽医组负责')
  expect(words).toMatch(/A001.*2026.*0021/s)
  const { rows } = await house.pool.query("select subject from audit_event where event = 'component.opened'")
  expect(rows.map(({ subject }) => subject as string).sort()).toEqual(ids.slice(0, 2).sort())
})
