import type { Picture } from './raster.ts'

/** Baseline JPEG (ITU-T T.81) without subsampling; one quantisation and one pair of Huffman tables serve all three components. */

const zigzag = Uint8Array.from(
  '0 1 8 16 9 2 3 10 17 24 32 25 18 11 4 5 12 19 26 33 40 48 41 34 27 20 13 6 7 14 21 28 35 42 49 56 57 50 43 36 29 22 15 23 30 37 44 51 58 59 52 45 38 31 39 46 53 60 61 54 47 55 62 63'.split(
    ' ',
  ),
  Number,
)

/** T.81 table K.1, by rows. */
const luminance = [
  16, 11, 10, 16, 24, 40, 51, 61, 12, 12, 14, 19, 26, 58, 60, 55, 14, 13, 16, 24, 40, 57, 69, 56, 14, 17, 22, 29, 51,
  87, 80, 62, 18, 22, 37, 56, 68, 109, 103, 77, 24, 35, 55, 64, 81, 104, 113, 92, 49, 64, 78, 87, 103, 121, 120, 101,
  72, 92, 95, 98, 112, 100, 103, 99,
]

interface HuffmanTable {
  /** How many codes there are of each length from 1 to 16. */
  readonly counts: Uint8Array
  readonly symbols: Uint8Array
}

const hex = (digits: string) => Uint8Array.from(digits.match(/../g) ?? [], pair => Number.parseInt(pair, 16))

/** T.81 tables K.3 and K.5. */
const dcTable: HuffmanTable = {
  counts: hex('00010501010101010100000000000000'),
  symbols: hex('000102030405060708090a0b'),
}
const acTable: HuffmanTable = {
  counts: hex('0002010303020403050504040000017d'),
  symbols: hex(
    '01020300041105122131410613516107227114328191a1082342b1c11552d1f02433627282090a161718191a25262728292a3435363738393a' +
      '434445464748494a535455565758595a636465666768696a737475767778797a838485868788898a92939495969798999aa2a3a4a5a6a7a8a9aa' +
      'b2b3b4b5b6b7b8b9bac2c3c4c5c6c7c8c9cad2d3d4d5d6d7d8d9dae1e2e3e4e5e6e7e8e9eaf1f2f3f4f5f6f7f8f9fa',
  ),
}

/** Encodes a picture; `quality` runs from 1 to 100, `dpi` is written into the JFIF head for printing. */
export function encodeJpeg(picture: Picture, options: { quality: number; dpi: number }): Uint8Array {
  const quantisers = luminance.map(base => {
    const scale = options.quality < 50 ? 5000 / options.quality : 200 - 2 * options.quality
    return Math.min(255, Math.max(1, Math.floor((base * scale + 50) / 100)))
  })
  return Buffer.concat([
    ...headSegments(picture, options.dpi, quantisers),
    scan(picture, quantisers),
    Buffer.from([0xff, 0xd9]),
  ])
}

function segment(marker: number, ...parts: readonly (readonly number[] | Uint8Array)[]): Buffer {
  const body = parts.flatMap(part => [...part])
  return Buffer.from([0xff, marker, ...word(body.length + 2), ...body])
}

const word = (value: number): [number, number] => [value >> 8, value & 255]

function headSegments({ width, height }: Picture, dpi: number, quantisers: readonly number[]): Buffer[] {
  const components = [1, 2, 3]
  return [
    Buffer.from([0xff, 0xd8]),
    segment(0xe0, Buffer.from('JFIF\0', 'latin1'), [1, 1, 1], word(dpi), word(dpi), [0, 0]),
    segment(
      0xdb,
      [0],
      Array.from(zigzag, at => quantisers[at]!),
    ),
    segment(
      0xc0,
      [8],
      word(height),
      word(width),
      [3],
      components.flatMap(id => [id, 0x11, 0]),
    ),
    segment(0xc4, [0x00], dcTable.counts, dcTable.symbols, [0x10], acTable.counts, acTable.symbols),
    segment(
      0xda,
      [3],
      components.flatMap(id => [id, 0]),
      [0, 63, 0],
    ),
  ]
}

/** Code and length for each symbol, numbered as T.81 annex C says. */
function codesOf({ counts, symbols }: HuffmanTable): Map<number, { bits: number; length: number }> {
  const codes = new Map<number, { bits: number; length: number }>()
  let next = 0
  let bits = 0
  counts.forEach((count, i) => {
    for (let n = 0; n < count; n++) codes.set(symbols[next++]!, { bits: bits++, length: i + 1 })
    bits <<= 1
  })
  return codes
}

const dcCodes = codesOf(dcTable)
const acCodes = codesOf(acTable)

