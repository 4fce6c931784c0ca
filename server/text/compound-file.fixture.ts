const SECTOR = 512
const END_OF_CHAIN = 0xfffffffe
const FREE = 0xffffffff
const FAT_SECTOR = 0xfffffffd
/** Streams below this size would live in the mini stream, which the fixture does without. */
const SMALLEST_STREAM = 4096

/** A compound file (MS-CFB) with the given streams, padded with zeros to at least 4096 bytes each. */
export function compoundFile(streams: Readonly<Record<string, Uint8Array>>): Buffer {
  const contents = Object.entries(streams).map(([name, bytes]) => {
    const size = Math.ceil(Math.max(bytes.length, SMALLEST_STREAM) / SECTOR) * SECTOR
    return { name, bytes: Buffer.concat([bytes, Buffer.alloc(size - bytes.length)]) }
  })
  const directorySectors = Math.ceil((contents.length + 1) / 4)
  const table: number[] = [FAT_SECTOR, ...chain(1, directorySectors)]
  const placed = contents.map(stream => {
    const first = table.length
    table.push(...chain(first, stream.bytes.length / SECTOR))
    return { ...stream, first }
  })
  if (table.length > SECTOR / 4) throw new Error('the fixture has one sector of allocation table only')
  const directory = Buffer.concat([
    entry({ name: 'Root Entry', type: 5, child: 1, right: FREE, first: END_OF_CHAIN, size: 0 }),
    ...placed.map(({ name, bytes, first }, i) =>
      entry({ name, type: 2, child: FREE, right: i + 1 < placed.length ? i + 2 : FREE, first, size: bytes.length }),
    ),
  ])
  return Buffer.concat([
    header(),
    ...[...table, ...Array<number>(SECTOR / 4 - table.length).fill(FREE)].map(uint32),
    directory,
    Buffer.alloc(directorySectors * SECTOR - directory.length),
    ...placed.map(stream => stream.bytes),
  ])
}

/** A Word 97 document with nothing but text, in one piece. */
export function word97(text: string): Buffer {
  const textAt = 1024
  const document = Buffer.alloc(textAt + text.length * 2)
  document.writeUInt16LE(0xa5ec, 0)
  document.writeUInt16LE(0x0200, 0x0a)
  document.writeUInt32LE(textAt, 0x18)
  document.writeUInt32LE(text.length, 0x4c)
  document.writeUInt32LE(0, 0x1a2)
  document.writeUInt32LE(21, 0x1a6)
  document.write(text, textAt, 'utf16le')
  const pieces = Buffer.concat([
    Buffer.from([2]),
    uint32(16),
    uint32(0),
    uint32(text.length),
    Buffer.alloc(2),
    uint32(textAt),
    Buffer.alloc(2),
  ])
  return compoundFile({ WordDocument: document, '1Table': pieces })
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return bytes
}

function chain(first: number, length: number): number[] {
  return Array.from({ length }, (_, i) => (i + 1 < length ? first + i + 1 : END_OF_CHAIN))
}

function header(): Buffer {
  const bytes = Buffer.alloc(SECTOR)
  bytes.write('d0cf11e0a1b11ae1', 'hex')
  bytes.writeUInt16LE(0x3e, 0x18)
  bytes.writeUInt16LE(3, 0x1a)
  bytes.writeUInt16LE(0xfffe, 0x1c)
  bytes.writeUInt16LE(9, 0x1e)
  bytes.writeUInt16LE(6, 0x20)
  bytes.writeUInt32LE(1, 0x2c)
  bytes.writeUInt32LE(1, 0x30)
  bytes.writeUInt32LE(SMALLEST_STREAM, 0x38)
  bytes.writeUInt32LE(END_OF_CHAIN, 0x3c)
  bytes.writeUInt32LE(END_OF_CHAIN, 0x44)
  bytes.fill(0xff, 0x4c)
  bytes.writeUInt32LE(0, 0x4c)
  return bytes
}

interface DirectoryEntry {
  readonly name: string
  readonly type: number
  readonly child: number
  readonly right: number
  readonly first: number
  readonly size: number
}

function entry({ name, type, child, right, first, size }: DirectoryEntry): Buffer {
  const bytes = Buffer.alloc(128)
  bytes.write(name, 'utf16le')
  bytes.writeUInt16LE((name.length + 1) * 2, 64)
  bytes.writeUInt8(type, 66)
  bytes.writeUInt8(1, 67)
  bytes.writeUInt32LE(FREE, 68)
  bytes.writeUInt32LE(right, 72)
  bytes.writeUInt32LE(child, 76)
  bytes.writeUInt32LE(first, 116)
  bytes.writeUInt32LE(size, 120)
  return bytes
}
