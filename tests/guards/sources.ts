import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join, posix } from 'node:path'

const root = join(import.meta.dirname, '../..')

/** A file of the project: its path from the root, with `/`, and its text. */
export interface Source {
  readonly path: string
  readonly text: string
}

/** Every text file that belongs to the project: tracked, or new and not ignored. */
export function projectFiles(): Source[] {
  const listed = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  })
  return listed
    .split('\n')
    .filter(path => path !== '' && !/\.(ttf|png|jpg|pdf|ico|woff2)$/.test(path) && existsSync(join(root, path)))
    .map(path => ({ path, text: readFileSync(join(root, path), 'utf8') }))
}

/** TypeScript of the product and its tests. */
export const sources = (): Source[] =>
  projectFiles().filter(({ path }) => /\.tsx?$/.test(path) && !path.endsWith('.generated.ts'))

export const isTest = (path: string): boolean =>
  /(\.test\.tsx?|\.fixture\.ts|\.type\.test\.ts)$/.test(path) || path.startsWith('tests/')

/** An import as it stands: who, what (a path from the root, or a package), and whether only types cross. */
export interface Import {
  readonly from: string
  readonly to: string
  readonly typeOnly: boolean
}

export function importsOf({ path, text }: Source): Import[] {
  const found = text.matchAll(
    /^\s*(?:import|export)\s+(type\s)?[^'";]*?from\s+'([^']+)'|^\s*import\s+'([^']+)'|import\('([^']+)'\)/gm,
  )
  return [...found].map(([, type, from, bare, lazy]) => {
    const target = from ?? bare ?? lazy ?? ''
    return {
      from: path,
      to: target.startsWith('.') ? posix.join(posix.dirname(path), target) : target,
      typeOnly: type !== undefined,
    }
  })
}

/** Path of the rules beside the project; absent on a user's machine. */
export const rulesPath = join(root, '../shared/spec/rules.md')
