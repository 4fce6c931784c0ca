import { chownSync, renameSync, writeFileSync } from 'node:fs'
import { totalmem } from 'node:os'
import { join } from 'node:path'
import type { Account } from './account.ts'
import type { Endpoint } from './endpoint.ts'

/** Name of our part of the configuration in the cluster's folder; an administrator's `alter system` stands above it. */
export const configurationFile = 'lantai.conf'

/** What a cluster is started with. */
export interface Configuration {
  readonly endpoint: Endpoint
  /** Zone of the times in PostgreSQL's own log. */
  readonly timezone: string
  /** Whether a commit waits for the disk; false for throw-away clusters of tests alone. */
  readonly durable: boolean
}

/** Writes our configuration and who may connect: everyone who reaches the private socket, or has the password on a port. */
export function writeConfiguration(cluster: string, configuration: Configuration, account?: Account): void {
  const lines = Object.entries(parameters(configuration)).map(
    ([name, value]) => `${name} = '${String(value).replaceAll("'", "''")}'`,
  )
  const write = (name: string, text: string) => {
    const file = join(cluster, name)
    writeFileSync(`${file}.new`, text, { mode: 0o600 })
    if (account) chownSync(`${file}.new`, account.uid, account.gid)
    renameSync(`${file}.new`, file)
  }
  write(
    configurationFile,
    `# Written by Lantai at each start. For settings of your own use ALTER SYSTEM.\n${lines.join('\n')}\n`,
  )
  write(
    'pg_hba.conf',
    configuration.endpoint.password ? 'host all all 127.0.0.1/32 scram-sha-256\n' : 'local all all trust\n',
  )
}

function parameters({ endpoint, timezone, durable }: Configuration): Record<string, string | number> {
  const memoryMb = Math.floor(totalmem() / 1024 ** 2)
  const commit = durable ? 'on' : 'off'
  return {
    listen_addresses: endpoint.password ? endpoint.host : '',
    port: endpoint.port,
    unix_socket_directories: endpoint.password ? '' : endpoint.host,
    unix_socket_permissions: '0700',
    max_connections: 60,
    cluster_name: 'lantai',

    shared_buffers: memoryMb >= 8192 ? '256MB' : '128MB',
    effective_cache_size: `${Math.floor(memoryMb / 2)}MB`,
    work_mem: '16MB',
    maintenance_work_mem: '128MB',
    random_page_cost: 1.1,
    jit: 'off',

    fsync: commit,
    full_page_writes: commit,
    synchronous_commit: commit,
    wal_compression: 'on',
    max_wal_size: '1GB',
    idle_in_transaction_session_timeout: '10min',

    timezone: 'UTC',
    datestyle: 'ISO, YMD',
    default_text_search_config: 'pg_catalog.simple',

    // A week of logs, one file a weekday; no values of statements in them, which would be people's data.
    logging_collector: 'on',
    log_directory: 'log',
    log_filename: 'postgresql-%a.log',
    log_rotation_age: '1d',
    log_rotation_size: 0,
    log_truncate_on_rotation: 'on',
    log_timezone: timezone,
    log_line_prefix: '%m [%p] %a ',
    log_min_duration_statement: '2s',
    log_parameter_max_length: 0,
    log_parameter_max_length_on_error: 0,
    log_error_verbosity: 'terse',
  }
}
