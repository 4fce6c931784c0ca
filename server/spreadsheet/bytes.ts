import { refuseSpreadsheet } from './refusals.ts'

/** Bytes in a MiB. */
export const MIB = 2 ** 20

/** Gathers what was sent, and refuses with `spreadsheet.too-large` as soon as it is more than `mib` MiB. */
export async function bytesOf(source: Uint8Array | AsyncIterable<Uint8Array>, mib: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of source instanceof Uint8Array ? [source] : source) {
    size += chunk.length
    if (size > mib * MIB) refuseSpreadsheet('spreadsheet.too-large', { mib })
    chunks.push(chunk)
  }
  return chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks)
}
