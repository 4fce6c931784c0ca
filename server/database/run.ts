import { spawn } from 'node:child_process'
import type { Account } from './account.ts'

/** What a finished program said, standard output and error together. */
export interface Finished {
  readonly code: number
  readonly output: string
}

const passedOn = ['PATH', 'TMPDIR', 'TEMP', 'TMP', 'SystemRoot', 'COMSPEC'] as const

const lastWordsMs = 1000

/** Runs a program to its end, as another account where one is given, with a clean environment and English messages. */
export function run(program: string, args: readonly string[], account?: Account): Promise<Finished> {
  const env = Object.fromEntries(passedOn.flatMap(name => (process.env[name] ? [[name, process.env[name]]] : [])))
  const child = spawn(program, args, {
    env: { ...env, LC_ALL: 'C' },
    stdio: ['ignore', 'pipe', 'pipe'],
    windowsHide: true,
    ...(account && { uid: account.uid, gid: account.gid, cwd: '/' }),
  })
  const output: Buffer[] = []
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => output.push(chunk))
  return new Promise(resolve => {
    child.once('error', error => resolve({ code: -1, output: error.message }))
    let code = -1
    const finish = () => {
      child.stdout.destroy()
      child.stderr.destroy()
      resolve({ code, output: Buffer.concat(output).toString().trim() })
    }
    child.once('close', finish)
    // The streams end after the program, except where a postmaster that pg_ctl started on Windows keeps our pipes open.
    child.once('exit', ended => {
      code = ended ?? -1
      setTimeout(finish, lastWordsMs).unref()
    })
  })
}
