import { readdir } from 'node:fs/promises'
import { resolve } from 'node:path'
import { checkChain } from '../../server/audit/check-trail.ts'
import { checkSeals, type SealReport } from '../../server/audit/seal-check.ts'
import { clusterFolder } from '../../server/database/cluster-folder.ts'
import { isRunning } from '../../server/database/postmaster.ts'
import { openDatabase } from '../../server/maintenance/open-runtime.ts'
import { settingsOrExit } from '../../server/settings.ts'
import { rootForReading } from '../../server/store/ocfl/root.ts'
import { printTable } from '../answer.ts'
import type { LocalCall } from '../commands.ts'
import { type ExitCode, exitCodes, UsageError } from '../exit-codes.ts'
import { print, printJson, remark, said } from '../terminal.ts'
import { problemWords } from './problem-words.ts'

/** Checks the trail from its seals alone, and against the database where one is within reach. */
export async function verifySeals({ terminal, flags }: LocalCall): Promise<ExitCode> {
  const settings = settingsOrExit()
  const directory = resolve(typeof flags['store'] === 'string' ? flags['store'] : settings.storeDirectory)
  if (!(await readdir(directory).catch((): string[] => [])).includes('0=ocfl_1.1'))
    throw new UsageError(`${directory} 不是存储库。`, `${directory} is no storage root.`)
  const isReachable =
    settings.databaseUrl !== undefined || (await isRunning(await clusterFolder(settings.dataDirectory)))
  const isCompared = isReachable && flags['offline'] !== true
  const { findings, entries, head } = isCompared
    ? await withDatabase(directory)
    : await checkSeals(await rootForReading(directory))
  const sound = findings.length === 0
  if (terminal.json) printJson({ sound, compared: isCompared, entries, head, findings })
  else {
    if (!sound)
      printTable(
        terminal,
        findings.map(finding => ({ ...finding, meaning: said(terminal, problemWords[finding.code]) })),
      )
    if (head)
      print(
        said(terminal, {
          zh: `封存了 ${entries} 条，末条 ${head.seq}，摘要 ${head.digest}`,
          en: `${entries} entries are sealed, the last is ${head.seq} with digest ${head.digest}`,
        }),
      )
    if (!isCompared) remark(said(terminal, { zh: '没有与数据库比对。', en: 'Not compared with a database.' }))
    print(
      said(
        terminal,
        sound
          ? { zh: '审计链与封存相符。', en: 'The trail fits its seals.' }
          : { zh: '审计链与封存不符。', en: 'The trail does not fit its seals.' },
      ),
    )
  }
  return sound ? exitCodes.done : exitCodes.other
}

async function withDatabase(
  directory: string,
): Promise<
  Omit<SealReport, 'findings'> & { findings: { code: keyof typeof problemWords; seq: number; place: string }[] }
> {
  const database = await openDatabase(settingsOrExit(), { companion: true, report: remark })
  try {
    const report = await checkSeals(await rootForReading(directory), database.reads)
    const { brokenAt } = await checkChain(database.reads)
    return {
      ...report,
      findings: [
        ...report.findings,
        ...(brokenAt === null ? [] : [{ code: 'chain-broken' as const, seq: brokenAt, place: 'audit_event' }]),
      ],
    }
  } finally {
    await database.close()
  }
}
