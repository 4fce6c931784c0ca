import { expectTypeOf, test } from 'vitest'
import type { z } from 'zod'
import { type Coherent, defineKind, type FieldsOf, type KindDefinition, type kindDefinition } from './define-kind.ts'
import type { ContractFields, DocumentFields } from './index.ts'
import { builtInKinds } from './index.ts'

const sample = defineKind({
  code: 'sample',
  title: '样例',
  categoryCode: 'ZY',
  unit: 'volume',
  codePattern: 'ZY',
  fields: {
    projectNo: { type: 'text', title: '项目编号', required: true },
    weight: { type: 'number', title: '重量', unit: '公斤' },
    paid: { type: 'boolean', title: '已付' },
    amount: { type: 'money', title: '金额', required: true },
    grade: { type: 'choice', title: '等级', required: true, options: { a: '甲', b: '乙' } },
    measures: { type: 'choices', title: '措施', options: { mortgage: '抵押', pledge: '质押' } },
    effectiveOn: { type: 'date', title: '生效日' },
  },
  checklist: [
    { code: 'agreement', title: '协议', when: { measures: ['mortgage', 'pledge'], paid: false, grade: 'a' } },
  ],
  fileWithin: { workingDays: 10, of: 'effectiveOn' },
})

test('S8.1 the fields of a kind are inferred: required and optional, choices as unions of their codes', () => {
  expectTypeOf<FieldsOf<typeof sample>>().toEqualTypeOf<{
    projectNo: string
    amount: string
    grade: 'a' | 'b'
    weight?: number
    paid?: boolean
    measures?: ('mortgage' | 'pledge')[]
    effectiveOn?: string
  }>()
  expectTypeOf<ContractFields['signedOn']>().toEqualTypeOf<string>()
  expectTypeOf<DocumentFields['direction']>().toEqualTypeOf<'received' | 'sent' | 'internal' | undefined>()
})

test('S8.1 a kind written in code and a kind read from a row have one shape', () => {
  expectTypeOf<z.input<typeof kindDefinition>>().toEqualTypeOf<KindDefinition>()
  expectTypeOf(sample).toExtend<KindDefinition>()
  for (const kind of Object.values(builtInKinds)) expectTypeOf(kind).toExtend<KindDefinition>()
})

test('S8.1 a reference to a field, choice or section that is not there does not compile', () => {
  type With<T> = Omit<typeof sample, keyof T> & T
  type Accepted<T> = With<T> extends KindDefinition ? (With<T> extends Coherent<With<T>> ? true : false) : false

  expectTypeOf<Accepted<{ code: 'other' }>>().toEqualTypeOf<true>()
  expectTypeOf<Accepted<{ fileWithin: { workingDays: 10; of: 'effectiveOn' } }>>().toEqualTypeOf<true>()
  expectTypeOf<Accepted<{ fileWithin: { workingDays: 10; of: 'projectNo' } }>>().toEqualTypeOf<false>()
  expectTypeOf<
    Accepted<{ checklist: [{ code: 'x'; title: 'x'; when: { measures: 'lien' } }] }>
  >().toEqualTypeOf<false>()
  expectTypeOf<Accepted<{ checklist: [{ code: 'x'; title: 'x'; when: { absent: 'a' } }] }>>().toEqualTypeOf<false>()
  expectTypeOf<Accepted<{ retention: { code: 'D10'; from: 'absentOn' } }>>().toEqualTypeOf<false>()
  expectTypeOf<Accepted<{ fields: { a: { type: 'text'; title: 'a'; section: 'none' } } }>>().toEqualTypeOf<false>()
  expectTypeOf<Accepted<{ fields: { a: { type: 'colour'; title: 'a' } } }>>().toEqualTypeOf<false>()
})
