import { createClient } from '../client/client.ts'
import type { LocalCall } from './commands.ts'
import { connectionOf } from './credentials.ts'
import { type ExitCode, exitCodes } from './exit-codes.ts'
import { headersFor } from './operate.ts'
import { reach, refusalIn } from './remote-operations.ts'
import { saveBody } from './save.ts'

/** Opens a file of an item, which leaves its trace, and saves it. */
export async function download({ terminal, flags, names: [componentId = ''] }: LocalCall): Promise<ExitCode> {
  const { server, token } = await connectionOf(terminal.env, flags['server'] as string | undefined)
  const client = createClient({ base: server, language: terminal.language, ...(token && { token }) })
  const { url } = await client.tell('component.open', { componentId })
  const response = await reach(server, terminal, () =>
    fetch(`${server}${url}?download`, { headers: headersFor(terminal, token) }),
  )
  if (!response.ok) throw await refusalIn(response)
  await saveBody(response, flags['output'] as string | undefined)
  return exitCodes.done
}
