import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor } from '../../domain/access/actor.ts'
import { type House, openHouse, someDocument } from '../../tests/world/house.ts'
import { listExpiring } from './list-expiring.ts'
import { registerItem } from './register-item.ts'

let house: House
let clerk: Actor
let place: ReturnType<typeof someDocument>

beforeAll(async () => {
  house = await openHouse()
  const unitId = await house.given.unit('开发部', 'KFB')
  clerk = await house.given.person({ roles: ['archivist'], unitId })
  place = someDocument({ fondsId: await house.given.fonds('A182'), unitId })
})
afterAll(() => house[Symbol.asyncDispose]())

const permit = (title: string, expiresOn: string, more: object = {}) =>
  house.call(registerItem, clerk, {
    ...place,
    kind: 'certificate',
    title,
    retention: 'Y',
    fields: {
      certificateSort: 'presale',
      certificateNo: '2026-018',
      issuer: '市住房和城乡建设局',
      issuedOn: '2024-01-01',
      ...(expiresOn && { expiresOn }),
    },
    ...more,
  })

test('S17.1 what runs out within sixty days is listed, the soonest first and page by page, and only to whom may see it', async () => {
  const unitId = await house.given.unit('工程部', 'GCB')
  await permit('长期有效', '')
  await permit('还早', '2027-01-24')
  await permit('过期很久', '2026-10-24')
  await permit('最后一天', '2027-01-23')
  await permit('刚过期', '2026-11-23')
  await permit('今天到期', '2026-11-24')
  await permit('别的部门', '2026-12-01', { unitId })
  const titles = async (actor: Actor) => {
    const found: string[] = []
    let after: string | undefined
    do {
      const page = await house.call(listExpiring, actor, { limit: 2, ...(after && { after }) })
      found.push(...page.items.map(({ title }) => title))
      after = page.next ?? undefined
    } while (after)
    return found
  }
  expect(await titles(clerk)).toEqual(['刚过期', '今天到期', '别的部门', '最后一天'])
  const head = await house.given.person({ roles: ['department-head'], unitId: place.unitId })
  expect(await titles(head)).toEqual(['刚过期', '今天到期', '最后一天'])
  const low = await house.given.person({ roles: ['archivist'], clearance: 'public' })
  expect(await titles(low)).toEqual([])
})
