import { existsSync, readFileSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { roles } from '../../domain/access/roles.ts'
import { secrecyLevels } from '../../domain/access/secrecy.ts'
import { itemDescription, openness } from '../../domain/holdings/description.ts'
import { itemStates } from '../../domain/holdings/item-life.ts'
import { elements } from '../../domain/holdings/numbering/elements.ts'
import { builtInKinds } from '../../domain/kinds/index.ts'
import { anchorOf } from '../../web/guide-pages.ts'
import { projectFiles } from './sources.ts'

const root = join(import.meta.dirname, '../..')
const files = projectFiles()
const pages = files.filter(({ path }) => path.endsWith('.md'))
const textOf = (path: string): string => readFileSync(join(root, path), 'utf8')

/** Cells of every row of the tables in a page, without the lines that rule them off. */
const rowsOf = (page: string): string[][] =>
  textOf(page)
    .split('\n')
    .filter(line => line.startsWith('| ') && !line.startsWith('| --'))
    .map(line =>
      line
        .split('|')
        .slice(1, -1)
        .map(cell => cell.trim()),
    )

test('the table of dependencies is what package.json asks for, version by version', () => {
  const { dependencies, optionalDependencies, devDependencies } = JSON.parse(textOf('package.json')) as Record<
    string,
    Record<string, string>
  >
  const asked = Object.entries({ ...dependencies, ...optionalDependencies, ...devDependencies })
  const told = rowsOf('docs/decisions/0019-dependencies.md').filter(([name]) => name !== 'package')
  const inOrder = (list: readonly (readonly string[])[]) => list.map(([name, version]) => `${name} ${version}`).sort()
  expect(inOrder(told)).toEqual(inOrder(asked))
})

test('each licence in the table is the one its package names, and none is GPL or AGPL', () => {
  const wrong = rowsOf('docs/decisions/0019-dependencies.md').filter(([name = '', , licence = '']) => {
    const manifest = `node_modules/${name}/package.json`
    // Packages of other platforms are not here to be asked.
    const named = existsSync(join(root, manifest))
      ? (JSON.parse(textOf(manifest)) as { license?: string }).license
      : undefined
    return (named !== undefined && named !== licence) || /\bA?GPL/.test(licence)
  })
  expect(wrong).toEqual([])
})

test('every folder of the project, the rule book and the server is explained to contributors', () => {
  const tops = new Set(files.flatMap(({ path }) => path.match(/^[a-z]+(?=\/)/)?.[0] ?? []))
  const areas = new Set(files.flatMap(({ path }) => path.match(/^(domain|server)\/[a-z]+(?=\/)/)?.[0] ?? []))
  const guide = textOf('CONTRIBUTING.md')
  expect([...tops].filter(folder => !guide.includes(`| \`${folder}/\` |`))).toEqual([])
  expect([...areas].filter(folder => !guide.includes(`| \`${folder}\` |`))).toEqual([])
})

test('contributors are sent to no folder that is not there', () => {
  const named = rowsOf('CONTRIBUTING.md').flatMap(([cell = '']) => cell.match(/^`([a-z/]+)`$/)?.[1] ?? [])
  expect(named.length).toBeGreaterThan(20)
  expect(named.filter(folder => !existsSync(join(root, folder)))).toEqual([])
})

test('every setting of the server stands in the readme and the guide, in both languages, and in .env.example', () => {
  const settings = [...textOf('server/settings.ts').matchAll(/^ {2}([A-Z_]+): variable\(/gm)].map(
    ([, name]) => name ?? '',
  )
  expect(settings.length).toBeGreaterThan(8)
  const [chinese = '', english = ''] = textOf('README.md').split('\n## English\n')
  const guides = ['zh', 'en'].map(language => textOf(`docs/guide/${language}/settings.md`))
  const example = textOf('.env.example')
  const told = (name: string) =>
    [chinese, english, ...guides].every(text => text.includes(`| \`${name}\` |`)) && example.includes(`# ${name}=`)
  expect(settings.filter(name => !told(name))).toEqual([])
  const offered = [...example.matchAll(/^# ([A-Z_]+)=/gm)].map(([, name]) => name ?? '')
  expect(offered.filter(name => !settings.includes(name))).toEqual([])
})

/** Places that the links of a page point to: files beside it, and headings. */
const linksOf = (text: string): string[] =>
  [...text.replace(/```[\s\S]*?```|`[^`\n]*`/g, '').matchAll(/\]\(<?([^)\s>]+)>?\)/g)].map(([, target]) => target ?? '')

/** Names under which the headings of a page are reached, and places marked by hand. */
const anchorsOf = (text: string): Set<string> =>
  new Set([
    ...[...text.matchAll(/^#{1,6} (.+)$/gm)].map(([, heading = '']) => anchorOf(heading)),
    ...[...text.matchAll(/\b(?:id|name)="([^"]+)"/g)].map(([, id]) => id ?? ''),
  ])

test('every link in a page leads to a file, and to a heading in it', () => {
  const dead = pages.flatMap(({ path, text }) =>
    linksOf(text)
      .filter(target => !/^[a-z]+:/.test(target))
      .filter(target => {
        const [file = '', anchor] = decodeURI(target).split('#')
        const place = file === '' ? path : join(dirname(path), file)
        if (!existsSync(join(root, place))) return true
        return anchor !== undefined && !(statSync(join(root, place)).isFile() && anchorsOf(textOf(place)).has(anchor))
      })
      .map(target => `${path} → ${target}`),
  )
  expect(dead).toEqual([])
})

test('every decision stands in the list of decisions', () => {
  const list = textOf('docs/decisions/README.md')
  const decisions = pages.map(({ path }) => path).filter(path => /^docs\/decisions\/\d{4}-/.test(path))
  expect(decisions.length).toBeGreaterThan(10)
  expect(decisions.filter(path => !list.includes(`](${path.split('/').at(-1)})`))).toEqual([])
})

test('each decision says its context, what was decided, and what follows', () => {
  const shapeless = pages
    .filter(({ path }) => /^docs\/decisions\/\d{4}-/.test(path))
    .filter(({ text }) => text.match(/^## .+$/gm)?.join() !== '## Context,## Decision,## Consequences')
  expect(shapeless.map(({ path }) => path)).toEqual([])
})

const terms = rowsOf('docs/glossary.md').filter(([chinese]) => chinese !== '中文')
const chineseTerms = new Set(terms.flatMap(([chinese = '']) => [chinese, ...chinese.split('、')]))

// The names the house has settled on, built or not: the English word that code uses, and the archivist's.
const settled: readonly (readonly [string, string])[] = [
  ['kind', '门类'],
  ['series', '类别'],
  ['fonds', '全宗'],
  ['volume', '案卷'],
  ['item', '件'],
  ['component', '电子文件'],
  ['copy', '份'],
  ['location', '库位'],
  ['archival code', '档号'],
  ['file', '归档'],
  ['handover', '移交'],
  ['accession', '接收'],
  ['move', '转群'],
  ['move', '移库'],
  ['appraise', '鉴定'],
  ['disposal', '处置'],
  ['extend', '续存'],
  ['destroy', '销毁'],
  ['surrender', '移交进馆'],
  ['retention', '保管期限'],
  ['hold', '冻结'],
  ['seal', '封存'],
  ['close', '月结'],
  ['gap', '缺项'],
  ['dossier', '一户一档'],
  ['dossier', '一人一档'],
]

test('the glossary has every settled name', () => {
  const has = (english: string, chinese: string) =>
    terms.some(([zh = '', en]) => zh.split('、').includes(chinese) && en === english)
  expect(settled.filter(([english, chinese]) => !has(english, chinese))).toEqual([])
})

test('the glossary has every role, level, state, kind, part of a code and line of the description', () => {
  const tables = [roles, secrecyLevels, itemStates, openness, builtInKinds, elements]
  const titles = [
    ...tables.flatMap(table => Object.values(table).map(({ title }) => title)),
    ...Object.values(itemDescription.shape).map(field => field.meta()?.title ?? ''),
  ]
  expect(titles.filter(title => !chineseTerms.has(title))).toEqual([])
})

test('the glossary has every Chinese term that the rule book’s comments give', () => {
  const commented = files
    .filter(({ path }) => path.startsWith('domain/') && !path.endsWith('.test.ts'))
    .flatMap(({ text }) => text.match(/\/\*\*[\s\S]*?\*\//g) ?? [])
    .flatMap(comment => [...comment.matchAll(/[A-Za-z] (\p{Script=Han}{2,})/gu)].map(([, term]) => term ?? ''))
  expect(commented.length).toBeGreaterThan(20)
  expect([...new Set(commented)].filter(term => !chineseTerms.has(term))).toEqual([])
})

test('the glossary explains no term twice and points to files that are there', () => {
  const names = terms.flatMap(([chinese = '']) => chinese.split('、'))
  expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([])
  const places = terms.flatMap(([, , , where = '']) => [...where.matchAll(/`([^`]+)`/g)].map(([, path]) => path ?? ''))
  expect(places.filter(path => !existsSync(join(root, path)))).toEqual([])
  expect(terms.filter(([, , , where = '']) => !/`|尚未实现/.test(where))).toEqual([])
})
