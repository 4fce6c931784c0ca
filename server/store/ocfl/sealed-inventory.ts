import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { digestBytes, isKnownAlgorithm } from './digest.ts'
import { type Finding, finding } from './findings.ts'
import { type Inventory, parseInventory } from './inventory.ts'
import { judgeInventory } from './inventory-rules.ts'

/** An inventory as it lies in a folder, with the file that states its digest. */
export interface InventoryFile {
  readonly bytes: Buffer
  readonly findings: readonly Finding[]
  /** Absent when the text is not even a JSON object. */
  readonly inventory?: Inventory
}

/** Reads and judges the inventory in a folder of an object (`''` or `v3`) with its digest file, given the names in that folder. */
export async function readInventoryFile(
  objectDir: string,
  folder: string,
  names: readonly string[],
): Promise<InventoryFile> {
  const at = folder === '' ? 'inventory.json' : `${folder}/inventory.json`
  const bytes = await readFile(join(objectDir, at))
  const text = decode(bytes)
  if (text === undefined) return { bytes, findings: [finding('E033', at)] }
  const { inventory, findings } = parseInventory(text, at)
  if (inventory === undefined) return { bytes, findings }
  const sidecar = await judgeSidecar({ objectDir, at, names, bytes, algorithm: inventory.digestAlgorithm })
  return { bytes, inventory, findings: [...findings, ...judgeInventory(inventory, at), ...sidecar] }
}

interface Sealed {
  readonly objectDir: string
  readonly at: string
  readonly names: readonly string[]
  readonly bytes: Buffer
  readonly algorithm: string
}

async function judgeSidecar({ objectDir, at, names, bytes, algorithm }: Sealed): Promise<Finding[]> {
  if (!isKnownAlgorithm(algorithm)) return []
  const name = sidecarName(algorithm)
  if (!names.includes(name)) {
    return [finding(names.some(other => other.startsWith('inventory.json.')) ? 'E059' : 'E058', at)]
  }
  const path = `${at}${name.slice('inventory.json'.length)}`
  const stated = /^([0-9a-fA-F]+)[ \t]+inventory\.json\s*$/.exec(await readFile(join(objectDir, path), 'utf8'))?.[1]
  if (stated === undefined) return [finding('E061', path)]
  return stated.toLowerCase() === digestBytes(bytes, algorithm) ? [] : [finding('E060', path)]
}

/** The name of the file beside an inventory that states its digest. */
export const sidecarName = (algorithm: string): string => `inventory.json.${algorithm}`

/** What the file beside an inventory says. */
export const sidecarText = (digest: string): string => `${digest} inventory.json\n`

function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}
