import { expect, test } from 'vitest'
import { safeReturn } from './session.ts'

test.each(['/', '/search?q=通知', '/settings/organisation'])('after sign-in one is back at %s', to => {
  expect(safeReturn(to)).toBe(to)
})

test.each([
  '//evil.example',
  '/\\evil.example',
  'https://evil.example',
  'javascript:alert(1)',
  '',
  undefined,
  '/sign-in?to=/',
])('after sign-in %j leads to the workbench, never to another site', to => {
  expect(safeReturn(to)).toBe('/')
})
