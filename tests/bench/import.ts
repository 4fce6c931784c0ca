import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { createClient } from '../../client/client.ts'
import { type SheetColumn, writeWorkbook } from '../../server/spreadsheet/spreadsheet.ts'
import { startProcess } from '../crash/server-process.ts'
import { administrator, Browserlike } from '../world/running.ts'
import { sendFile } from '../world/send-file.ts'
import { titleOf } from './titles.ts'

const { values: flags } = parseArgs({ options: { rows: { type: 'string', default: '100000' } } })
const rowCount = Number(flags.rows)

/** A register of so many rows as an office keeps it. */
function register(): Promise<Uint8Array> {
  const column = (title: string): SheetColumn => ({ key: title, title, width: 12, kind: 'text' })
  const titles = ['文件名称', '发文字号', '责任者', '成文日期', '页数', '保管期限', '备注', '主题词']
  return writeWorkbook({
    sheets: [
      {
        name: '登记簿',
        columns: titles.map(column),
        rows: Array.from({ length: rowCount }, (_, at) => ({
          文件名称: titleOf(at),
          发文字号: `青牧发〔2025〕${at + 1}号`,
          责任者: '青原奶牛场办公室',
          成文日期: `2025.${(at % 12) + 1}.${(at % 28) + 1}`,
          页数: (at % 40) + 1,
          保管期限: ['永久', '30年', '10年'][at % 3]!,
          备注: '',
          主题词: '奶牛;防疫',
        })),
      },
    ],
  })
}

const p95 = (times: readonly number[]): number => [...times].sort((a, b) => a - b)[Math.floor(times.length * 0.95)] ?? 0

const folder = await mkdtemp(join(tmpdir(), 'lantai-import-'))
await chmod(folder, 0o711)
const server = await startProcess(folder)
try {
  const page = new Browserlike(server.base)
  await page.tell('setup.complete', {
    token: server.setupToken,
    organisation: { name: '青原奶牛场', fondsCode: 'A001', fondsName: '青原奶牛场' },
    template: 'dairy',
    administrator,
    separation: 'simplified',
  })
  await page.tell('session.open', { login: administrator.login, password: administrator.password })
  const token = String((await page.tell('token.create', { name: '测量' })).body['secret'])
  const client = createClient({ base: server.base, token })
  const [fonds] = (await client.ask('fonds.list', {})).fonds
  const [unit, other] = (await client.ask('unit.list', {})).units
  const uploadId = await sendFile({ base: server.base, token }, '登记簿.xlsx', await register())

  const settled = async (importId: string) => {
    for (;;) {
      const one = await client.ask('import.show', { importId })
      if (!['reading', 'checking', 'importing'].includes(one.state)) return one
      await wait(100)
    }
  }
  const latencies: Record<string, number[]> = {}
  let busy = true
  const call = async (name: string, act: () => Promise<unknown>) => {
    while (busy) {
      const began = performance.now()
      await act()
      latencies[name] = [...(latencies[name] ?? []), performance.now() - began]
      await wait(20)
    }
  }
  const timed = async (act: () => Promise<unknown>) => {
    const began = performance.now()
    await act()
    return (performance.now() - began) / 1000
  }

  const { importId } = await client.tell('import.open', { uploadId })
  const reading = await timed(() => settled(importId))
  const others = [
    call('item.search', () => client.ask('item.search', { text: '防疫' })),
    call('item.list', () => client.ask('item.list', {})),
    call('item.register', () =>
      client.tell('item.register', {
        fondsId: fonds!.id,
        unitId: other!.id,
        kind: 'document',
        year: 2026,
        title: '同时登记的一件',
        retention: 'D30',
      }),
    ),
  ]
  const columns = ['title', 'documentNo', 'creator', 'date', 'pages', 'retention', 'note', 'fields.keywords']
  const checking = await timed(async () => {
    await client.tell('import.check', {
      importId,
      fondsId: fonds!.id,
      kind: 'document',
      sheet: '登记簿',
      headRow: 1,
      columns,
      constants: { unitId: unit!.id },
    })
    const one = await settled(importId)
    if (one.state !== 'checked') throw new Error(JSON.stringify(one.issues.slice(0, 3)) + one.failure)
  })
  const importing = await timed(async () => {
    await client.tell('import.run', { importId })
    const one = await settled(importId)
    if (one.state !== 'imported') throw new Error(one.failure ?? one.state)
  })
  busy = false
  await Promise.all(others)
  const rate = (seconds: number) => `${Math.round(rowCount / seconds)} rows/s`
  console.log(`read ${reading.toFixed(1)} s; checked ${checking.toFixed(1)} s, ${rate(checking)}`)
  console.log(`imported ${importing.toFixed(1)} s, ${rate(importing)}`)
  for (const [name, times] of Object.entries(latencies))
    console.log(
      `${name}: ${times.length} calls, p95 ${p95(times).toFixed(0)} ms, longest ${Math.max(...times).toFixed(0)} ms`,
    )
} finally {
  await server.stop()
  await rm(folder, { recursive: true, force: true })
}
