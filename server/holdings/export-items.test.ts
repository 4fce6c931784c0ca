import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor } from '../../domain/access/actor.ts'
import { type House, openHouse, someDocument } from '../../tests/world/house.ts'
import { readCsv, readWorkbook } from '../spreadsheet/spreadsheet.ts'
import { exportItems } from './export-items.ts'
import { registerItem } from './register-item.ts'

let house: House
let clerk: Actor
beforeAll(async () => {
  house = await openHouse()
  const [unitId, fondsId] = [await house.given.unit('办公室', 'BGS'), await house.given.fonds('A001')]
  clerk = await house.given.person({ roles: ['archivist'], unitId, clearance: 'internal' })
  const head = await house.given.person({ roles: ['archive-head'], unitId, clearance: 'core-secret' })
  const place = { fondsId, unitId }
  await house.call(registerItem, clerk, { ...someDocument(place), title: '=HYPERLINK("防疫")' })
  await house.call(registerItem, clerk, { ...someDocument(place), title: '值班表' })
  await house.call(registerItem, head, { ...someDocument(place), title: '防疫密件', secrecy: 'core-secret' })
})
afterAll(() => house[Symbol.asyncDispose]())

async function titles(asked: object): Promise<unknown[]> {
  const { body } = (await house.call(exportItems, clerk, asked)) as { body: Uint8Array }
  const [sheet] = await readWorkbook(body)
  return sheet!.rows.slice(1).map(({ cells }) => cells[2])
}

test('S17.4 an exported list holds what its reader may see, and nothing that is too secret', async () => {
  expect(await titles({})).toEqual(['值班表', '=HYPERLINK("防疫")'])
})

test('S1.2 an exported list is what the search finds, its heads in Chinese', async () => {
  expect(await titles({ text: '防疫' })).toEqual(['=HYPERLINK("防疫")'])
  expect(await titles({ text: '没有这样的字' })).toEqual([])
})

test('S1.2 no cell of an exported list becomes a formula, in Excel or in CSV', async () => {
  const { body } = (await house.call(exportItems, clerk, { text: '防疫' })) as { body: Uint8Array }
  expect((await readWorkbook(body))[0]!.rows[1]!.formulas).toEqual([])
  const csv = (await house.call(exportItems, clerk, { text: '防疫', format: 'csv' })) as { body: AsyncIterable<Buffer> }
  const pieces: Buffer[] = []
  for await (const piece of csv.body) pieces.push(Buffer.from(piece))
  const text = Buffer.concat(pieces)
  expect(text.toString()).toContain(`'=HYPERLINK`)
  expect((await readCsv(text))[1]!.cells[2]).toBe('=HYPERLINK("防疫")')
})
