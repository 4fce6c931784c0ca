import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, describe, expect, test } from 'vitest'
import { isValid, validateObject } from './validate.ts'

const archive = join(import.meta.dirname, '../../../../shared/fixtures/ocfl.tar.xz')
const present = existsSync(archive)
if (!present) console.log('Skipped: the public OCFL fixtures are not in ../shared/fixtures')

const folder = present ? await mkdtemp(join(tmpdir(), 'lantai-ocfl-')) : ''
if (present) await promisify(execFile)('tar', ['-xJf', archive, '-C', folder])
afterAll(() => rm(folder, { recursive: true, force: true }))

/** The codes at the start of a fixture's name: `E050_E052_bad_state` bears two. */
const codesIn = (name: string) => name.match(/[EW]\d{3}(?=_)/g) ?? []

for (const release of ['1.0', '1.1']) {
  const objectsIn = async (kind: string) => {
    const dir = join(folder, 'ocfl', release, kind)
    return present ? (await readdir(dir)).map(name => ({ name, dir: join(dir, name) })) : []
  }

  describe.skipIf(!present)(`the public OCFL ${release} fixtures are judged as their names say`, async () => {
    test.each(await objectsIn('good-objects'))('flawless: $name', async ({ dir }) => {
      expect(await validateObject(dir)).toEqual([])
    })

    test.each(await objectsIn('warn-objects'))('valid with exactly the warnings: $name', async ({ name, dir }) => {
      const findings = await validateObject(dir)
      expect(isValid(findings)).toBe(true)
      expect([...new Set(findings.map(({ code }) => code))].sort()).toEqual(codesIn(name).sort())
    })

    test.each(await objectsIn('bad-objects'))('refused with at least the errors: $name', async ({ name, dir }) => {
      const findings = await validateObject(dir)
      expect(isValid(findings)).toBe(false)
      expect(findings.map(({ code }) => code)).toEqual(expect.arrayContaining(codesIn(name)))
    })
  })
}
