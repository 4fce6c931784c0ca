import { expect, test } from 'vitest'
import { emptyDraft, lineParts, mergeDraft, nextDraft, readDraft } from './line-draft.ts'

const draft = { ...emptyDraft('2026-03-02', ''), counterpart: '市农业农村局', title: '关于防疫的通知' }

test('S1.1 the form asks for every element of a line', () => {
  expect([...lineParts.map(({ path }) => path), 'unitId'].sort()).toEqual(Object.keys(draft).sort())
})

test('S1.1 what is typed is read as clerks type it: figures wide or narrow, dates before their field is left', () => {
  const typed = { ...draft, pages: '１２', copies: '', datedOn: '20260226' }
  expect(readDraft(typed)).toMatchObject({ value: { pages: 12, copies: 1, datedOn: '2026-02-26', unitId: null } })
  expect(readDraft({ ...draft, title: '', pages: '四' })).toMatchObject({
    issues: [{ field: 'title' }, { field: 'pages' }],
  })
})

test('S1.1 the next letter of a pile keeps where it came from and how secret it is, and nothing of its own', () => {
  const next = nextDraft({ ...draft, documentNo: '1号', secrecy: 'trade-secret', pages: '4', outcome: '已阅' })
  expect(next).toEqual({ ...emptyDraft('2026-03-02', ''), counterpart: '市农业农村局', secrecy: 'trade-secret' })
})

test('S1.1 two who edit one line overwrite nothing unseen', () => {
  const mine = { ...draft, title: '我改的', pages: '4' }
  const now = { ...draft, title: '别人改的', note: '别人加的' }
  expect(mergeDraft({ begun: draft, mine, now })).toEqual({
    value: { ...draft, title: '我改的', pages: '4', note: '别人加的' },
    theirs: ['title'],
  })
})
