import { startServer } from './server.ts'
import { settingsOrExit } from './settings.ts'

const server = await startServer(settingsOrExit())

let stopping = false
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    // A second signal means "now": what was acknowledged is safe in the database anyway.
    if (stopping) process.exit(1)
    stopping = true
    void server.stop().then(() => process.exit(0))
  })
}
