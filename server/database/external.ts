import pg from 'pg'
import { refuseDatabase } from './refusals.ts'

const leastVersion = 150_000

/** What a PostgreSQL says of itself; `number` is its version as `server_version_num`. */
export interface ServerFacts {
  readonly number: number
  readonly version: string
  readonly encoding: string
}

/** Looks at a PostgreSQL of the administrator's own; refuses one that is out of reach, too old or not in UTF-8. */
export async function assertUsable(databaseUrl: string): Promise<void> {
  const { host, pathname } = new URL(databaseUrl)
  const place = `${host}${pathname}`
  const client = new pg.Client({ connectionString: databaseUrl, connectionTimeoutMillis: 10_000 })
  client.on('error', () => undefined)
  try {
    await client.connect()
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    return refuseDatabase('database.unreachable', { place, reason: message || code || 'unknown' })
  }
  try {
    const { rows } = await client.query<ServerFacts>(
      `select current_setting('server_version_num')::int as number, current_setting('server_version') as version,
        current_setting('server_encoding') as encoding`,
    )
    for (const facts of rows) assertSuitable(place, facts)
  } finally {
    await client.end()
  }
}

/** Throws `database.too-old` or `database.not-utf8`. */
export function assertSuitable(place: string, { number, version, encoding }: ServerFacts): void {
  if (number < leastVersion) refuseDatabase('database.too-old', { place, found: version })
  if (encoding !== 'UTF8') refuseDatabase('database.not-utf8', { place, found: encoding })
}
