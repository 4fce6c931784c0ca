import { randomInt } from 'node:crypto'

// Without the characters that are read wrongly from paper: 0 O 1 l I.
const letters = 'abcdefghijkmnpqrstuvwxyz'
const capitals = 'ABCDEFGHJKLMNPQRSTUVWXYZ'
const digits = '23456789'

const some = (from: string, count: number): string =>
  Array.from({ length: count }, () => from[randomInt(from.length)]).join('')

/** A one-time password to be read aloud or from a slip: four groups, about 70 bits. */
export const firstPassword = (): string =>
  [some(letters, 4), some(digits, 4), some(capitals, 4), some(letters, 4)].join('-')
