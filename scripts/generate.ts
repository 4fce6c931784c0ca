import { execFileSync } from 'node:child_process'
import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { startEmbedded } from '../server/database/embedded.ts'
import { operationList } from '../server/operations.ts'
import { openPool } from '../server/platform/db.ts'
import { migrate } from '../server/platform/migrate.ts'
import { openApi } from '../server/platform/openapi.ts'
import { version } from '../server/version.ts'
import { databaseTypes } from './generate/database-types.ts'
import { errorsPage, rulesPage } from './generate/guide-pages.ts'
import { holes, ruleIndex, testsIn } from './generate/rule-index.ts'
import { schemaPage } from './generate/schema.ts'

const root = join(import.meta.dirname, '..')
const checking = process.argv.includes('--check')

/** Every made file and what it should say now. */
async function made(): Promise<Map<string, string>> {
  const files = new Map<string, string>()
  await withDatabase(async url => {
    const pool = openPool(url)
    await migrate(pool)
    const client = await pool.connect()
    files.set('server/database-types.generated.ts', await databaseTypes(client))
    files.set('server/schema.sql', await schemaPage(client))
    client.release()
    await pool.end()
  })
  const tests = await namedTests()
  const missing = holes(operationList, tests)
  if (missing.length > 0) throw new Error(`The rule index has holes:\n${missing.join('\n')}`)
  files.set('docs/openapi.json', `${JSON.stringify(openApi(operationList, version), null, 2)}\n`)
  files.set('docs/rule-index.md', ruleIndex(operationList, tests))
  for (const language of ['zh', 'en'] as const) {
    files.set(`docs/guide/${language}/rules.md`, rulesPage(language))
    files.set(`docs/guide/${language}/errors.md`, errorsPage(language))
  }
  return files
}

async function withDatabase(use: (config: Parameters<typeof openPool>[0]) => Promise<void>): Promise<void> {
  const url = process.env['DATABASE_URL']
  if (url) return use({ connectionString: url })
  const folder = await mkdtemp(join(tmpdir(), 'lantai-generate-'))
  await chmod(folder, 0o711)
  const database = await startEmbedded({ directory: join(folder, 'pg'), timezone: 'Asia/Shanghai', durable: false })
  try {
    await use(database.config)
  } finally {
    await database.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

async function namedTests() {
  const listed = execFileSync(
    'git',
    ['ls-files', '--cached', '--others', '--exclude-standard', '*.test.ts', '*.test.tsx'],
    { cwd: root, encoding: 'utf8' },
  )
  const paths = listed
    .split('\n')
    .filter(path => path !== '')
    .sort()
  const texts = await Promise.all(
    paths.map(async path => testsIn(path, await readFile(join(root, path), 'utf8').catch(() => ''))),
  )
  return texts.flat()
}

const stale: string[] = []
for (const [path, text] of await made()) {
  const now = await readFile(join(root, path), 'utf8').catch(() => '')
  if (now.replaceAll('\r\n', '\n') === text) continue
  stale.push(path)
  if (checking) continue
  await mkdir(dirname(join(root, path)), { recursive: true })
  await writeFile(join(root, path), text)
}
if (checking && stale.length > 0) {
  console.error(`These made files are out of date; run npm run generate:\n${stale.join('\n')}`)
  process.exit(1)
}
console.log(stale.length > 0 ? `written: ${stale.join(', ')}` : 'every made file is up to date')
