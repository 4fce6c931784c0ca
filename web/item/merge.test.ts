import { expect, test } from 'vitest'
import { emptyForm } from './form/item-form.ts'
import { meet, takeOver } from './merge.ts'

const base = { ...emptyForm, title: '通知', creator: '办公室', pages: '3', fields: { genre: 'notice', keywords: '' } }

test('what only the other changed is theirs; what both changed differently has to be decided', () => {
  const theirs = { ...base, creator: '场部', pages: '4', fields: { ...base.fields, genre: 'letter' } }
  const mine = { ...base, title: '关于防疫的通知', pages: '5', fields: { ...base.fields, genre: 'report' } }
  expect(meet(base, theirs, mine)).toEqual({ theirs: ['creator'], both: ['pages', 'fields.genre'] })
})

test('two people who wrote the same do not meet', () => {
  const theirs = { ...base, pages: '4' }
  expect(meet(base, theirs, theirs)).toEqual({ theirs: [], both: [] })
})

test('taking over leaves everything else as one typed it', () => {
  const theirs = { ...base, title: '通报', selfMadeTitle: true, fields: { genre: 'circular', keywords: '防疫' } }
  const mine = { ...base, title: '通知二', note: '我的备注' }
  expect(takeOver(mine, theirs, ['title', 'fields.keywords'])).toEqual({
    ...mine,
    title: '通报',
    selfMadeTitle: true,
    fields: { genre: 'notice', keywords: '防疫' },
  })
})
