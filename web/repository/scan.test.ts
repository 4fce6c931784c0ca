import { expect, test } from 'vitest'
import { fullnessOf, percentFull } from './fullness.ts'
import { emptyDesk, type Scanned, takeScan } from './scan.ts'

const slot: Scanned = { is: 'place', id: 'loc_1', code: '1-01-01-01-01', level: 'slot' }
const box: Scanned = { is: 'thing', id: 'box_1', code: 'A001-WS·2024-D30-001', standsAt: null }

test('S1.4 a place is scanned first: every box after it goes there', () => {
  const { desk, act } = takeScan(emptyDesk, slot)
  expect(act.do).toBe('none')
  const next = takeScan(desk, box)
  expect(next.act).toEqual({ do: 'put', thingId: 'box_1', locationId: 'loc_1', from: null })
  expect(takeScan(next.desk, { ...box, id: 'box_2', standsAt: '1-09' }).act).toMatchObject({
    thingId: 'box_2',
    from: '1-09',
  })
})

test('S14.1 a box is scanned first: a place is proposed, and the next place scanned takes it', () => {
  const { desk, act } = takeScan(emptyDesk, box)
  expect(act).toEqual({ do: 'propose', thingId: 'box_1' })
  const put = takeScan(desk, slot)
  expect(put.act).toMatchObject({ do: 'put', thingId: 'box_1', locationId: 'loc_1' })
  expect(put.desk).toEqual(emptyDesk)
})

test('S1.4 a slot with one thin volume in it is never shown as empty', () => {
  expect([percentFull(0, 900), percentFull(2, 900), percentFull(899, 900), percentFull(900, 900)]).toEqual([
    0, 1, 99, 100,
  ])
  expect(fullnessOf({ usedMm: 640, capacityMm: 12_600 }).zh).toBe('已用 640 毫米，共 12.6 米（5%）')
})
