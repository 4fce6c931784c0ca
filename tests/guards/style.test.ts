import { expect, test } from 'vitest'
import { isTest, projectFiles, sources } from './sources.ts'

const product = sources().filter(({ path }) => !isTest(path))

test('the platform says no business word', () => {
  const words =
    /\b(itemId|fonds|series|volume|dossier|loan|herd|cow|archive|catalogue|clearance|secrecy)s?\b|'(item|component)'|档案|全宗|归档|牛/i
  const code = (text: string) => text.replace(/\/\*\*[\s\S]*?\*\/|\/\/.*$/gm, '')
  const said = product.filter(({ path, text }) => path.startsWith('server/platform/') && words.test(code(text)))
  expect(said.map(({ path, text }) => `${path}: ${words.exec(code(text))?.[0]}`)).toEqual([])
})

test('the platform stays under 1,500 lines', () => {
  const lines = product
    .filter(({ path }) => path.startsWith('server/platform/'))
    .reduce((sum, { text }) => sum + text.split('\n').length, 0)
  expect(lines).toBeLessThan(1500)
})

test('no file is longer than 300 lines', () => {
  // A table of words, rows or pages is one thing however long it is.
  const tables = /(\.kind\.ts|server\/operations\.ts|web\/router\.tsx|retention-minimums\.ts|titles\.ts|phrases\.ts)$/
  expect(
    product.filter(({ path, text }) => text.split('\n').length > 301 && !tables.test(path)).map(({ path }) => path),
  ).toEqual([])
})

test('no file is named for what it is not', () => {
  expect(
    product.map(({ path }) => path).filter(path => /(utils?|helpers?|common|manager|service|misc)[./-]/i.test(path)),
  ).toEqual([])
})

test('files are named in kebab-case', () => {
  expect(product.map(({ path }) => path).filter(path => !/^([a-z0-9-]+\/)*[a-z0-9.-]+$/.test(path))).toEqual([])
})

test('no escape from the type checker, and none from the linter without its reason', () => {
  const escapes =
    /: any[,;)\n[]|\bas any[,;)\n]|<any>|@ts-ignore|@ts-expect-error|@ts-nocheck|biome-ignore(?! lint\/\S+: .{15})/
  expect(
    sources()
      .filter(({ path, text }) => path !== 'tests/guards/style.test.ts' && escapes.test(text))
      .map(({ path }) => path),
  ).toEqual([])
})

test('nothing is left to be done later in a comment', () => {
  const left = new RegExp(['TO', 'DO|FIX', 'ME|HA', 'CK|XX', 'X'].join(''))
  expect(product.filter(({ text }) => left.test(text)).map(({ path }) => path)).toEqual([])
})

test('no file names a download host or a path of one machine', () => {
  const foreign = /registry\.npmjs|npmmirror|\/work\/|\/home\/[a-z]|\/root\/|C:\\Users/
  expect(
    projectFiles()
      .filter(({ path, text }) => path !== 'tests/guards/style.test.ts' && foreign.test(text))
      .map(({ path }) => path),
  ).toEqual([])
})
