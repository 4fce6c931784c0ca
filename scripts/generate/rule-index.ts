import { rules } from '../../domain/shared/rules.ts'
import type { Operation } from '../../server/platform/operation.ts'

/** A test's name and the file it stands in. */
export interface NamedTest {
  readonly rule: string
  readonly name: string
  readonly path: string
}

/** Tests whose names begin with a rule's id, found in the text of a test file. */
export function testsIn(path: string, text: string): NamedTest[] {
  const found = text.matchAll(/\btest(?:\.\w+(?:\([^)]*\))?)*\(\s*(['"`])(S\d+\.\d+) (.*?)\1/gs)
  return [...found].map(([, , rule = '', name = '']) => ({ rule, name: name.replace(/\s+/g, ' '), path }))
}

/** The index 规则索引: each rule with the operations that keep it, the tests that prove it, and where the guide explains it. */
export function ruleIndex(operations: readonly Operation[], tests: readonly NamedTest[]): string {
  const sections = Object.entries(rules).map(([id, rule]) => {
    const keeping = operations
      .filter(operation => operation.rules.includes(id))
      .map(({ name, title }) => `\`${name}\` ${title}`)
    const proving = tests.filter(test => test.rule === id).map(({ name, path }) => `- ${name} — \`${path}\``)
    return [
      `## ${id}`,
      rule.zh,
      rule.en,
      `**操作 Operations:** ${keeping.join('、') || '（由平台执行 kept by the platform）'}`,
      `**测试 Tests:**\n\n${proving.join('\n')}`,
      `**指南 Guide:** [中文](guide/zh/rules.md#${id.toLowerCase()}) · [English](guide/en/rules.md#${id.toLowerCase()})`,
    ].join('\n\n')
  })
  return `<!-- Made by npm run generate; never edited by hand. -->\n\n# 规则索引 Rule index\n\n${sections.join('\n\n')}\n`
}

/** What is missing before the index may be called whole: a rule that nothing proves, or one that is named and not explained. */
export function holes(operations: readonly Operation[], tests: readonly NamedTest[]): string[] {
  const named = new Set(operations.flatMap(operation => operation.rules))
  return [
    ...Object.keys(rules)
      .filter(id => !tests.some(test => test.rule === id))
      .map(id => `no test begins with ${id}`),
    ...[...named]
      .filter(id => !Object.hasOwn(rules, id))
      .map(id => `${id} is named but not explained in domain/shared/rules.ts`),
  ]
}
