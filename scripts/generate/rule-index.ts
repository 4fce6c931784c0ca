import { rules } from '../../domain/shared/rules.ts'
import type { Operation } from '../../server/platform/operation.ts'
import { refusalAreas, refusalsOf } from './refusal-areas.ts'

/** A test's name and the file it stands in. */
export interface NamedTest {
  readonly rule: string
  readonly name: string
  readonly path: string
}

/** Tests whose names begin with a rule's id, found in the text of a test file; what a name takes from its cases reads “…”. */
export function testsIn(path: string, text: string): NamedTest[] {
  const found = text.matchAll(/(?:\btest[^\n]*?\(|^ *\]\)\()\s*(['"`])(S\d+\.\d+) (.*?)\1/gms)
  return [...found].map(([, , rule = '', name = '']) => ({ rule, name: readable(name), path }))
}

const readable = (name: string): string => {
  const plain = name.replace(/\s+/g, ' ').replace(/%[a-zA-Z#%]|\$\{[^}]*\}|\$\w+/g, '…')
  return plain === '…' ? '… (case by case)' : plain
}

/** The index 规则索引: each rule with the operations that keep it, the refusals that say so, the tests that prove it, and its place in the guide. */
export function ruleIndex(operations: readonly Operation[], tests: readonly NamedTest[]): string {
  const sections = Object.entries(rules).map(([id, rule]) => {
    const keeping = operations
      .filter(operation => operation.rules.includes(id))
      .map(({ name, title }) => `\`${name}\` ${title}`)
    const refusing = refusalsOf(id).map(({ code }) => `\`${code}\``)
    const proving = tests.filter(test => test.rule === id).map(({ name, path }) => `- ${name} — \`${path}\``)
    const anchor = `rules.md#${id.toLowerCase()}`
    return [
      `## ${id} ${rule.title} ${rule.titleEn}`,
      rule.zh,
      rule.en,
      `**操作 Operations:** ${keeping.join('、') || '—'}`,
      `**拒绝 Refusals:** ${refusing.join('、') || '—'}`,
      `**测试 Tests:**\n\n${proving.join('\n')}`,
      `**指南 Guide:** [中文](guide/zh/${anchor}) · [English](guide/en/${anchor})`,
    ].join('\n\n')
  })
  return `<!-- Made by npm run generate; never edited by hand. -->\n\n# 规则索引 Rule index\n\n${sections.join('\n\n')}\n`
}

/** What is missing before the index may be called whole: a rule that nothing proves, or one that is named and not explained. */
export function holes(operations: readonly Operation[], tests: readonly NamedTest[]): string[] {
  const named = new Set([
    ...operations.flatMap(operation => operation.rules),
    ...refusalAreas.flatMap(({ refusals }) => refusals.flatMap(({ rule }) => rule ?? [])),
    ...tests.map(test => test.rule),
  ])
  return [
    ...Object.keys(rules)
      .filter(id => !tests.some(test => test.rule === id))
      .map(id => `no test begins with ${id}`),
    ...[...named]
      .filter(id => !Object.hasOwn(rules, id))
      .map(id => `${id} is named but not explained in domain/shared/rules.ts`),
  ]
}
