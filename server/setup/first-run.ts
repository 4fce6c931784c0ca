import { writeSetting } from '../access/access.sql.ts'
import { newSecret, sha256 } from '../platform/ids.ts'
import type { Runtime } from '../platform/runtime.ts'
import { isSetUp, setupTokenKey } from './complete-setup.ts'

/** Makes a new token for the one-time link of the first run; the one before it is worth nothing from now on. */
export async function newSetupToken(runtime: Runtime): Promise<string> {
  const token = newSecret()
  await runtime.db.transaction().execute(tx => writeSetting(tx, setupTokenKey, sha256(token)))
  return token
}

/** Prints the one-time link where only who started the server sees it. */
export async function announceSetup(runtime: Runtime, address: string): Promise<void> {
  const link = `${address}/setup?token=${await newSetupToken(runtime)}`
  process.stdout.write(`\n  首次使用，请在本机浏览器打开：\n  First run, open this on this machine:\n\n    ${link}\n\n`)
}

const watchEveryMs = 2000

/** Calls back once somebody has completed the first run, on this server or on another of the same database. */
export function whenSetUp(runtime: Runtime, then: () => Promise<void>): void {
  const timer = setInterval(() => {
    void isSetUp(runtime.reads).then(
      async done => {
        if (!done) return
        clearInterval(timer)
        await then()
      },
      () => undefined,
    )
  }, watchEveryMs)
  timer.unref()
}
