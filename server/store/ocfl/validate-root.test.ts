import { cp, mkdir, rename, rm, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { draft, itemId } from '../testing/drafts.ts'
import { temporaryFolder } from '../testing/temporary-folder.ts'
import { defaultLayout, objectFolders } from './layout.ts'
import { openRoot } from './root.ts'
import { validateObject } from './validate.ts'
import { validateRoot } from './validate-root.ts'
import { putVersion } from './write.ts'

const object = objectFolders(itemId, defaultLayout).join('/')
const top = object.split('/')[0]!

/** A root with one object of two versions, changed by hand; answers the codes found and where. */
async function judgeAfter(change: (dir: string) => Promise<unknown>): Promise<string[]> {
  const root = await openRoot(join(await temporaryFolder(), 'root'))
  await putVersion(root, draft({ a: '1', 'b/c': '2' }))
  await putVersion(root, draft({ a: '1', 'b/c': '2' }, '鉴定'))
  await change(root.dir)
  return (await validateRoot(root.dir)).map(({ code, path }) => `${code} ${path.replace(object, 'object')}`)
}

test.each<[expected: string[], change: (dir: string) => Promise<unknown>]>([
  [['E069 '], dir => rm(join(dir, '0=ocfl_1.1'))],
  [['E080 0=ocfl_1.1'], dir => writeFile(join(dir, '0=ocfl_1.1'), 'ocfl_1.1')],
  [['E079 0=ocfl_2.0'], dir => rename(join(dir, '0=ocfl_1.1'), join(dir, '0=ocfl_2.0'))],
  [['E076 0=ocfl_1.0 0=ocfl_1.1'], dir => writeFile(join(dir, '0=ocfl_1.0'), 'ocfl_1.0\n')],
  [['E081 object'], dir => declareEarlier(dir, 'ocfl_')],
  [['E038 object/inventory.json'], dir => declareEarlier(join(dir, object), 'ocfl_object_')],
  [['E070 ocfl_layout.json'], dir => writeFile(join(dir, 'ocfl_layout.json'), '{"extension":1}')],
  [['E070 ocfl_layout.json'], dir => writeFile(join(dir, 'ocfl_layout.json'), 'null')],
  [['E071 ocfl_layout.json'], dir => writeFile(join(dir, 'ocfl_layout.json'), '{"extension":"mine","description":""}')],
  [['E112 extensions/note'], dir => writeFile(join(dir, 'extensions/note'), '')],
  [['W016 extensions/mine'], dir => mkdir(join(dir, 'extensions/mine'))],
  [[], dir => writeFile(join(dir, 'note.txt'), 'any file may lie in the root itself')],
  [['E073 fff/fff'], dir => mkdir(join(dir, 'fff/fff'), { recursive: true })],
  [[`E084 ${top}/note`], dir => writeFile(join(dir, top, 'note'), '')],
  [['E072 zzz/note'], dir => mkdir(join(dir, 'zzz')).then(() => writeFile(join(dir, 'zzz/note'), ''))],
  [['E090 zzz'], dir => symlink(join(dir, top), join(dir, 'zzz'))],
  [['E083 zzz/copy'], dir => cp(join(dir, object), join(dir, 'zzz/copy'), { recursive: true })],
  [['E083 zzz', 'W015 '], dir => cp(join(dir, object), join(dir, 'zzz'), { recursive: true })],
  [['E001 object/note'], dir => writeFile(join(dir, object, 'note'), '')],
  [
    ['E003 object/0=ocfl_object_1.0 0=ocfl_object_1.1'],
    dir => writeFile(join(dir, object, '0=ocfl_object_1.0'), 'ocfl_object_1.0\n'),
  ],
  [
    ['E004 object/0=ocfl_object_2.0'],
    dir => rename(join(dir, object, '0=ocfl_object_1.1'), join(dir, object, '0=ocfl_object_2.0')),
  ],
  [['E005 object/1=ocfl_object_1.1'], dir => writeFile(join(dir, object, '1=ocfl_object_1.1'), '')],
  [['E006 object/0=bag'], dir => writeFile(join(dir, object, '0=bag'), '')],
  [['E015 object/v1/note'], dir => writeFile(join(dir, object, 'v1/note'), '')],
  [['E024 object/v1/content/empty'], dir => mkdir(join(dir, object, 'v1/content/empty'))],
  [['W003 object/v2/content'], dir => mkdir(join(dir, object, 'v2/content'))],
  [['E090 object/v1/content/link'], dir => symlink('a', join(dir, object, 'v1/content/link'))],
  [['E092 object/v1/content/a'], dir => writeFile(join(dir, object, 'v1/content/a'), 'x')],
  [
    ['E059 object/inventory.json', 'E001 object/inventory.json.md5'],
    dir => rename(join(dir, object, 'inventory.json.sha512'), join(dir, object, 'inventory.json.md5')),
  ],
  [
    ['E033 object/inventory.json'],
    dir => writeFile(join(dir, object, 'inventory.json'), Buffer.from([0x7b, 0xff, 0x7d])),
  ],
])('%j is found', async (expected, change) => {
  expect(await judgeAfter(change)).toEqual(expected)
})

test('a finding says in both languages what is wrong, and without fixity no content is read', async () => {
  const { dir } = await openRoot(join(await temporaryFolder(), 'root'))
  await putVersion(await openRoot(dir), draft({ a: '1' }))
  await writeFile(join(dir, object, 'v1/content/a'), '2')
  expect(await validateObject(join(dir, object), { fixity: false })).toEqual([])
  const [found] = await validateObject(join(dir, object))
  expect(found).toMatchObject({ code: 'E092', path: 'v1/content/a', zh: expect.stringContaining('内容文件') })
  expect(found?.message).toMatch(/digest/)
})

/** Declares a folder to be of OCFL 1.0 instead of 1.1. */
async function declareEarlier(dir: string, kind: string): Promise<void> {
  await rm(join(dir, `0=${kind}1.1`))
  await writeFile(join(dir, `0=${kind}1.0`), `${kind}1.0\n`)
}
