import { createHash } from 'node:crypto'
import { unzipSync } from 'fflate'
import { extractImages } from 'unpdf'
import { expect, test } from 'vitest'
import { pdfOfObjects, streamObject } from '../text/pdf.fixture.ts'
import { makeDocx, makeJpeg, makePdf, makeTxtGbk } from './files.ts'
import { encodeJpeg } from './jpeg.ts'
import type { Picture } from './raster.ts'
import { rasterise } from './raster.ts'

const paper = {
  title: '关于做好奶牛疫病防治工作的通知',
  paragraphs: ['各部门：', '请按时报送。'],
  issuer: '青原奶牛场',
  documentNo: '场办发〔2024〕15号',
  date: '2024年3月5日',
}
const page = {
  width: 413,
  height: 585,
  lines: [paper.title, ...paper.paragraphs],
  issuer: paper.issuer,
  date: paper.date,
}

/** Decodes a JPEG with a decoder that is not ours: the one inside pdf.js. */
async function decoded(jpeg: Uint8Array, { width, height }: { width: number; height: number }): Promise<Picture> {
  const size = `/Width ${width}/Height ${height}`
  const pdf = pdfOfObjects([
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 100 100]/Contents 4 0 R/Resources<</XObject<</I 5 0 R>>>>>>',
    streamObject('100 0 0 100 0 0 cm /I Do', ''),
    streamObject(jpeg, `/Type/XObject/Subtype/Image${size}/ColorSpace/DeviceRGB/BitsPerComponent 8/Filter/DCTDecode`),
  ])
  const [image] = await extractImages(new Uint8Array(pdf), 1)
  if (image?.channels !== 3) throw new Error('no colour image found')
  return { width: image.width, height: image.height, rgb: image.data }
}

test('a picture survives its JPEG: another decoder sees nearly the same colours, also past the last whole block', async () => {
  const size = { width: 83, height: 45 }
  const rgb = new Uint8ClampedArray(size.width * size.height * 3)
  rgb.forEach((_, i) => {
    const [x, y] = [Math.floor(i / 3) % size.width, Math.floor(i / 3 / size.width)]
    rgb[i] = [128 + 100 * Math.sin(x / 9), 128 + 100 * Math.cos(y / 7), x > 40 ? 220 : 30][i % 3]!
  })
  const seen = await decoded(encodeJpeg({ ...size, rgb }, { quality: 95, dpi: 100 }), size)
  expect(seen).toMatchObject(size)
  const differences = Array.from(seen.rgb, (value, i) => Math.abs(value - rgb[i]!))
  expect(differences.reduce((sum, value) => sum + value, 0) / differences.length).toBeLessThan(3)
})

test('a drawing is filled where its outlines lie, strokes and symbols included', () => {
  const svg = `<svg><g transform="matrix(1 0 0 1 2 2)"><use xlink:href="#a" x="1" y="0" fill="#ff0000"/></g>
    <path fill="none" stroke="#000000" stroke-width="2" d="M 0 8h 10"/>
    <defs><symbol id="a"><path d="M 0 0h 2v 2h -2Z M 0 0"/></symbol></defs></svg>`
  const { rgb } = rasterise(svg, { width: 10, height: 10, placement: [1, 0, 0, 1, 0, 0] })
  const at = (x: number, y: number) => Array.from(rgb.subarray((y * 10 + x) * 3, (y * 10 + x) * 3 + 3))
  expect(at(3, 2)).toEqual([255, 0, 0])
  expect(at(5, 4)).toEqual([255, 255, 255])
  expect(at(4, 7)).toEqual([0, 0, 0])
  expect(at(4, 5)).toEqual([255, 255, 255])
})

test('a scanned page is off-white paper with dark words and the red of its issuer', async () => {
  const { rgb } = await decoded(makeJpeg(page), page)
  const pixels = Array.from(
    { length: rgb.length / 3 },
    (_, i) => [rgb[3 * i]!, rgb[3 * i + 1]!, rgb[3 * i + 2]!] as const,
  )
  const share = (is: (r: number, g: number, b: number) => boolean) =>
    pixels.filter(pixel => is(...pixel)).length / pixels.length
  expect(share((r, g, b) => Math.min(r, g, b) > 215)).toBeGreaterThan(0.85)
  expect(share((r, g, b) => Math.max(r, g, b) < 110)).toBeGreaterThan(0.0015)
  expect(share((r, g, b) => r > 150 && g < 90 && b < 90)).toBeGreaterThan(0.0015)
})

test('the same input gives the same bytes, another input others', () => {
  const digest = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
  const made = (title: string) => [
    digest(makePdf({ ...paper, title, pages: 2 })),
    digest(makeDocx({ ...paper, title })),
    digest(makeTxtGbk(title)),
    digest(makeJpeg({ ...page, lines: [title] })),
  ]
  expect(made('通知')).toEqual(made('通知'))
  made('通知').forEach((value, i) => {
    expect(value).not.toBe(made('决定')[i])
  })
})

test('words with markup in them stay words', () => {
  const hostile = '#include "x" $a$ <w:p>&amp; *b* \u0007'
  expect(
    new TextDecoder().decode(unzipSync(makeDocx({ title: hostile, paragraphs: [] }))['word/document.xml']),
  ).toContain('#include "x" $a$ &lt;w:p&gt;&amp;amp; *b* <')
  expect(makePdf({ title: hostile, paragraphs: [hostile] }).length).toBeGreaterThan(1000)
})

test('GBK has every character of GBK and a question mark for others', () => {
  expect(new TextDecoder('gbk', { fatal: true }).decode(makeTxtGbk('档案,〔2024〕①\r\n𬭚€'))).toBe(
    '档案,〔2024〕①\r\n?€',
  )
})
