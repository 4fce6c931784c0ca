import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { sql } from 'kysely'
import pg from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { Refusal } from '../../domain/shared/refusal.ts'
import { type Archive, fillArchive } from '../../tests/world/archive.ts'
import { openEmptyPlace } from '../../tests/world/empty-place.ts'
import { type House, openHouse, someDocument } from '../../tests/world/house.ts'
import { createUnit } from '../access/units.ts'
import { sealTrail } from '../audit/seal-trail.ts'
import { detachComponent } from '../holdings/components.ts'
import { correctItem } from '../holdings/correct-item.ts'
import { fileItems } from '../holdings/file-items.ts'
import { numberItems } from '../holdings/number-items.ts'
import { registerItem } from '../holdings/register-item.ts'
import { sweepLeftovers } from '../holdings/sweep-leftovers.ts'
import { objectDir } from '../store/ocfl/root.ts'
import { stagedPath } from '../store/staging.ts'
import { backUp, type Say } from './backup.ts'
import type { Manifest } from './manifest.ts'
import { type OpenedRuntime, openRuntime } from './open-runtime.ts'
import { restoreBackup } from './restore.ts'
import { dumpTable, speakPlainly, tableForms } from './tables.ts'
import { verifyHoldings } from './verify.ts'

let house: House
let archive: Archive
let target: string
let count = 0

beforeAll(async () => {
  house = await openHouse()
  archive = await fillArchive(house)
  await sealTrail(house.runtime)
})
beforeEach(() => {
  count += 1
  target = join(house.folder, '..', `${house.folder.split('/').at(-1)}-backup-${count}`)
})
afterAll(async () => {
  const beside = await readdir(join(house.folder, '..'))
  for (const name of beside.filter(name => name.startsWith(`${house.folder.split('/').at(-1)}-backup-`)))
    await rm(join(house.folder, '..', name), { recursive: true })
  await house[Symbol.asyncDispose]()
})

const quietly: Say = () => undefined

/** Restores into an empty place and hands it over, open. */
async function restored<T>(use: (there: OpenedRuntime) => Promise<T>): Promise<T> {
  await using place = await openEmptyPlace()
  await restoreBackup(place.settings, target, { say: quietly })
  const there = await openRuntime(place.settings)
  try {
    return await use(there)
  } finally {
    await there.close()
  }
}

/** Every row of every table, as the database writes them. */
async function allRows({ db }: Pick<OpenedRuntime, 'db'>, except: readonly string[] = []) {
  return db.transaction().execute(async tx => {
    await speakPlainly(tx)
    const tables: Record<string, string[]> = {}
    for (const form of await tableForms(tx)) {
      const rows: string[] = []
      for await (const row of dumpTable(tx, form)) rows.push(row)
      if (!except.includes(form.name)) tables[form.name] = rows
    }
    return tables
  })
}

test('a restored backup is the same to the last row, agrees with its files, and says in the trail that it was restored', async () => {
  const before = await allRows(house.runtime, ['audit_event', 'audit_head'])
  const { audit, missing } = await backUp(house.runtime, target, quietly)
  expect(missing).toEqual([])
  await restored(async there => {
    expect(await allRows(there, ['audit_event', 'audit_head'])).toEqual(before)
    const report = await verifyHoldings(there.runtime)
    expect(report).toMatchObject({ problems: [], pending: 0, items: archive.filed.length, entries: audit.seq + 1 })
    const last = await there.reads
      .selectFrom('audit_event')
      .select(['event', 'data'])
      .orderBy('seq', 'desc')
      .limit(1)
      .executeTakeFirstOrThrow()
    expect(last).toMatchObject({ event: 'system.restored' })
    // The triggers that stood aside while loading stand again.
    await expect(there.pool.query('delete from audit_event')).rejects.toThrow('append-only')
    await expect(there.pool.query('delete from item')).rejects.toThrow()
  })
})

