import { expect, test } from 'vitest'
import { z } from 'zod'
import { issuesOf, readInput } from './issues.ts'

const copies = z.int().min(1).max(99).meta({ title: '份数', titleEn: 'Copies' })
const form = z.strictObject({
  title: z.string().min(1).max(5).meta({ title: '题名', titleEn: 'Title' }),
  copies: copies.default(1),
  weight: z.number().min(0).multipleOf(0.01).optional().meta({ title: '重量', titleEn: 'Weight' }),
  date: z.iso.date().nullable().default(null).meta({ title: '日期', titleEn: 'Date' }),
  level: z
    .enum(['a', 'b'])
    .optional()
    .meta({ title: '等级', titleEn: 'Level', options: { a: '甲' }, optionsEn: { a: 'First' } }),
  code: z
    .string()
    .regex(/^\d{6}$/)
    .optional()
    .meta({ title: '编号', titleEn: 'Code', hint: '6 位数字', hintEn: 'six digits' }),
  people: z
    .array(z.strictObject({ name: z.string().min(1).meta({ title: '姓名', titleEn: 'Name' }) }))
    .max(2)
    .optional(),
})

test.each([
  ['blank', { title: '' }, 'title', '题名不能为空', 'Title must not be empty'],
  ['not sent', {}, 'title', '题名不能为空', 'Title must not be empty'],
  ['null', { title: null }, 'title', '题名不能为空', 'Title must not be empty'],
  ['wrong type', { title: 3 }, 'title', '题名应为文字', 'Title must be text'],
  ['too long', { title: '一二三四五六' }, 'title', '题名不能超过 5 个字', 'Title must not exceed 5 characters'],
  [
    'out of range',
    { title: 'x', copies: 0 },
    'copies',
    '份数应为 1 到 99 的整数',
    'Copies must be a whole number from 1 to 99',
  ],
  [
    'half a copy',
    { title: 'x', copies: 1.5 },
    'copies',
    '份数应为 1 到 99 的整数',
    'Copies must be a whole number from 1 to 99',
  ],
  [
    'below zero',
    { title: 'x', weight: -1 },
    'weight',
    '重量应为不小于 0 的数字',
    'Weight must be a number of at least 0',
  ],
  [
    'too fine',
    { title: 'x', weight: 0.123 },
    'weight',
    '重量最多 2 位小数',
    'Weight must have at most 2 decimal places',
  ],
  [
    'no such day',
    { title: 'x', date: '2026-02-30' },
    'date',
    '日期应为年月日，如 2026-03-01',
    'Date must be a date such as 2026-03-01',
  ],
  ['not a choice', { title: 'x', level: 'c' }, 'level', '等级应为以下之一：甲、b', 'Level must be one of: First, b'],
  ['against a hint', { title: 'x', code: 'A' }, 'code', '编号应为 6 位数字', 'Code must be six digits'],
  [
    'inside a list',
    { title: 'x', people: [{ name: '王' }, { name: '' }] },
    'people.1.name',
    '姓名不能为空',
    'Name must not be empty',
  ],
  ['unknown field', { title: 'x', titel: 1 }, 'titel', '没有“titel”这个字段', 'There is no field “titel”'],
])('an input that is %s is explained in Chinese and English', (_, input, field, zh, en) => {
  expect(readInput(form, input).issues).toEqual([{ field, zh, en }])
})

test('every unknown field is named, and each field is complained of once', () => {
  const strict = z.strictObject({ code: z.string().min(4).regex(/^\d+$/) })
  expect(readInput(strict, { code: 'a', x: 1, y: 2 }).issues.map(issue => issue.field)).toEqual(['code', 'x', 'y'])
})

test('a good input comes back parsed', () => {
  expect(readInput(form, { title: '年报' })).toEqual({ value: { title: '年报', copies: 1, date: null }, issues: [] })
})

test('a rule of its own speaks its own words', () => {
  const even = z.number().refine(n => n % 2 === 0, { params: { zh: '应为偶数', en: 'must be even' } })
  expect(readInput(z.strictObject({ n: even.meta({ title: '数', titleEn: 'Number' }) }), { n: 3 }).issues).toEqual([
    { field: 'n', zh: '数应为偶数', en: 'Number must be even' },
  ])
})

test('an error without its schema still says which field and what', () => {
  const { error } = form.safeParse({ copies: 0 })
  expect(error && issuesOf(error)).toEqual([
    { field: 'title', zh: 'title 不能为空', en: 'title must not be empty' },
    { field: 'copies', zh: 'copies 不能少于 1', en: 'copies must be at least 1' },
  ])
})
