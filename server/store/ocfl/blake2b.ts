const initial = [
  0x6a09e667f3bcc908n,
  0xbb67ae8584caa73bn,
  0x3c6ef372fe94f82bn,
  0xa54ff53a5f1d36f1n,
  0x510e527fade682d1n,
  0x9b05688c2b3e6c1fn,
  0x1f83d9abfb41bd6bn,
  0x5be0cd19137e2179n,
] as const

const schedule = [
  '0123456789abcdef',
  'ea489fd61c02b753',
  'b8c052fdae367194',
  '7931dcbe265a40f8',
  '905724afe1bc683d',
  '2c6a0b834d75fe19',
  'c51fed4a0763928b',
  'db7ec13950f4862a',
  '6fe9b308c2d714a5',
  'a2847615fb9e3cd0',
].map(row => [...row].map(digit => Number.parseInt(digit, 16)))

const columnsThenDiagonals = [
  [0, 4, 8, 12],
  [1, 5, 9, 13],
  [2, 6, 10, 14],
  [3, 7, 11, 15],
  [0, 5, 10, 15],
  [1, 6, 11, 12],
  [2, 7, 8, 13],
  [3, 4, 9, 14],
] as const

const blockBytes = 128
const rotateRight = (word: bigint, by: bigint) => BigInt.asUintN(64, (word >> by) | (word << (64n - by)))

/** Keyless BLAKE2b (RFC 7693) of `bytes` length, for the short forms that Node's own crypto cannot make; slow, for rare legacy fixity. */
export function blake2b(bytes: number) {
  const state = BigUint64Array.from(initial)
  state[0]! ^= 0x01010000n ^ BigInt(bytes)
  const block = new Uint8Array(blockBytes)
  let filled = 0
  let total = 0n

  const compress = (last: boolean) => {
    const view = new DataView(block.buffer)
    const message = Array.from({ length: 16 }, (_, i) => view.getBigUint64(i * 8, true))
    const v = BigUint64Array.from([...state, ...initial])
    v[12]! ^= total
    if (last) v[14]! ^= 0xffffffffffffffffn
    for (let round = 0; round < 12; round++) {
      const order = schedule[round % 10]!
      columnsThenDiagonals.forEach(([a, b, c, d], i) => {
        // A BigUint64Array element wraps at 64 bits by itself when it is written.
        v[a]! += v[b]! + message[order[2 * i]!]!
        v[d] = rotateRight(v[d]! ^ v[a]!, 32n)
        v[c]! += v[d]!
        v[b] = rotateRight(v[b]! ^ v[c]!, 24n)
        v[a]! += v[b]! + message[order[2 * i + 1]!]!
        v[d] = rotateRight(v[d]! ^ v[a]!, 16n)
        v[c]! += v[d]!
        v[b] = rotateRight(v[b]! ^ v[c]!, 63n)
      })
    }
    for (let i = 0; i < 8; i++) state[i]! ^= v[i]! ^ v[i + 8]!
  }

  return {
    update(chunk: Uint8Array): void {
      for (let from = 0; from < chunk.length; ) {
        // The last block is compressed differently, so a full one waits until more comes.
        if (filled === blockBytes) {
          total += BigInt(blockBytes)
          compress(false)
          filled = 0
        }
        const piece = chunk.subarray(from, from + blockBytes - filled)
        block.set(piece, filled)
        filled += piece.length
        from += piece.length
      }
    },
    digest(): string {
      total += BigInt(filled)
      block.fill(0, filled)
      compress(true)
      return Buffer.from(state.buffer)
        .toString('hex')
        .slice(0, bytes * 2)
    },
  }
}
