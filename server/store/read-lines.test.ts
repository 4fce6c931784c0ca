import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readLines } from './read-lines.ts'
import { temporaryFolder } from './testing/temporary-folder.ts'

test('whatever JSON writes as one line is read as that line, across any pieces', async () => {
  const path = join(await temporaryFolder(), 'lines.jsonl')
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom('a\u2028b', 'c\u2029d\u0085', '\r', '档'.repeat(40_000)),
  )
  await fc.assert(
    fc.asyncProperty(fc.array(text, { maxLength: 20 }), async texts => {
      await writeFile(path, texts.map(each => `${JSON.stringify(each)}\n`).join(''))
      const read: unknown[] = []
      for await (const line of readLines(path)) read.push(JSON.parse(line))
      expect(read).toEqual(texts)
    }),
    { numRuns: 50 },
  )
})
