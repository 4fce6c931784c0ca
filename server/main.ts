import { startServer } from './server.ts'
import { exitRefused, settingsOrExit } from './settings.ts'

const server = await startServer(settingsOrExit()).catch(exitRefused)

// One stop often arrives as several signals: a terminal's goes to the whole group, and the launcher passes it on.
const oneStopMs = 1000
let stoppingSince: number | undefined

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    if (stoppingSince !== undefined) {
      // A second wish to stop means "now": what was acknowledged is safe in the database anyway.
      if (performance.now() - stoppingSince > oneStopMs) process.exit(1)
      return
    }
    stoppingSince = performance.now()
    void server.stop().then(() => process.exit(0))
  })
}