test('values that are easily bent come back exactly: JSON null, tabs, quotes, backslashes, rare characters', async () => {
  const { db } = house.runtime
  const odd = { text: 'a\tb\\n"c"\u2028🐄', none: null }
  await db.insertInto('setting').values({ key: 'null', value: 'null' }).execute()
  await db
    .insertInto('setting')
    .values({ key: 'odd', value: JSON.stringify(odd) })
    .execute()
  const before = await allRows(house.runtime, ['audit_event', 'audit_head'])
  await backUp(house.runtime, target, quietly)
  await restored(async there => {
    expect((await allRows(there, ['audit_event', 'audit_head']))['setting']).toEqual(before['setting'])
    expect(await there.reads.selectFrom('setting').select('value').where('key', '=', 'odd').executeTakeFirst()).toEqual(
      { value: odd },
    )
  })
})

test('what waits to be filed, and the work still to be done, come along', async () => {
  const { clerk, place } = archive
  const draft = await house.call(registerItem, clerk, {
    ...someDocument(place),
    title: '还没有归档',
    uploadIds: [await house.given.upload(clerk, '草稿.txt', Buffer.from('草稿正文'))],
  })
  const late = await archive.fileOneMore('归档后还没写入存储库')
  const { jobs, staged } = await backUp(house.runtime, target, quietly)
  expect(jobs.rows).toBeGreaterThan(0)
  expect(staged.files).toBe(2)
  await restored(async there => {
    const { rows } = await there.pool.query<{ key: string }>(
      'select key from graphile_worker.jobs where key is not null',
    )
    expect(rows.map(({ key }) => key)).toContain(`store:${late}`)
    expect(await verifyHoldings(there.runtime)).toMatchObject({ problems: [], pending: 1 })
    expect(
      await there.reads.selectFrom('item').select('state').where('id', '=', draft.itemId).executeTakeFirst(),
    ).toEqual({ state: 'draft' })
  })
  await house.runJobs()
})

describe('a backup tells of one moment, whatever goes on meanwhile', () => {
  /** Lets something happen after the snapshot was taken and before the waiting files are copied, or before the storage root is. */
  const during =
    (step: RegExp, happens: () => Promise<unknown>): Say =>
    async (_, en) => {
      if (step.test(en)) await happens()
    }

  test('bytes that are filed while it runs are found in the storage root and still wait in the backup', async () => {
    const { clerk, place } = archive
    const uploadIds = [await house.given.upload(clerk, '途中.txt', Buffer.from(`途中归档 ${count}`))]
    const { itemId } = await house.call(registerItem, clerk, {
      ...someDocument(place),
      title: '备份途中归档',
      uploadIds,
    })
    await house.call(numberItems, clerk, { ids: [itemId] })
    const fileMeanwhile = async () => {
      await house.call(fileItems, clerk, { ids: [itemId] })
      await house.runJobs()
    }
    const { missing } = await backUp(house.runtime, target, during(/^Copying files/, fileMeanwhile))
    expect(missing).toEqual([])
    await restored(async there => {
      expect((await verifyHoldings(there.runtime)).problems).toEqual([])
      expect(await there.reads.selectFrom('item').select('state').where('id', '=', itemId).executeTakeFirst()).toEqual({
        state: 'numbered',
      })
    })
  })

  test('corrections and seals that come while it runs are left out', async () => {
    const admin = await house.given.person({ roles: ['system-administrator'] })
    const meanwhile = async () => {
      const { revision } = await house.runtime.reads
        .selectFrom('item')
        .select('revision')
        .where('id', '=', archive.filed[1]!)
        .executeTakeFirstOrThrow()
      const {
        fondsId: _,
        unitId: __,
        kind: ___,
        year: ____,
        retention: _____,
        ...described
      } = someDocument(archive.place)
      await house.call(correctItem, archive.clerk, {
        ...described,
        title: '备份途中更正',
        fields: {},
        reason: '途中更正',
        itemId: archive.filed[1]!,
        revision,
      })
      await house.call(createUnit, admin, { name: '途中部门', code: `T${count}` })
      await house.runJobs()
      await sealTrail(house.runtime)
    }
    await backUp(house.runtime, target, during(/^Copying the storage/, meanwhile))
    await restored(async there => {
      expect((await verifyHoldings(there.runtime)).problems).toEqual([])
      expect(
        await there.reads.selectFrom('item').select('title').where('id', '=', archive.filed[1]!).executeTakeFirst(),
      ).toEqual({ title: '两份附件的请示' })
    })
  })

  test('a clearing of unused uploads waits until the bytes it would take are copied', async () => {
    const { clerk, place } = archive
    const uploadIds = [await house.given.upload(clerk, 'x.txt', Buffer.from(`将被移除 ${count}`))]
    const { itemId } = await house.call(registerItem, clerk, { ...someDocument(place), uploadIds })
    const { id: componentId, sha256 } = await house.runtime.reads
      .selectFrom('component')
      .select(['id', 'sha256'])
      .where('item_id', '=', itemId)
      .executeTakeFirstOrThrow()
    const longAgo = new Date(house.now.getTime() - 30 * 86_400_000)
    await house.runtime.db.updateTable('blob').set({ staged_at: longAgo }).where('sha256', '=', sha256).execute()
    let sweeping: Promise<unknown> = Promise.resolve()
    const meanwhile = async () => {
      await house.call(detachComponent, clerk, { componentId })
      sweeping = sweepLeftovers.run({ runtime: house.runtime, log: console, act: async () => null }, undefined)
      await wait(300)
    }
    await backUp(house.runtime, target, during(/^Writing out/, meanwhile))
    await sweeping
    await expect(stat(stagedPath(house.runtime.files.staging, sha256))).rejects.toThrow('ENOENT')
    await restored(async there => {
      expect((await verifyHoldings(there.runtime)).problems).toEqual([])
    })
  })

  test('while three people go on filing, every backup taken restores without a fault', async () => {
    let goesOn = true
    const filing = [1, 2, 3].map(async person => {
      for (let at = 1; goesOn; at++) await archive.fileOneMore(`忙碌时 ${count}-${person}-${at}`)
    })
    const working = (async () => {
      while (goesOn) await house.runJobs()
    })()
    try {
      await backUp(house.runtime, target, quietly)
    } finally {
      goesOn = false
      await Promise.all([...filing, working])
    }
    await house.runJobs()
    await restored(async there => {
      expect((await verifyHoldings(there.runtime)).problems).toEqual([])
    })
  })
})

