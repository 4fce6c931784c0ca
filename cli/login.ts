import { hostname } from 'node:os'
import { ApiRefusal } from '../client/client.ts'
import type { LocalCall } from './commands.ts'
import { connectionOf, forgetCredentials, keepCredentials, readCredentials } from './credentials.ts'
import { type ExitCode, exitCodes, UsageError } from './exit-codes.ts'
import { headersFor } from './operate.ts'
import { ask, readPassword } from './password.ts'
import { reach, refusalIn } from './remote-operations.ts'
import { print, printJson, said, type Terminal } from './terminal.ts'

interface Door {
  readonly terminal: Terminal
  readonly server: string
  readonly cookie?: string
  readonly token?: string
}

/** Signs in with login and password, and keeps a token instead of them; the session itself is closed again. */
export async function login({ terminal, flags }: LocalCall): Promise<ExitCode> {
  const { server } = await connectionOf(terminal.env, flags['server'] as string | undefined)
  const name = String(
    flags['login'] ?? (process.stdin.isTTY ? await ask(said(terminal, { zh: '登录名：', en: 'Login: ' })) : ''),
  )
  if (name === '') throw new UsageError('请用 --login 给出登录名。', 'Name yourself with --login.')
  const password = await readPassword(terminal, flags['password-stdin'] === true)
  const outside: Door = { terminal, server }
  const opened = await tell(outside, 'session.open', { login: name, password, agent: `lantai (${hostname()})` })
  const inside: Door = { ...outside, cookie: opened.headers.get('set-cookie')?.split(';')[0] ?? '' }
  const days = flags['days'] === undefined ? {} : { days: Number(flags['days']) }
  try {
    const made = await tell(inside, 'token.create', { name: `lantai ${hostname()}`.slice(0, 100), ...days })
    const { tokenId, secret, expiresAt } = (await made.json()) as { tokenId: string; secret: string; expiresAt: string }
    const former = await readCredentials(terminal.env)
    if (former?.server === server) await tell(inside, 'token.revoke', { tokenId: former.tokenId }).catch(ignoreRefusal)
    const file = await keepCredentials(terminal.env, { server, login: name, tokenId, token: secret, expiresAt })
    if (terminal.json) printJson({ server, login: name, tokenId, expiresAt })
    else
      print(
        said(terminal, {
          zh: `已登录 ${server}（${name}），令牌保存在 ${file}，有效至 ${expiresAt.slice(0, 10)}。`,
          en: `Signed in to ${server} as ${name}; the token is kept in ${file} until ${expiresAt.slice(0, 10)}.`,
        }),
      )
  } finally {
    await tell(inside, 'session.close', {}).catch(ignoreRefusal)
  }
  return exitCodes.done
}

/** Revokes the kept token and forgets it; one that has run out is forgotten all the same. */
export async function logout({ terminal }: LocalCall): Promise<ExitCode> {
  const kept = await readCredentials(terminal.env)
  if (kept) {
    const { server, tokenId, token } = kept
    await tell({ terminal, server, token }, 'token.revoke', { tokenId }).catch(ignoreRefusal)
    await forgetCredentials(terminal.env)
  }
  if (!terminal.json)
    print(said(terminal, { zh: '已退出，本机不再保存令牌。', en: 'Signed out; no token is kept on this machine.' }))
  return exitCodes.done
}

/** Gives a command as a page of the server's own would: with its origin, and its cookie once there is one. */
async function tell({ terminal, server, cookie, token }: Door, operation: string, input: object): Promise<Response> {
  const headers = {
    ...headersFor(terminal, token),
    'Content-Type': 'application/json',
    Origin: server,
    ...(cookie && { Cookie: cookie }),
  }
  const response = await reach(server, terminal, () =>
    fetch(`${server}/api/${operation}`, { method: 'POST', headers, body: JSON.stringify(input) }),
  )
  if (!response.ok) throw await refusalIn(response)
  return response
}

/** A token that is gone already needs no revoking; an unreachable server must not be taken for that. */
function ignoreRefusal(error: unknown): void {
  if (!(error instanceof ApiRefusal) || error.status === 0) throw error
}
