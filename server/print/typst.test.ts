import { afterAll, expect, test } from 'vitest'
import { catalogueOf } from './catalogue.fixture.ts'
import { printFilingCatalogue } from './filing-catalogue.print.ts'
import { readPrinted, textOf } from './pdf.fixture.ts'
import { renderPdf, stopPrinting } from './typst.ts'

afterAll(stopPrinting)

const template = new URL('./filing-catalogue.typ', import.meta.url)
const withTitle = (title: string) => catalogueOf(1, { 0: { title, selfMadeTitle: false } })
const wordsOf = async (pdf: Uint8Array): Promise<string> => textOf((await readPrinted(pdf)).pages.at(-1)!)

test('what people wrote is printed as they wrote it and never read as markup', async () => {
  const title = '#panic() $x$ *a* _b_ [c] \\ "d" <e> @f // g'
  expect(await wordsOf(await printFilingCatalogue(withTitle(title)))).toContain(title)
})

test('rare characters of names and places are printed, in no faces but ours', async () => {
  const pdf = await printFilingCatalogue(withTitle('䶮㛃𬱖𬭚①②℃№→√'))
  expect(await wordsOf(pdf)).toContain('䶮㛃𬱖𬭚①②℃№→√')
  expect((await readPrinted(pdf)).faces).toEqual(['NotoSerifSC-Bold', 'NotoSerifSC-Regular'])
})

test('a character that the face lacks is marked, and the form says which it was', async () => {
  const words = await wordsOf(await printFilingCatalogue(withTitle('甲☑乙😀丙\ud842\u0001丁\u200b')))
  expect(words).toContain('甲〓乙〓丙')
  expect(words).toContain('〓 字库缺字：U+2611 U+1F600')
  expect(await wordsOf(await printFilingCatalogue(withTitle('通知')))).not.toContain('字库缺字')
})

test('no gap opens between Chinese and digits', async () => {
  const { pages } = await readPrinted(await printFilingCatalogue(withTitle('第1期2024年简报')))
  expect(pages[1]!.pieces.map(({ text }) => text)).toContain('第1期2024年简报')
})

test('forms are kept as tagged PDF/A-2b; the same data gives the same bytes', async () => {
  const data = catalogueOf(3)
  const pdf = Buffer.from(await printFilingCatalogue(data))
  expect(pdf.toString('latin1')).toContain('<pdfaid:part>2</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance>')
  expect(pdf.toString('latin1')).toContain('/StructTreeRoot')
  expect(Buffer.from(await printFilingCatalogue(data)).equals(pdf)).toBe(true)
})

test('forms asked for at once are printed one after another, each with its own data', async () => {
  const words = await Promise.all(
    ['甲', '乙', '丙'].map(async title => wordsOf(await printFilingCatalogue(withTitle(`${title}号文件`)))),
  )
  expect(words.map(text => /[甲乙丙]号文件/.exec(text)?.[0])).toEqual(['甲号文件', '乙号文件', '丙号文件'])
})

test('printing leaves the server free to answer others', async () => {
  let answered = 0
  const others = setInterval(() => {
    answered += 1
  }, 5)
  await printFilingCatalogue(catalogueOf(1000))
  clearInterval(others)
  expect(answered).toBeGreaterThan(20)
})

test('a form that takes too long is refused by name, and the next one is printed', async () => {
  await expect(renderPdf(template, {}, { timeoutMs: 1 })).rejects.toMatchObject({ code: 'print.timeout' })
  expect(await wordsOf(await printFilingCatalogue(withTitle('通知')))).toContain('通知')
})

test('a thread that ends under its work fails this form, and the next one is printed', async () => {
  const lost = printFilingCatalogue(catalogueOf(1000))
  setTimeout(() => void stopPrinting(), 50)
  await expect(lost).rejects.toThrow('the printing thread ended')
  expect(await wordsOf(await printFilingCatalogue(withTitle('通知')))).toContain('通知')
})

test('data that does not fit its template is told in words, and the next form is printed', async () => {
  await expect(renderPdf(template, { year: '2024' })).rejects.toThrow('dictionary does not contain key')
  expect(await wordsOf(await printFilingCatalogue(withTitle('通知')))).toContain('通知')
})

test('templates outside the server cannot be rendered', async () => {
  await expect(renderPdf(new URL('file:///etc/form.typ'), {})).rejects.toThrow('not in workspace')
})
