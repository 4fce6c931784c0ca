import { extractText, getDocumentProxy } from 'unpdf'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type House, openHouse, someDocument } from '../../tests/world/house.ts'
import type { FileAnswer } from '../platform/file-answer.ts'
import { stopPrinting } from '../print/typst.ts'
import { readWorkbook } from '../spreadsheet/spreadsheet.ts'
import { exportCatalogue } from './export-catalogue.ts'
import { numberItems } from './number-items.ts'
import { printCatalogue } from './print-catalogue.ts'
import { registerItem } from './register-item.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(async () => {
  await stopPrinting()
  await house[Symbol.asyncDispose]()
})

const textOf = async (file: FileAnswer) =>
  (
    await extractText(await getDocumentProxy(new Uint8Array(file.body as Uint8Array)), { mergePages: true })
  ).text.replace(/\s/g, '')

test('S1.2 the catalogue comes out of what was entered, in the order of the codes, and hides what is too secret', async () => {
  const unitId = await house.given.unit()
  const clerk = await house.given.person({ roles: ['archivist'], unitId, clearance: 'core-secret' })
  const fondsId = await house.given.fonds()
  const place = someDocument({ fondsId, unitId })
  const register = async (title: string, more: object = {}) =>
    (await house.call(registerItem, clerk, { ...place, title, ...more })).itemId
  const ids = [
    await register('乙件'),
    await register('甲件', { selfMadeTitle: true }),
    await register('密件', { secrecy: 'core-secret' }),
  ]
  await register('草稿件')
  await house.call(numberItems, clerk, { ids })
  const wanted = { fondsId, kind: 'document', year: 2026, retention: 'D30', unitId }
  const all = await textOf(await house.call(printCatalogue, clerk, wanted))
  expect(all).toMatch(/乙件.*\[甲件\].*密件.*核心商密/)
  expect(all).not.toContain('草稿件')
  const low = await house.given.person({ roles: ['archivist'], unitId, clearance: 'internal' })
  const seen = await textOf(await house.call(printCatalogue, low, wanted))
  expect(seen).toContain('甲件')
  expect(seen).not.toContain('密件')
  const sheet = await readWorkbook((await house.call(exportCatalogue, low, wanted)).body as Uint8Array)
  const words = JSON.stringify(sheet[0]?.rows)
  expect(words).toContain('[甲件]')
  expect(words).not.toContain('密件')
  expect((await house.refusal(printCatalogue, low, { ...wanted, year: 1999 })).code).toBe('catalogue.empty')
})
