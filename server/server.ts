import { join } from 'node:path'
import pino from 'pino'
import { authenticator } from './access/authenticate.ts'
import { sealTrail } from './audit/seal-trail.ts'
import { contentRoute } from './holdings/content-route.ts'
import { storeBuiltInKinds } from './holdings/kinds.sql.ts'
import { uploadRoute } from './holdings/upload-route.ts'
import { jobs, schedule } from './jobs.ts'
import { openRuntime } from './maintenance/open-runtime.ts'
import { resumeWork } from './maintenance/resume-work.ts'
import { operationList } from './operations.ts'
import { healthRoute } from './platform/health-route.ts'
import { buildHttp } from './platform/http.ts'
import { startJobs } from './platform/jobs.ts'
import { listen } from './platform/listener.ts'
import { migrate } from './platform/migrate.ts'
import type { Runtime } from './platform/runtime.ts'
import { openApiRoute, webRoute } from './platform/web-route.ts'
import { stopPrinting } from './print/typst.ts'
import type { Settings } from './settings.ts'
import { isSetUp } from './setup/complete-setup.ts'
import { announceSetup, whenSetUp } from './setup/first-run.ts'
import { sweep } from './store/ocfl/repair.ts'
import { stopRecognizing } from './text/recognition/recognize.ts'
import { version } from './version.ts'

export interface RunningServer {
  readonly address: string
  readonly runtime: Runtime
  stop(): Promise<void>
}

/** Starts the product: config → database → operations → http → jobs; `stop` finishes what is under way first. */
export async function startServer(settings: Settings): Promise<RunningServer> {
  const log = pino({ level: settings.logLevel, base: null })
  const { runtime, pool, kind, close } = await openRuntime(settings, { report: message => log.info(message) })
  await migrate(pool)
  await storeBuiltInKinds(runtime.db)
  await sweep(runtime.files.store)

  let stopping = false
  const authenticate = authenticator(pool, runtime.clock)
  const app = await buildHttp({
    runtime,
    operations: operationList,
    logger: log,
    authenticate,
    trustProxy: settings.trustProxy,
    publicOrigin: settings.publicOrigin,
  })
  healthRoute(app, runtime, () => stopping)
  openApiRoute(app, operationList, version)
  contentRoute(app, runtime)
  await uploadRoute(app, runtime, settings.uploadMaxBytes)
  await webRoute(app, join(import.meta.dirname, '../web/dist'))
  await app.ready()
  const runner = await startJobs({
    pool,
    runtime,
    log,
    jobs,
    schedule,
    concurrency: settings.workers,
    resume: () => resumeWork(runtime.db),
  })

  // Until somebody has set the first administrator up, only this machine may reach the page that does it.
  const open = await isSetUp(runtime.reads)
  const listener = await listen(app, open ? settings.host : '127.0.0.1', settings.port).catch(
    async (error: unknown) => {
      await runner.stop()
      await close()
      throw error
    },
  )
  if (!open) {
    whenSetUp(runtime, () => listener.move(settings.host))
    await announceSetup(runtime, listener.url())
  }
  log.info({ address: listener.url(), database: kind }, 'Lantai is ready')

  return {
    get address() {
      return listener.url()
    },
    runtime,
    async stop() {
      if (stopping) return
      stopping = true
      log.info('stopping: finishing requests and jobs')
      await listener.close()
      await runner.stop()
      await app.close()
      await stopPrinting()
      stopRecognizing()
      await sealTrail(runtime).catch((error: unknown) => log.error({ err: error }, 'the trail was not sealed'))
      await close()
    },
  }
}
