import type pg from 'pg'
import type { Settings } from '../settings.ts'
import { clusterFolder } from './cluster-folder.ts'
import { startEmbedded } from './embedded.ts'
import { assertUsable } from './external.ts'

/** The database of a server, ready for connections until `stop`. */
export interface RunningDatabase {
  readonly kind: 'embedded' | 'external'
  readonly config: pg.PoolConfig
  /** Ends an embedded database; one of the administrator's own goes on. */
  stop(): Promise<void>
}

/** Who starts the database, and who hears of its mishaps. */
export interface StartOptions {
  /** A companion, such as a backup, uses the database of a running server; without one it starts its own. */
  readonly companion?: boolean
  readonly report?: (message: string) => void
}

/** Starts the embedded database, or checks the one that DATABASE_URL names; a Refusal says what the administrator can do. */
export async function startDatabase(
  { databaseUrl, dataDirectory, timezone }: Pick<Settings, 'databaseUrl' | 'dataDirectory' | 'timezone'>,
  options: StartOptions = {},
): Promise<RunningDatabase> {
  if (databaseUrl) {
    await assertUsable(databaseUrl)
    return { kind: 'external', config: { connectionString: databaseUrl }, stop: async () => undefined }
  }
  const { config, stop } = await startEmbedded({ directory: await clusterFolder(dataDirectory), timezone, ...options })
  return { kind: 'embedded', config, stop }
}
