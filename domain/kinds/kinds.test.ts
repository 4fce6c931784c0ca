import { describe, expect, test } from 'vitest'
import { readInput } from '../shared/issues.ts'
import {
  builtInKinds,
  contractKind,
  defineKind,
  describeField,
  fieldsSchema,
  formatField,
  gaps,
  kindDefinition,
  requiredDocuments,
} from './index.ts'

const contract = {
  contractNo: 'HT-2026-001',
  contractType: 'sale',
  counterparty: '绿野乳业有限公司',
  signedOn: '2026-03-01',
} as const

const codesOf = (entries: readonly { code: string }[]) => entries.map(entry => entry.code)

describe.each(Object.entries(builtInKinds))('kind %s', (code, kind) => {
  test('S8.1 stands in a row exactly as it is written in code', () => {
    expect(kindDefinition.parse(JSON.parse(JSON.stringify(kind)))).toEqual(kind)
    expect(kind.code).toBe(code)
  })

  test('S8.1 has an English name for every field and every choice', () => {
    for (const field of Object.values(kind.fields)) {
      expect(field.titleEn, field.title).toBeTruthy()
      if ('options' in field) expect(Object.keys(field.optionsEn)).toEqual(Object.keys(field.options))
    }
  })
})

describe('a kind stored by an administrator', () => {
  const stored = {
    code: 'photo',
    title: '照片档案',
    categoryCode: 'ZP',
    unit: 'item',
    codePattern: 'MED',
    fields: {
      takenOn: { type: 'date', title: '拍摄日期' },
      format: { type: 'choice', title: '格式', options: { jpg: 'JPEG' } },
    },
  }
  const issuesWith = (change: object) => readInput(kindDefinition, { ...stored, ...change }).issues

  test('S13.3 says whether the item or the volume is the unit, and nothing else', () => {
    expect(issuesWith({ unit: 'volume' })).toEqual([])
    expect(issuesWith({ unit: 'box' })).toMatchObject([{ field: 'unit' }])
  })

  test.each([
    ['a deadline from a field that is no date', { fileWithin: { workingDays: 10, of: 'format' } }, 'fileWithin'],
    ['a period from a field that is not there', { retention: { code: 'D10', from: 'soldOn' } }, 'retention'],
    [
      'a condition on a field that is not there',
      { checklist: [{ code: 'a', title: '甲', when: { size: 'x' } }] },
      'checklist.a.when.size',
    ],
    [
      'a condition on a choice that is not there',
      { checklist: [{ code: 'a', title: '甲', when: { format: ['jpg', 'png'] } }] },
      'checklist.a.when.format',
    ],
    [
      'a paper listed twice',
      {
        checklist: [
          { code: 'a', title: '甲' },
          { code: 'a', title: '乙' },
        ],
      },
      'checklist.a',
    ],
    ['a section that is not there', { fields: { a: { type: 'text', title: '甲', section: 'b' } } }, 'fields.a.section'],
    [
      'English for a choice that is not there',
      { fields: { a: { type: 'choice', title: '甲', options: { x: '乙' }, optionsEn: { y: 'B' } } } },
      'fields.a.optionsEn.y',
    ],
    ['a choice without choices', { fields: { a: { type: 'choice', title: '甲', options: {} } } }, 'fields.a.options'],
    ['a word outside the vocabulary', { onSave: 'x' }, 'onSave'],
    [
      'a field called like a built-in of the language',
      { fields: { __proto__x: { type: 'text', title: '甲' } } },
      'fields.__proto__x',
    ],
  ])('S8.1 is refused with %s', (_, change, field) => {
    expect(issuesWith(change).map(issue => issue.field)).toEqual([field])
  })

  test.each(['(a+)+$', '(?:\\d{1,9}){2,}', '.*.*.*.*x', '[', 'a?b?c?d?'])(
    'S8.1 is refused with the pattern %s, which could run for ever or not at all',
    pattern => {
      expect(issuesWith({ fields: { a: { type: 'text', title: '甲', pattern } } })).toMatchObject([
        { field: 'fields.a.pattern' },
      ])
    },
  )

  test.each(['\\d{6}', '[A-Z]{2}-\\d+', '(甲|乙)[0-9]{1,4}'])('S8.1 may have the pattern %s', pattern => {
    expect(issuesWith({ fields: { a: { type: 'text', title: '甲', pattern } } })).toEqual([])
  })
})

