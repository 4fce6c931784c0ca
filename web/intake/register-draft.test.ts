import { expect, test } from 'vitest'
import { emptyForm } from '../item/form/item-form.ts'
import { beginDraft, withFiles, withPages } from './register-draft.ts'

const draft = beginDraft(emptyForm)

test('a title is read out of the first file’s name, and never over one that was typed', () => {
  const files = [{ name: '01-防疫通知.pdf' }, { name: '附件.xlsx' }]
  expect(withFiles(draft, files).form?.title).toBe('防疫通知')
  expect(withFiles({ ...draft, form: { ...emptyForm, title: '我的题名' } }, files)).toEqual({})
})

test('S14.2 pages are counted in the files and follow them, until somebody counts otherwise', () => {
  const counted = { ...draft, ...withPages(draft, 3) }
  expect(counted.form.pages).toBe('3')
  expect(withPages(counted, 5).form?.pages).toBe('5')
  expect(withPages({ ...counted, form: { ...counted.form, pages: '4' } }, 5)).toEqual({})
  expect(withPages(counted, null)).toEqual({})
})

test('two drafts never share the key that makes sending them twice act once', () => {
  expect(beginDraft(emptyForm).key).not.toBe(draft.key)
})