describe('a restore refuses, and touches nothing', () => {
  const codeOf = (work: Promise<unknown>) =>
    work.then(
      () => 'done',
      (error: unknown) => (error instanceof Refusal ? error.code : error),
    )
  const isUntouched = async (config: pg.PoolConfig, folder: string) => {
    const client = new pg.Client(config)
    await client.connect()
    const { rows } = await client.query(
      'select (select count(*)::int from item) as items, (select count(*)::int from audit_event) as entries',
    )
    await client.end()
    expect(rows).toEqual([{ items: 0, entries: 0 }])
    expect(await readdir(join(folder, 'data')).catch(() => [])).toEqual([])
  }

  test('a backup without its manifest, which was interrupted', async () => {
    await backUp(house.runtime, target, quietly)
    await rm(join(target, 'manifest.json'))
    await using place = await openEmptyPlace()
    expect(await codeOf(restoreBackup(place.settings, target, { say: quietly }))).toBe('backup.incomplete')
    await isUntouched(place.config, place.folder)
  })

  test.each(['tables/item.jsonl', 'staging', 'store'])('a backup of which a file was changed: %s', async part => {
    const { clerk, place: at } = archive
    await house.call(registerItem, clerk, {
      ...someDocument(at),
      uploadIds: [await house.given.upload(clerk, 'x.txt', Buffer.from(`待归档 ${count}`))],
    })
    await backUp(house.runtime, target, quietly)
    await using place = await openEmptyPlace()
    const files = (await readdir(join(target, part), { recursive: true, withFileTypes: true }).catch(() => [])).filter(
      entry => entry.isFile() && !entry.name.startsWith('0='),
    )
    const victim = part.endsWith('.jsonl') ? join(target, part) : join(files.at(-1)!.parentPath, files.at(-1)!.name)
    await writeFile(victim, `${await readFile(victim, 'utf8')} `)
    expect(await codeOf(restoreBackup(place.settings, target, { say: quietly }))).toBe('backup.damaged')
    await isUntouched(place.config, place.folder)
  })

  test('a backup by another version', async () => {
    await backUp(house.runtime, target, quietly)
    const manifest = JSON.parse(await readFile(join(target, 'manifest.json'), 'utf8')) as Manifest
    const newer = { ...manifest, migrations: [...manifest.migrations, { name: '9999-later.sql', digest: 'x' }] }
    await writeFile(join(target, 'manifest.json'), JSON.stringify(newer))
    await using place = await openEmptyPlace()
    expect(await codeOf(restoreBackup(place.settings, target, { say: quietly }))).toBe('backup.other-version')
    await isUntouched(place.config, place.folder)
  })

  test('a place in which somebody has begun, or to which somebody is connected', async () => {
    await backUp(house.runtime, target, quietly)
    await using place = await openEmptyPlace()
    await mkdir(join(place.settings.storeDirectory, 'mine'), { recursive: true })
    expect(await codeOf(restoreBackup(place.settings, target, { say: quietly }))).toBe('maintenance.folder-not-empty')
    await rm(place.settings.storeDirectory, { recursive: true })
    const other = new pg.Client(place.config)
    await other.connect()
    expect(await codeOf(restoreBackup(place.settings, target, { say: quietly }))).toBe('maintenance.database-in-use')
    await other.query("insert into unit (id, name, code) values ('unit_x', '有人', 'YR')")
    await other.end()
    expect(await codeOf(restoreBackup(place.settings, target, { say: quietly }))).toBe('maintenance.database-not-empty')
  })

  test('a second time into the same place', async () => {
    await backUp(house.runtime, target, quietly)
    await using place = await openEmptyPlace()
    expect(await codeOf(restoreBackup(place.settings, target, { say: quietly }))).toBe('done')
    expect(await codeOf(restoreBackup(place.settings, target, { say: quietly }))).toBe('maintenance.folder-not-empty')
  })
})