describe('the fields of an item', () => {
  const check = (fields: object) => readInput(fieldsSchema(contractKind), fields).issues

  test('S8.1 each kind has its own: good ones pass, texts are trimmed, empty boxes are no answers', () => {
    const input = { ...contract, contractNo: ' HT-2026-001 ', amount: '', currency: null, ourSignatory: '  ' }
    expect(readInput(fieldsSchema(contractKind), input)).toEqual({ value: contract, issues: [] })
  })

  test.each([
    [{ contractNo: ' ' }, '合同编号不能为空', 'Contract number must not be empty'],
    [{ amount: '12,800' }, '合同金额应为最多两位小数的数字，如 12800.50', 'Amount must be a number such as 12800.50'],
    [{ amount: 12800.5 }, '合同金额应为最多两位小数的数字，如 12800.50', 'Amount must be a number such as 12800.50'],
    [{ signedOn: '2026-02-30' }, '签订日期应为年月日，如 2026-03-01', 'Signed on must be a date such as 2026-03-01'],
    [
      { counterpartyCode: '123' },
      '对方统一社会信用代码应为 18 位代码',
      'Credit code of the counterparty must be a code of 18 characters',
    ],
    [{ byTender: '是' }, '经招标应为是或否', 'By tender must be yes or no'],
    [{ herdNo: 'A1' }, '没有“herdNo”这个字段', 'There is no field “herdNo”'],
  ])('S8.1 %j is refused in words', (change, zh, en) => {
    expect(check({ ...contract, ...change })).toMatchObject([{ zh, en }])
  })

  test('S8.1 numbers keep to their limits and decimals, several choices to their list', () => {
    const kind = defineKind({
      code: 'milk',
      title: '奶样',
      categoryCode: 'ZY',
      unit: 'item',
      codePattern: 'ZY',
      fields: {
        fat: { type: 'number', title: '脂肪', unit: '%', min: 0, max: 10, decimals: 2 },
        tests: { type: 'choices', title: '检测', required: true, options: { fat: '脂肪', cells: '体细胞' } },
      },
    })
    const complaints = (fields: object) => readInput(fieldsSchema(kind), fields).issues.map(issue => issue.zh)
    expect(complaints({ fat: 3.45, tests: ['fat', 'cells'] })).toEqual([])
    expect(complaints({ fat: 3.456, tests: ['fat'] })).toEqual(['脂肪最多 2 位小数'])
    expect(complaints({ fat: 11, tests: ['fat'] })).toEqual(['脂肪应为 0 到 10 的数字'])
    expect(complaints({ tests: [] })).toEqual(['检测不能为空'])
    expect(complaints({ tests: ['taste'] })).toHaveLength(1)
  })
})

describe('the checklist', () => {
  test('S4.6 which papers are needed follows from the fields', () => {
    expect(codesOf(requiredDocuments(contractKind, contract))).toEqual(['contract', 'approval-form'])
    expect(codesOf(requiredDocuments(contractKind, { ...contract, contractType: 'loan', byTender: true }))).toEqual([
      'contract',
      'approval-form',
      'tender-papers',
      'credit-papers',
    ])
  })

  test('S4.6 every condition has to hold, and one of several choices is enough', () => {
    const kind = defineKind({
      code: 'pledge',
      title: '反担保',
      categoryCode: 'ZY',
      unit: 'volume',
      codePattern: 'ZY',
      fields: {
        measures: { type: 'choices', title: '反担保措施', options: { mortgage: '抵押', pledge: '质押' } },
        registered: { type: 'boolean', title: '已登记' },
      },
      checklist: [{ code: 'certificate', title: '他项权证', when: { measures: 'mortgage', registered: true } }],
    })
    expect(requiredDocuments(kind, { measures: ['pledge', 'mortgage'], registered: true })).toHaveLength(1)
    expect(requiredDocuments(kind, { measures: ['mortgage'], registered: false })).toHaveLength(0)
    expect(requiredDocuments(kind, { measures: ['pledge'], registered: true })).toHaveLength(0)
    expect(requiredDocuments(kind, {})).toHaveLength(0)
  })

  test('S4.4 gaps are the papers called for that are not there', () => {
    expect(codesOf(gaps(contractKind, contract, ['contract', 'photograph']))).toEqual(['approval-form'])
    expect(gaps(contractKind, contract, ['contract', 'approval-form'])).toEqual([])
  })
})

describe('display', () => {
  const { contractType, amount, byTender, signedOn } = contractKind.fields

  test('S8.1 a field is described in the reader’s language, in Chinese where no English was written', () => {
    expect(describeField(builtInKinds.document.fields.attachments, 'zh')).toMatchObject({ title: '附件数', unit: '件' })
    expect(describeField(contractType, 'en').options[0]).toEqual({ value: 'sale', title: 'Sale' })
    expect(describeField({ type: 'text', title: '耳标号' }, 'en').title).toBe('耳标号')
  })

  test('S8.1 values are written as a person reads them', () => {
    expect(formatField(contractType, 'lease', 'zh')).toBe('租赁')
    expect(formatField(contractType, 'lease', 'en')).toBe('Lease')
    expect(formatField(byTender, false, 'zh')).toBe('否')
    expect(formatField(signedOn, '2026-03-01', 'zh')).toBe('2026-03-01')
    expect(formatField(signedOn, undefined, 'zh')).toBe('')
    expect(formatField({ type: 'choices', title: '措施', options: { a: '甲', b: '乙' } }, ['a', 'b'], 'zh')).toBe(
      '甲、乙',
    )
    expect(formatField({ type: 'number', title: '重', unit: '公斤', unitEn: 'kg', decimals: 1 }, 1234, 'en')).toBe(
      '1,234.0 kg',
    )
  })

  test('S8.1 the largest amount is written to the last cent', () => {
    expect(formatField(amount, '999999999999999.99', 'zh')).toBe('999,999,999,999,999.99')
    expect(formatField(amount, '-1200', 'en')).toBe('-1,200.00')
  })
})
