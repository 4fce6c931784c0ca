import { describe, expect, test } from 'vitest'
import { proposeYear, strangersInYear, type YearFacts, type YearProfile, yearProfiles } from './year.ts'

const { 'by-item': byItem, 'by-volume': byVolume } = yearProfiles

const across: Record<string, YearFacts> = {
  'a notice': { nature: 'ordinary', signedOn: '2024-05-02' },
  'a request answered next year': { nature: 'request', signedOn: '2023-12-20', repliedOn: '2024-01-15' },
  'a request without reply': { nature: 'request', signedOn: '2023-12-20' },
  'a reply': { nature: 'reply', signedOn: '2024-01-15' },
  'a five-year plan': { nature: 'plan', signedOn: '2020-11-03', firstYear: 2021, lastYear: 2025 },
  'a summary of three years': { nature: 'summary', signedOn: '2024-02-10', firstYear: 2021, lastYear: 2023 },
  'a meeting over New Year': {
    nature: 'meeting',
    signedOn: '2024-01-03',
    openedOn: '2023-12-30',
    closedOn: '2024-01-02',
  },
  'a case': { nature: 'case', signedOn: '2022-03-01', openedOn: '2022-02-01', closedOn: '2024-06-30' },
  'a school-year report': { nature: 'summary', signedOn: '2024-08-01', lastYear: 2024, specialYear: 2023 },
  'an undated letter': { nature: 'ordinary', receivedOn: '2024-04-01' },
}

describe.each<[string, YearProfile, Record<string, number>]>([
  [
    'by volume',
    byVolume,
    {
      'a notice': 2024,
      'a request answered next year': 2024,
      'a request without reply': 2023,
      'a reply': 2024,
      'a five-year plan': 2021,
      'a summary of three years': 2023,
      'a meeting over New Year': 2023,
      'a case': 2024,
      'a school-year report': 2023,
      'an undated letter': 2024,
    },
  ],
  [
    'by item',
    byItem,
    {
      'a notice': 2024,
      'a request answered next year': 2023,
      'a request without reply': 2023,
      'a reply': 2024,
      'a five-year plan': 2020,
      'a summary of three years': 2024,
      'a meeting over New Year': 2024,
      'a case': 2024,
      'a school-year report': 2023,
      'an undated letter': 2024,
    },
  ],
])('S14.5 the year %s', (_, profile, expected) => {
  test.each(Object.entries(across))('S14.5 of %s', (name, facts) => {
    expect(proposeYear(profile, facts)?.year).toBe(expected[name])
  })
})

test('S14.5 the proposal says which rule it used', () => {
  expect(proposeYear(byVolume, { nature: 'meeting', openedOn: '2023-12-30' })).toEqual({
    year: 2023,
    because: {
      rule: 'S14.5',
      basis: 'opened',
      zh: '按卷（传统立卷）：会议文件取开幕所在年度',
      en: 'By volume (traditional): Meeting papers takes the year it opened',
    },
  })
  expect(proposeYear(byItem, { nature: 'ordinary', receivedOn: '2024-04-01' })?.because.zh).toContain('无成文日期')
})

test('S14.5 nothing known, nothing proposed', () => {
  expect(proposeYear(byVolume, { nature: 'plan' })).toBeUndefined()
})

test('S14.5 a fonds may bring a rule of its own', () => {
  const own: YearProfile = {
    ...byItem,
    title: '本单位',
    titleEn: 'Own',
    rule: 'own',
    from: { ...byItem.from, plan: 'last' },
  }
  expect(proposeYear(own, { nature: 'plan', signedOn: '2020-11-03', firstYear: 2021, lastYear: 2025 })?.year).toBe(2025)
})

test('S14.5 a volume that mixes years is flagged, a request beside its reply is not', () => {
  const members: YearFacts[] = [
    { nature: 'reply', signedOn: '2024-01-15' },
    { nature: 'request', signedOn: '2023-12-20', repliedOn: '2024-01-15' },
    { nature: 'ordinary', signedOn: '2023-07-01' },
    { nature: 'ordinary' },
  ]
  expect(strangersInYear(byVolume, 2024, members)).toMatchObject([{ member: members[2], proposal: { year: 2023 } }])
})
