import { open } from 'node:fs/promises'

/** Random access to a file's bytes; a read past the end gives what there is. */
export interface ByteSource {
  readonly size: number
  read(offset: number, length: number): Promise<Uint8Array>
}

/** The bytes themselves as a source. */
export function bytesSource(bytes: Uint8Array): ByteSource {
  return { size: bytes.length, read: async (offset, length) => bytes.subarray(offset, offset + length) }
}

/** Opens a file as a source for as long as `use` runs. */
export async function withFileSource<T>(path: string, use: (source: ByteSource) => Promise<T>): Promise<T> {
  await using file = await open(path)
  const { size } = await file.stat()
  return await use({
    size,
    async read(offset, length) {
      const wanted = Math.max(0, Math.min(length, size - offset))
      const { buffer, bytesRead } = await file.read(new Uint8Array(wanted), 0, wanted, offset)
      return buffer.subarray(0, bytesRead)
    },
  })
}

const view = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)

const CFB_ENTRY_BYTES = 128
const CFB_SECTORS_READ = 256
const CFB_HEADER_FAT_ENTRIES = 109

/**
 * Names of the storages and streams in a compound file (MS-CFB), by which Word, Excel and PowerPoint before 2007 and WPS files
 * are told apart. A damaged or cut file gives the names read so far.
 */
export async function compoundFileNames(source: ByteSource): Promise<Set<string>> {
  const names = new Set<string>()
  const header = await source.read(0, 512)
  if (header.length < 512) return names
  const sectorBytes = 2 ** view(header).getUint16(0x1e, true)
  if (sectorBytes !== 512 && sectorBytes !== 4096) return names
  const seen = new Set<number>()
  let sector = view(header).getUint32(0x30, true)
  while (!seen.has(sector) && seen.size < CFB_SECTORS_READ) {
    seen.add(sector)
    const entries = await source.read((sector + 1) * sectorBytes, sectorBytes)
    for (let at = 0; at + CFB_ENTRY_BYTES <= entries.length; at += CFB_ENTRY_BYTES) {
      const nameBytes = Math.min(view(entries).getUint16(at + 64, true), 64)
      if (nameBytes > 2) names.add(new TextDecoder('utf-16le').decode(entries.subarray(at, at + nameBytes - 2)))
    }
    const tableIndex = Math.floor((sector * 4) / sectorBytes)
    if (tableIndex >= CFB_HEADER_FAT_ENTRIES) break
    const table = view(header).getUint32(0x4c + 4 * tableIndex, true)
    const link = await source.read((table + 1) * sectorBytes + ((sector * 4) % sectorBytes), 4)
    if (link.length < 4) break
    sector = view(link).getUint32(0, true)
  }
  return names
}

const ZIP_TAIL_BYTES = 65_557
const ZIP_DIRECTORY_BYTES = 4 * 1024 * 1024

/** Entry names of a ZIP as its central directory lists them; none when the directory is damaged or not there. */
export async function zipEntryNames(source: ByteSource): Promise<Set<string>> {
  const names = new Set<string>()
  const tail = await source.read(Math.max(0, source.size - ZIP_TAIL_BYTES), ZIP_TAIL_BYTES)
  const end = Buffer.from(tail).lastIndexOf('PK\x05\x06', undefined, 'latin1')
  if (end < 0 || end + 22 > tail.length) return names
  const size = Math.min(view(tail).getUint32(end + 12, true), ZIP_DIRECTORY_BYTES)
  const directory = await source.read(view(tail).getUint32(end + 16, true), size)
  let at = 0
  while (at + 46 <= directory.length && view(directory).getUint32(at, true) === 0x02014b50) {
    const nameBytes = view(directory).getUint16(at + 28, true)
    names.add(new TextDecoder().decode(directory.subarray(at + 46, at + 46 + nameBytes)))
    at += 46 + nameBytes + view(directory).getUint16(at + 30, true) + view(directory).getUint16(at + 32, true)
  }
  return names
}
