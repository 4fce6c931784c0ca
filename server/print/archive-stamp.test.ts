import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { degrees, PDFDocument, PDFName, PDFNumber } from '@cantoo/pdf-lib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type StampCells, stampArchived } from './archive-stamp.ts'
import { rasterise } from './raster.fixture.ts'
import type { StampSide } from './stamp-pdf.ts'
import { stopPrinting } from './typst.ts'

const cells: StampCells = ['A001', '2026', '0012', '办公室', '永久', '8']
const printing = { on: '2026-11-24', by: '' }
const mm = 72 / 25.4

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'stamp-'))
})
afterAll(async () => {
  await stopPrinting()
  await rm(folder, { recursive: true })
})

interface Paper {
  readonly turned?: number
  readonly media?: readonly [number, number, number, number]
  readonly crop?: readonly [number, number, number, number]
  readonly unit?: number
}

async function fileOf({ turned = 0, media = [0, 0, 210, 297], crop, unit }: Paper): Promise<string> {
  const document = await PDFDocument.create()
  const page = document.addPage()
  const box = (sides: readonly number[]) => document.context.obj(sides.map(side => side * mm))
  page.node.set(PDFName.of('MediaBox'), box(media))
  if (crop) page.node.set(PDFName.of('CropBox'), box(crop))
  if (unit) page.node.set(PDFName.of('UserUnit'), PDFNumber.of(unit))
  page.setRotation(degrees(turned))
  const path = join(folder, 'page.pdf')
  await writeFile(path, await document.save())
  return path
}

const dpi = 120

/** Where the red ink stands on the page as a viewer shows it, in millimetres from its upper left corner; null without the tool to see it. */
function redInk(pdf: Uint8Array) {
  const page = rasterise(pdf, dpi)?.[0]
  if (!page) return null
  let [left, top, right, bottom] = [page.width, page.height, 0, 0]
  for (let y = 0; y < page.height; y += 1) {
    for (let x = 0; x < page.width; x += 1) {
      const [red, green] = page.dot(x, y)
      if (red < 150 || green > 120) continue
      ;[left, top, right, bottom] = [Math.min(left, x), Math.min(top, y), Math.max(right, x), Math.max(bottom, y)]
    }
  }
  const inMm = (dots: number) => (dots / dpi) * 25.4
  const sheet = `${Math.round(inMm(page.width))}×${Math.round(inMm(page.height))}`
  return { left: inMm(left), top: inMm(top), width: inMm(right - left), height: inMm(bottom - top), sheet }
}

const stampedOn = async (paper: Paper, side: StampSide = 'center') =>
  redInk(await stampArchived(await fileOf(paper), { cells, side, printing }))

test.each<readonly [string, Paper, string]>([
  ['upright', {}, '210×297'],
  ['turned by a quarter', { turned: 90 }, '297×210'],
  ['upside down', { turned: 180 }, '210×297'],
  ['turned the other way', { turned: 270 }, '297×210'],
  ['turned twice round and back', { turned: -90 }, '297×210'],
  ['with its origin elsewhere', { media: [-100, 50, 110, 347] }, '210×297'],
  ['with corners named the other way', { media: [210, 297, 0, 0] }, '210×297'],
  ['cropped', { crop: [20, 30, 180, 250] }, '160×220'],
  ['cropped and turned', { crop: [20, 30, 180, 250], turned: 90 }, '220×160'],
])('S1.3 the stamp is 45 by 16 mm at the top centre of a page %s', async (_, paper, sheet) => {
  const ink = await stampedOn(paper)
  if (!ink) return
  expect(ink.sheet).toBe(sheet)
  expect(ink.width).toBeCloseTo(45.3, 0)
  expect(ink.height).toBeCloseTo(16.3, 0)
  expect(ink.left + ink.width / 2).toBeCloseTo(Number(sheet.split('×')[0]) / 2, 0)
  expect(ink.top).toBeCloseTo(6.4, 0)
})

test('at the left or the right it keeps clear of the edge, and on a narrow slip it is made smaller', async ({
  skip,
}) => {
  const [left, right] = [await stampedOn({}, 'left'), await stampedOn({}, 'right')]
  const slip = await stampedOn({ media: [0, 0, 40, 80] })
  if (!left || !right || !slip) return skip('pdftoppm is not installed')
  expect(left.left).toBeCloseTo(15.3, 0)
  expect(right.left + right.width).toBeCloseTo(194.7, 0)
  expect(slip.width).toBeLessThan(37)
})

test('the file itself is never changed, and its pages are still there', async () => {
  const document = await PDFDocument.create()
  for (let page = 0; page < 3; page += 1) document.addPage()
  const path = join(folder, 'three.pdf')
  await writeFile(path, await document.save())
  const before = await readFile(path)
  const stamped = await stampArchived(path, { cells, side: 'center', printing })
  expect(await readFile(path)).toEqual(before)
  expect((await PDFDocument.load(stamped)).getPageCount()).toBe(3)
})

test('a file with a password, a broken one and one that is no PDF are refused in words', async () => {
  const refused = async (bytes: Uint8Array) => {
    const path = join(folder, 'bad.pdf')
    await writeFile(path, bytes)
    return stampArchived(path, { cells, side: 'center', printing }).then(
      () => 'stamped',
      (error: { code?: string }) => error.code,
    )
  }
  const document = await PDFDocument.create()
  document.addPage()
  const whole = await document.save()
  document.encrypt({ userPassword: 'secret', ownerPassword: 'secret' })
  expect(await refused(await document.save())).toBe('print.pdf-encrypted')
  expect(await refused(whole.subarray(0, 60))).toBe('print.pdf-damaged')
  expect(await refused(Buffer.from('MZ this is a program'))).toBe('print.pdf-damaged')
  expect(await refused(new Uint8Array())).toBe('print.pdf-damaged')
})
