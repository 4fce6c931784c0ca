import { expect, test } from 'vitest'
import { type Import, importsOf, isTest, sources } from './sources.ts'

const imports = sources()
  .filter(({ path }) => !isTest(path))
  .flatMap(importsOf)
const inside = (folder: string) => imports.filter(({ from }) => from.startsWith(`${folder}/`))
const told = (list: readonly Import[]) => list.map(({ from, to }) => `${from} → ${to}`)

test('the rule book imports nothing but zod and itself', () => {
  expect(told(inside('domain').filter(({ to }) => to !== 'zod' && !to.startsWith('domain/')))).toEqual([])
})

test('pages import the rule book and the client, never the server', () => {
  expect(told(inside('web').filter(({ to }) => /^(server|cli|tests)\//.test(to)))).toEqual([])
})

test('the client takes nothing but types from the server, and those only from the table of contents', () => {
  expect(
    told(
      inside('client').filter(
        ({ to, typeOnly }) => to.startsWith('server/') && !(typeOnly && to === 'server/operations.ts'),
      ),
    ),
  ).toEqual([])
})

test('the command line uses the client; only its maintenance commands import the server', () => {
  expect(
    told(inside('cli').filter(({ from, to }) => to.startsWith('server/') && !from.startsWith('cli/maintenance/'))),
  ).toEqual([])
})

// Lower tiers never know of higher ones, and areas of one tier never of each other.
const tiers: readonly (readonly string[])[] = [
  ['platform', 'database', 'store', 'text', 'spreadsheet'],
  ['access', 'kinds', 'shared', 'print'],
  ['holdings'],
  ['repository', 'preservation'],
  ['registry', 'arrangement', 'handover', 'loans', 'appraisal', 'supervision', 'audit'],
  ['herd', 'projects', 'personnel', 'customers'],
  ['import', 'forms', 'departure', 'statistics', 'sample', 'setup', 'maintenance', 'upkeep'],
]
const tierOf = (area: string) => tiers.findIndex(tier => tier.includes(area))

test('imports between areas of the server point down, never up or sideways', () => {
  const wrong = inside('server').filter(({ from, to }) => {
    const [fromArea, toArea] = [from.split('/')[1] ?? '', to.split('/')[1] ?? '']
    if (!to.startsWith('server/') || from.split('/').length < 3 || to.split('/').length < 3 || fromArea === toArea)
      return false
    if (tierOf(fromArea) < 0 || tierOf(toArea) < 0) return true
    const ground = tierOf(fromArea) === 0 || tierOf(fromArea) === tiers.length - 1
    return ground ? tierOf(toArea) > tierOf(fromArea) : tierOf(toArea) >= tierOf(fromArea)
  })
  expect(told(wrong)).toEqual([])
})

test('no two files of the product import each other, directly or around a corner', () => {
  const graph = Map.groupBy(
    imports.filter(({ typeOnly }) => !typeOnly),
    ({ from }) => from,
  )
  const done = new Set<string>()
  const cycles: string[] = []
  const visit = (path: string, trail: readonly string[]): void => {
    if (trail.includes(path)) {
      cycles.push([...trail.slice(trail.indexOf(path)), path].join(' → '))
      return
    }
    if (done.has(path)) return
    for (const { to } of graph.get(path) ?? []) visit(to, [...trail, path])
    done.add(path)
  }
  for (const path of graph.keys()) visit(path, [])
  expect(cycles).toEqual([])
})
