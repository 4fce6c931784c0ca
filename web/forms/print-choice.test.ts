import { expect, test } from 'vitest'
import { readChoice } from './print-choice.ts'

const series = 'series_00000000000000000000000001'
const box = 'box_00000000000000000000000001'

test('S1.3 a series stands for everything in it, single things for themselves', () => {
  expect(readChoice({}).order).toBeUndefined()
  expect(readChoice({ form: 'box-spine', series }).order).toEqual({ form: 'box-spine', thing: 'series', ids: [series] })
  expect(readChoice({ form: 'box-spine', series, ids: `${box},${box}` }).order).toMatchObject({
    thing: 'box',
    ids: [box, box],
  })
})

test('things chosen in a list propose the first form that takes them', () => {
  expect(readChoice({ thing: 'box' }).code).toBe('box-spine')
  expect(readChoice({ thing: 'volume' }).code).toBe('volume-catalogue')
})

test('what another form was asked for is left out', () => {
  const asked = {
    form: 'volume-cover',
    series,
    ids: box,
    style: 'gothic',
    width: '25',
    stock: '70x37',
    start: '99',
    copies: '2',
  }
  expect(readChoice(asked).order).toEqual({ form: 'volume-cover', thing: 'series', ids: [series], copies: 2 })
  expect(readChoice({ form: 'box-label', series, start: '24' }).options).toEqual({ start: 24 })
  expect(readChoice({ form: 'box-label', series, start: '25' }).options).toEqual({})
})
