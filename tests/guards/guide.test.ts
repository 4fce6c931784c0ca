import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { localCommands } from '../../cli/commands.ts'
import { samplePeople } from '../../domain/setup/sample-people.ts'
import { operations } from '../../server/operations.ts'
import { contents } from '../../web/guide/contents.ts'
import { anchorOf, guidePage } from '../../web/guide-pages.ts'
import { isTest, projectFiles } from './sources.ts'

const files = projectFiles()
const languages = ['zh', 'en'] as const
const pagesIn = (language: string) =>
  files.filter(({ path }) => path.startsWith(`docs/guide/${language}/`) && path.endsWith('.md'))
const nameOf = (path: string): string => path.split('/').at(-1)?.replace('.md', '') ?? ''
const textOf = (path: string): string => files.find(file => file.path === path)?.text ?? ''

test('the guide has the same pages in both languages, and its contents list each under its title', () => {
  for (const language of languages) {
    const pages = pagesIn(language)
    expect(pages.map(({ path }) => nameOf(path)).sort()).toEqual(contents.map(({ page }) => page).sort())
    const titles = new Map(pages.map(({ path, text }) => [nameOf(path), guidePage(text, language).title]))
    expect(contents.map(entry => [entry.page, entry[language]])).toEqual(
      contents.map(({ page }) => [page, titles.get(page)]),
    )
  }
})

test('both languages of a page have as many headings, tables and examples', () => {
  const shape = (text: string) =>
    [/^## /gm, /^\| --- /gm, /^```$/gm, /^(\d+\.|-) /gm, /^!\[/gm].map(one => text.match(one)?.length ?? 0)
  const unlike = contents.filter(({ page }) => {
    const [zh, en] = languages.map(language => shape(textOf(`docs/guide/${language}/${page}.md`)))
    return JSON.stringify(zh) !== JSON.stringify(en)
  })
  expect(unlike.map(({ page }) => page)).toEqual([])
})

test('every picture that the guide and the readme show is there, and none lies about unseen', () => {
  const shown = files
    .filter(({ path }) => /^(docs\/guide\/.*|README)\.?.*md$/.test(path))
    .flatMap(({ text }) => [...text.matchAll(/!\[[^\]]+\]\((?:\.\.\/\.\.\/|docs\/)images\/([^)]+)\)/g)])
    .map(([, name = '']) => name)
  const kept = readdirSync(join(import.meta.dirname, '../../docs/images'))
  expect(kept.sort()).toEqual([...new Set(shown)].sort())
})

test('what the guide quotes from the screen stands on it', () => {
  const screen = files
    .filter(({ path }) => /^(web|domain|server|cli)\/.*\.tsx?$/.test(path) && !isTest(path))
    .map(({ text }) => text)
    .join('\n')
  const quoted = languages.flatMap(language =>
    pagesIn(language)
      .filter(({ path }) => !/(rules|errors)\.md$/.test(path))
      .flatMap(({ path, text }) => [...text.matchAll(/“([^”]+)”/g)].map(([, label = '']) => ({ path, label }))),
  )
  expect(quoted.length).toBeGreaterThan(100)
  expect(quoted.filter(({ label }) => !screen.includes(label))).toEqual([])
})

test('every command that the guide, the readme and the contributing page show is one', () => {
  const known = new Set([...Object.keys(operations), ...localCommands.map(({ words }) => words.join('.')), 'help'])
  const shown = files
    .filter(({ path }) => /^(docs\/guide\/.*|README|CONTRIBUTING)\.?.*md$/.test(path))
    .flatMap(({ text }) => [...text.matchAll(/npx lantai ([a-z]+)(?: ([a-z][a-z-]*)(?![\w./]))?/g)])
  expect(shown.length).toBeGreaterThan(30)
  const unknown = shown.filter(([, noun = '', verb = '']) => !known.has(noun) && !known.has(`${noun}.${verb}`))
  expect(unknown.map(([command]) => command)).toEqual([])
})

test('every refusal is explained under its code, in both languages', () => {
  const codes = files
    .filter(({ path }) => /^(domain|server|cli)\/.*\.ts$/.test(path) && !isTest(path))
    .flatMap(({ text }) => text.match(/ = refusals\(\{[\s\S]*?^\}\)/gm) ?? [])
    .flatMap(table => [...table.matchAll(/^ {2}'([a-z.-]+)': \{/gm)].map(([, code = '']) => code))
  expect(codes.length).toBeGreaterThan(100)
  for (const language of languages) {
    const page = textOf(`docs/guide/${language}/errors.md`)
    expect(codes.filter(code => !page.includes(`<a id="${code}"></a>`))).toEqual([])
  }
})

test('everybody of the sample farm is introduced in the guide', () => {
  for (const language of languages) {
    const page = textOf(`docs/guide/${language}/start.md`)
    expect(samplePeople.filter(({ name, login }) => !page.includes(`| ${name} | \`${login}\` |`))).toEqual([])
  }
})

test('a page is compiled with an anchor at each heading, and its links lead to the pages of its language', () => {
  expect(guidePage('# 规则\n\n## S1.5 归档以后\n\n[见](errors.md#item.filed)', 'zh')).toEqual({
    title: '规则',
    headings: [{ anchor: 's15-归档以后', text: 'S1.5 归档以后' }],
    html: '<h1>规则</h1>\n<h2 id="s15-归档以后">S1.5 归档以后</h2>\n<p><a href="/guide/zh/errors#item.filed">见</a></p>\n',
  })
  expect(anchorOf('Serving the network')).toBe('serving-the-network')
})
