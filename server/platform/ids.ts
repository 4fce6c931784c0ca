import { createHash, randomBytes } from 'node:crypto'

const alphabet = '0123456789abcdefghjkmnpqrstvwxyz'
let lastTime = 0
let lastTail = 0n

const base32 = (value: bigint, length: number): string => {
  let text = ''
  for (let rest = value, i = 0; i < length; i++, rest >>= 5n) text = alphabet[Number(rest & 31n)] + text
  return text
}

/** A new id such as `item_01k…`: 26 characters that sort by time of making, so that "newest first" is an order by primary key. */
export function newId(prefix: string): string {
  const time = Math.max(Date.now(), lastTime)
  const random = BigInt(`0x${randomBytes(10).toString('hex')}`)
  lastTail = time === lastTime ? lastTail + 1n + (random & 0xffffn) : random >> 1n
  lastTime = time
  return `${prefix}_${base32(BigInt(time), 10)}${base32(lastTail, 16)}`
}

/** A secret for a cookie, a link or a token: 256 random bits; only its digest is ever stored. */
export const newSecret = (): string => randomBytes(32).toString('base64url')

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')