test('a backup goes only into an empty folder outside the data it backs up', async () => {
  await mkdir(target)
  await writeFile(join(target, 'x'), '')
  await expect(backUp(house.runtime, target, quietly)).rejects.toMatchObject({ code: 'maintenance.folder-not-empty' })
  await expect(backUp(house.runtime, join(house.folder, 'store', 'backup'), quietly)).rejects.toMatchObject({
    code: 'backup.inside',
  })
})

test('S17.4 a trail that was altered before the backup is not restored unseen', async () => {
  const { db } = house.runtime
  const owner = async (digest: string) => {
    await sql`alter table audit_event disable trigger audit_append_only`.execute(db)
    await db.updateTable('audit_event').set({ digest }).where('seq', '=', 2).execute()
    await sql`alter table audit_event enable trigger audit_append_only`.execute(db)
  }
  const { digest } = await db.selectFrom('audit_event').select('digest').where('seq', '=', 2).executeTakeFirstOrThrow()
  await owner('f'.repeat(64))
  await backUp(house.runtime, target, quietly)
  await owner(digest)
  await using place = await openEmptyPlace()
  const refused = restoreBackup(place.settings, target, { say: quietly })
  await expect(refused).rejects.toMatchObject({ code: 'backup.damaged', params: { what: 'audit_event 2' } })
  await restoreBackup(place.settings, target, { say: quietly, despiteDamage: true })
})

test('what the archive had lost before is named, and the rest is backed up and restored all the same', async () => {
  const { clerk, place } = archive
  await house.call(registerItem, clerk, {
    ...someDocument(place),
    uploadIds: [await house.given.upload(clerk, 'x.txt', Buffer.from('会丢的文件'))],
  })
  const { sha256 } = await house.runtime.reads
    .selectFrom('blob')
    .select('sha256')
    .where('stored_object', 'is', null)
    .orderBy('staged_at', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow()
  await rm(stagedPath(house.runtime.files.staging, sha256))
  await rm(objectDir(house.runtime.files.store, `urn:lantai:item:${archive.filed[4]}`), { recursive: true })
  const { missing } = await backUp(house.runtime, target, quietly)
  expect(missing.sort()).toEqual([sha256, archive.filed[4]].sort())
  await restored(async there => {
    const { problems } = await verifyHoldings(there.runtime)
    expect(problems.map(({ code }) => code).sort()).toEqual(['blob-missing', 'object-missing'])
  })
})
