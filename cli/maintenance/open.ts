import { clusterFolder } from '../../server/database/cluster-folder.ts'
import { isRunning } from '../../server/database/postmaster.ts'
import { type OpenedRuntime, openRuntime } from '../../server/maintenance/open-runtime.ts'
import type { Log } from '../../server/platform/jobs.ts'
import { type Settings, settingsOrExit } from '../../server/settings.ts'
import { remark, said, type Terminal } from '../terminal.ts'

/** A Lantai on this machine, opened for maintenance. */
export interface Here extends OpenedRuntime {
  readonly settings: Settings
  /** Whether a server runs on the same data and does the waiting work itself. */
  readonly isServed: boolean
}

/** Does one piece of maintenance beside a running server, or with a database started for it and ended again. */
export async function withRuntime<T>(use: (here: Here) => Promise<T>): Promise<T> {
  const settings = settingsOrExit()
  const isServed = !settings.databaseUrl && (await isRunning(await clusterFolder(settings.dataDirectory)))
  const opened = await openRuntime(settings, { companion: true, report: remark })
  try {
    return await use({ ...opened, settings, isServed })
  } finally {
    await opened.close()
  }
}

/** What jobs say while we run them: only what is wrong. */
export const troubleLog: Log = {
  info: () => undefined,
  warn: (facts, message) => remark(`${message} ${JSON.stringify(facts)}`),
  error: (facts, message) => remark(`${message} ${JSON.stringify(facts)}`),
}

/** Tells a person what long maintenance is doing, on the side; programs hear nothing of it. */
export const sayIn = (terminal: Terminal) => (zh: string, en: string) => {
  if (!terminal.json) remark(`${said(terminal, { zh, en })} …`)
}
