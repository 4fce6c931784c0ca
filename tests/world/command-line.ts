import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'

/** How one command line ended. */
export interface Ended {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

/** A command line with a home of its own, in which it may keep a token. */
export interface CommandLine extends AsyncDisposable {
  readonly home: string
  readonly env: Record<string, string>
  /** Runs `lantai …` as a process; the last argument may give standard input. */
  run(args: readonly string[], stdin?: string): Promise<Ended>
  /** Runs it with `--json` and answers what it printed. */
  json<T>(args: readonly string[]): Promise<T>
}

const program = join(import.meta.dirname, '../../cli/lantai.mjs')

/** Opens a command line in Chinese that knows no server but the one in `env`. */
export async function openCommandLine(env: Readonly<Record<string, string>> = {}): Promise<CommandLine> {
  const home = await mkdtemp(join(tmpdir(), 'lantai-cli-'))
  const { DATABASE_URL: _, ...outside } = process.env as Record<string, string>
  const ours = {
    ...outside,
    HOME: home,
    XDG_CONFIG_HOME: join(home, '.config'),
    LANG: 'zh_CN.UTF-8',
    LC_ALL: '',
    ...env,
  }
  const run = async (args: readonly string[], stdin = ''): Promise<Ended> => {
    const child = spawn(process.execPath, [program, ...args], { env: ours, cwd: home, stdio: 'pipe' })
    child.stdin.on('error', () => undefined).end(stdin)
    const ended = new Promise<number | null>(resolve => child.once('exit', resolve))
    const [out, err, code] = await Promise.all([text(child.stdout), text(child.stderr), ended])
    return { code, out, err }
  }
  return {
    home,
    env: ours,
    run,
    async json<T>(args: readonly string[]): Promise<T> {
      const { code, out, err } = await run([...args, '--json'])
      if (code !== 0) throw new Error(`lantai ${args.join(' ')} ended with ${code}: ${err}`)
      return JSON.parse(out) as T
    },
    [Symbol.asyncDispose]: () => rm(home, { recursive: true, force: true }),
  }
}