function scan(picture: Picture, quantisers: readonly number[]): Buffer {
  const writer = bitWriter()
  const planes = planesOf(picture)
  const previous = [0, 0, 0]
  for (let y = 0; y < picture.height; y += 8) {
    for (let x = 0; x < picture.width; x += 8) {
      planes.forEach((plane, component) => {
        const levels = quantise(transform(blockOf(plane, picture, { x, y })), quantisers)
        writeBlock(writer, levels, previous[component]!)
        previous[component] = levels[0]!
      })
    }
  }
  return writer.end()
}

/** Luminance and the two colour differences, centred on zero. */
function planesOf({ width, height, rgb }: Picture): [Float32Array, Float32Array, Float32Array] {
  const planes = [0, 1, 2].map(() => new Float32Array(width * height)) as [Float32Array, Float32Array, Float32Array]
  for (let i = 0; i < width * height; i++) {
    const [r, g, b] = [rgb[3 * i]!, rgb[3 * i + 1]!, rgb[3 * i + 2]!]
    planes[0][i] = 0.299 * r + 0.587 * g + 0.114 * b - 128
    planes[1][i] = -0.168736 * r - 0.331264 * g + 0.5 * b
    planes[2][i] = 0.5 * r - 0.418688 * g - 0.081312 * b
  }
  return planes
}

/** Eight by eight samples; past the right and lower edges the last sample is repeated. */
function blockOf(plane: Float32Array, { width, height }: Picture, corner: { x: number; y: number }): Float32Array {
  return Float32Array.from({ length: 64 }, (_, i) => {
    const x = Math.min(corner.x + (i % 8), width - 1)
    const y = Math.min(corner.y + Math.floor(i / 8), height - 1)
    return plane[y * width + x]!
  })
}

const cosines = Float32Array.from({ length: 64 }, (_, i) => {
  const [frequency, sample] = [Math.floor(i / 8), i % 8]
  return Math.cos(((2 * sample + 1) * frequency * Math.PI) / 16) * (frequency === 0 ? Math.SQRT1_2 : 1) * 0.5
})

/** Two-dimensional discrete cosine transform: along rows, then along columns. */
function transform(block: Float32Array): Float32Array {
  return transformRows(transformRows(block))
}

/** Transforms each row and lays the result down as a column, so that doing it twice comes back upright. */
function transformRows(block: Float32Array): Float32Array {
  const turned = new Float32Array(64)
  for (let row = 0; row < 8; row++) {
    for (let frequency = 0; frequency < 8; frequency++) {
      let sum = 0
      for (let i = 0; i < 8; i++) sum += block[row * 8 + i]! * cosines[frequency * 8 + i]!
      turned[frequency * 8 + row] = sum
    }
  }
  return turned
}

function quantise(block: Float32Array, quantisers: readonly number[]): Int16Array {
  return Int16Array.from(zigzag, at => Math.round(block[at]! / quantisers[at]!))
}

interface BitWriter {
  put(bits: number, length: number): void
  end(): Buffer
}

function bitWriter(): BitWriter {
  const bytes: number[] = []
  let pending = 0
  let held = 0
  const put = (bits: number, length: number): void => {
    pending = (pending << length) | bits
    held += length
    while (held >= 8) {
      held -= 8
      const byte = (pending >> held) & 255
      bytes.push(byte)
      // A zero after 0xff says that it is no marker.
      if (byte === 255) bytes.push(0)
    }
    pending &= (1 << held) - 1
  }
  return {
    put,
    end() {
      if (held > 0) put((1 << (8 - held)) - 1, 8 - held)
      return Buffer.from(bytes)
    },
  }
}

const RUN_OF_16 = 0xf0
const END_OF_BLOCK = 0x00

function writeBlock(writer: BitWriter, levels: Int16Array, previousDc: number): void {
  writeLevel(writer, { codes: dcCodes, run: 0, level: levels[0]! - previousDc })
  let run = 0
  for (const level of levels.subarray(1)) {
    if (level === 0) {
      run++
      continue
    }
    for (; run >= 16; run -= 16) writeCode(writer, acCodes, RUN_OF_16)
    writeLevel(writer, { codes: acCodes, run, level })
    run = 0
  }
  if (run > 0) writeCode(writer, acCodes, END_OF_BLOCK)
}

function writeCode(writer: BitWriter, codes: typeof dcCodes, symbol: number): void {
  const { bits, length } = codes.get(symbol)!
  writer.put(bits, length)
}

/** A level is its size in bits, coded together with the zeros before it, and then the bits themselves. */
function writeLevel(
  writer: BitWriter,
  { codes, run, level }: { codes: typeof dcCodes; run: number; level: number },
): void {
  const size = 32 - Math.clz32(Math.abs(level))
  writeCode(writer, codes, run * 16 + size)
  writer.put(level < 0 ? level + 2 ** size - 1 : level, size)
}
