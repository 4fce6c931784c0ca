import { join } from 'node:path'
import { digestFile, isKnownAlgorithm } from './digest.ts'
import { type Finding, finding } from './findings.ts'
import type { Inventory, PathsByDigest } from './inventory.ts'

interface Expectation {
  readonly algorithm: string
  readonly digest: string
  readonly code: 'E092' | 'E093'
}

/** Recomputes every digest that any of the inventories states for the files of an object, reading each file once. */
export async function judgeDigests(
  objectDir: string,
  files: ReadonlySet<string>,
  inventories: readonly Inventory[],
): Promise<Finding[]> {
  const findings: Finding[] = []
  for (const [path, expected] of expectationsOf(inventories)) {
    // A path that is not on disk was reported already; never joining it keeps a hostile one inside the object.
    if (!files.has(path)) continue
    const actual = await digestFile(
      join(objectDir, path),
      expected.map(({ algorithm }) => algorithm),
    )
    for (const { algorithm, digest, code } of expected) {
      if (actual.get(algorithm) !== digest) findings.push(finding(code, path))
    }
  }
  return findings
}

function expectationsOf(inventories: readonly Inventory[]): Map<string, Expectation[]> {
  const byPath = new Map<string, Map<string, Expectation>>()
  const expect = (block: PathsByDigest, algorithm: string, code: Expectation['code']) => {
    if (!isKnownAlgorithm(algorithm)) return
    for (const [key, paths] of Object.entries(block)) {
      const digest = key.toLowerCase()
      for (const path of paths) {
        if (!byPath.has(path)) byPath.set(path, new Map())
        byPath.get(path)!.set(`${code} ${algorithm} ${digest}`, { algorithm, digest, code })
      }
    }
  }
  for (const { manifest, digestAlgorithm, fixity = {} } of inventories) {
    expect(manifest, digestAlgorithm, 'E092')
    for (const [algorithm, block] of Object.entries(fixity)) expect(block, algorithm, 'E093')
  }
  return new Map([...byPath].map(([path, expected]) => [path, [...expected.values()]]))
}
