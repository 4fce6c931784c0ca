import { existsSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { refuseDatabase } from './refusals.ts'
import { run } from './run.ts'

/** The system user PostgreSQL runs as; it refuses root. */
export interface Account {
  readonly name: string
  readonly uid: number
  readonly gid: number
}

/**
 * Chooses the account for a cluster: nobody else when we are an ordinary user, otherwise the owner of the cluster, or
 * `postgres` or `nobody` for a new one. Throws `database.other-owner` when the cluster is not ours.
 */
export async function accountFor(cluster: string): Promise<Account | undefined> {
  const ourselves = process.getuid?.()
  const owner = existsSync(cluster) ? statSync(cluster) : undefined
  if (ourselves === undefined) return undefined
  if (ourselves !== 0) {
    if (owner && owner.uid !== ourselves)
      refuseDatabase('database.other-owner', { directory: cluster, owner: owner.uid })
    return undefined
  }
  if (owner && owner.uid !== 0) return { name: String(owner.uid), uid: owner.uid, gid: owner.gid }
  return (await named('postgres')) ?? (await named('nobody')) ?? { name: '65534', uid: 65534, gid: 65534 }
}

/** Throws `database.closed-folder`, naming the outermost folder that the account may not enter on its way to `directory`. */
export async function assertMayEnter(account: Account, directory: string): Promise<void> {
  if (await mayEnter(account, directory)) return
  const parent = dirname(directory)
  if (parent !== directory) await assertMayEnter(account, parent)
  refuseDatabase('database.closed-folder', { account: account.name, directory })
}

/** Whether the account may enter a folder that exists. */
export const mayEnter = async (account: Account, directory: string) =>
  (await run('/bin/sh', ['-c', 'cd -- "$0"', directory], account)).code === 0

async function named(name: string): Promise<Account | undefined> {
  const [uid, gid] = await Promise.all([run('id', ['-u', name]), run('id', ['-g', name])])
  const found = { name, uid: Number.parseInt(uid.output, 10), gid: Number.parseInt(gid.output, 10) }
  return uid.code === 0 && gid.code === 0 && found.uid > 0 && found.gid > 0 ? found : undefined
}
