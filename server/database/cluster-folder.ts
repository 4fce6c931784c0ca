import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { accountFor, mayEnter } from './account.ts'

const systemPlace = '/var/lib/lantai'

/**
 * Folder of the embedded cluster: `pg` in the data folder. Where root keeps the data folder in a place that PostgreSQL's user may not
 * enter, as a clone below `/root` is, it stands in the system's place for such data instead, under a name made from the data folder's.
 */
export async function clusterFolder(dataDirectory: string): Promise<string> {
  const inside = join(dataDirectory, 'pg')
  if (process.getuid?.() !== 0 || existsSync(inside)) return inside
  const name = createHash('sha256').update(resolve(dataDirectory)).digest('hex').slice(0, 16)
  const elsewhere = join(systemPlace, name, 'pg')
  if (existsSync(elsewhere)) return elsewhere
  const account = await accountFor(inside)
  return !account || (await mayEnter(account, nearestExisting(dataDirectory))) ? inside : elsewhere
}

const nearestExisting = (folder: string): string => (existsSync(folder) ? folder : nearestExisting(dirname(folder)))
