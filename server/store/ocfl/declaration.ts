import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Code, type Finding, finding } from './findings.ts'

/** What a folder declares itself to be by the name of a file like `0=ocfl_object_1.1`. */
interface Declared {
  readonly findings: readonly Finding[]
  /** The OCFL version declared, when it is one known here. */
  readonly specVersion?: string
}

/** Judges the declaration of an object, given the names of the files in its folder. */
export async function judgeObjectDeclaration(dir: string, names: readonly string[]): Promise<Declared> {
  const declarations = names.filter(name => /^\d=/.test(name))
  const wrongTag = declarations.filter(name => !name.startsWith('0=')).map(name => finding('E005', name))
  const wrongKind = declarations
    .filter(name => !name.slice(2).startsWith('ocfl_object_'))
    .map(name => finding('E006', name))
  const declared = await judge(
    dir,
    declarations.filter(name => name.startsWith('0=ocfl_object_')),
    {
      count: 'E003',
      version: 'E004',
      content: 'E007',
    },
  )
  return { ...declared, findings: [...wrongTag, ...wrongKind, ...declared.findings] }
}

/** Judges the declaration of a storage root, given the names of the files in it. */
export async function judgeRootDeclaration(dir: string, names: readonly string[]): Promise<Declared> {
  const declarations = names.filter(name => name.startsWith('0='))
  if (declarations.length === 0) return { findings: [finding('E069', '')] }
  return await judge(dir, declarations, { count: 'E076', version: 'E079', content: 'E080' })
}

async function judge(
  dir: string,
  names: readonly string[],
  codes: Record<'count' | 'version' | 'content', Code>,
): Promise<Declared> {
  const [name] = names
  if (name === undefined || names.length > 1) return { findings: [finding(codes.count, names.join(' '))] }
  const specVersion = /^0=ocfl_(?:object_)?(1\.[01])$/.exec(name)?.[1]
  if (specVersion === undefined) return { findings: [finding(codes.version, name)] }
  const text = await readFile(join(dir, name), 'utf8')
  return { specVersion, findings: text === `${name.slice(2)}\n` ? [] : [finding(codes.content, name)] }
}
