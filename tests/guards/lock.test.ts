import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { cureLock, missingOptionals } from '../../scripts/cure-lock.mjs'

interface Lock {
  packages: Record<
    string,
    {
      version: string
      resolved?: string
      os?: string[]
      integrity?: string
      optionalDependencies?: Record<string, string>
    }
  >
}

const text = readFileSync(join(import.meta.dirname, '../../package-lock.json'), 'utf8')
const lock = JSON.parse(text) as Lock

test('every platform’s optional packages stand in the lock, so that npm ci passes everywhere (else: node scripts/cure-lock.mjs)', () => {
  expect(missingOptionals(lock)).toEqual([])
})

test('the lock names no place to download from, so that each site uses its own registry', () => {
  const withoutFunding = JSON.stringify(lock, (key, value: unknown) => (key === 'funding' ? undefined : value))
  expect(text).not.toContain('"resolved"')
  expect(withoutFunding.match(/https?:\/\/[^"]+/g) ?? []).toEqual([])
})

test('the cure adds exactly the platform packages that were taken out, beside the one that asks for them', () => {
  const broken = structuredClone(lock)
  const taken = Object.entries(broken.packages).filter(
    ([path, entry]) => entry.os && path.includes('cli-') && !entry.integrity,
  )
  expect(taken.length).toBeGreaterThan(0)
  for (const [path] of taken) delete broken.packages[path]
  expect(cureLock(broken).toSorted()).toEqual(taken.map(([path]) => path).toSorted())
  expect(broken).toEqual(lock)
})

test('a package of another version does not count as present', () => {
  const nested: Lock = {
    packages: {
      '': { version: '1.0.0' },
      'node_modules/lib-linux-x64-gnu': { version: '1.0.0' },
      'node_modules/reader/node_modules/lib': {
        version: '2.0.0',
        optionalDependencies: { 'lib-linux-x64-gnu': '2.0.0' },
      },
    },
  }
  expect(cureLock(nested)).toEqual(['node_modules/reader/node_modules/lib-linux-x64-gnu'])
})
