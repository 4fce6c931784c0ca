import { chmod, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { homedir } from 'node:os'
import { dirname, join } from 'node:path'
import { UsageError } from './exit-codes.ts'

/** A token and the one server it is for. */
export interface Credentials {
  readonly server: string
  readonly login: string
  readonly tokenId: string
  readonly token: string
  readonly expiresAt: string
}

/** Which server is spoken to, and with what; no token means as a stranger. */
export interface Connection {
  readonly server: string
  readonly token: string | undefined
}

const standardServer = 'http://127.0.0.1:8080'

/** File that `lantai login` keeps its token in, for its owner alone. */
export function credentialsFile(env: NodeJS.ProcessEnv): string {
  const folder =
    process.platform === 'win32'
      ? (env['APPDATA'] ?? join(homedir(), 'AppData/Roaming'))
      : env['XDG_CONFIG_HOME'] || join(env['HOME'] || homedir(), '.config')
  return join(folder, 'lantai', 'credentials.json')
}

/** The kept token; undefined when nobody has signed in here. */
export async function readCredentials(env: NodeJS.ProcessEnv): Promise<Credentials | undefined> {
  try {
    return JSON.parse(await readFile(credentialsFile(env), 'utf8')) as Credentials
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}

export async function keepCredentials(env: NodeJS.ProcessEnv, credentials: Credentials): Promise<string> {
  const file = credentialsFile(env)
  await mkdir(dirname(file), { recursive: true, mode: 0o700 })
  await writeFile(`${file}.new`, `${JSON.stringify(credentials, null, 2)}\n`, { mode: 0o600 })
  await chmod(`${file}.new`, 0o600)
  await rename(`${file}.new`, file)
  return file
}

export const forgetCredentials = (env: NodeJS.ProcessEnv): Promise<void> => rm(credentialsFile(env), { force: true })

/** Chooses server and token: flag, then environment, then what is kept. A kept token is never sent to another server than its own. */
export async function connectionOf(env: NodeJS.ProcessEnv, flag: string | undefined): Promise<Connection> {
  const kept = await readCredentials(env)
  const server = originOf(flag ?? (env['LANTAI_SERVER'] || kept?.server || standardServer))
  return { server, token: env['LANTAI_TOKEN'] || (kept?.server === server ? kept.token : undefined) }
}

export function originOf(text: string): string {
  const url = /^https?:\/\//.test(text) ? text : `http://${text}`
  if (!URL.canParse(url)) throw new UsageError(`“${text}”不是网址。`, `“${text}” is not a web address.`)
  return new URL(url).origin
}
