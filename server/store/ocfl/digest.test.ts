import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { blake2b } from './blake2b.ts'
import { digestBytes } from './digest.ts'

test('BLAKE2b agrees with the one of Node at full length, whatever the pieces', () => {
  const pieces = fc.array(fc.uint8Array({ maxLength: 300 }), { maxLength: 6 })
  fc.assert(
    fc.property(pieces, parts => {
      const ours = blake2b(64)
      for (const part of parts) ours.update(part)
      expect(ours.digest()).toBe(createHash('blake2b512').update(Buffer.concat(parts)).digest('hex'))
    }),
  )
})

test.each([
  ['blake2b-160', /^3345524abf6bbe1809449224b5972c41790b6cf2$/],
  ['blake2b-256', /^0e5751c026e543b2e8ab2eb06099daa1d1e5df47[0-9a-f]{24}$/],
  ['blake2b-384', /^b32811423377f52d7862286ee1a72ee540524380[0-9a-f]{56}$/],
  ['blake2b-512', /^786a02f742015903c6c6fd852552d272912f4740[0-9a-f]{88}$/],
  ['sha512/256', /^c672b8d1ef56ed28ab87c3622c5114069bdd3ad7[0-9a-f]{24}$/],
  ['sha512', /^cf83e1357eefb8bdf1542850d66d8007d620e405[0-9a-f]{88}$/],
  ['sha256', /^e3b0c44298fc1c149afbf4c8996fb92427ae41e4[0-9a-f]{24}$/],
  ['sha1', /^da39a3ee5e6b4b0d3255bfef95601890afd80709$/],
  ['md5', /^d41d8cd98f00b204e9800998ecf8427e$/],
  ['size', /^0$/],
])('%s of nothing is the value its specification states', (algorithm, value) => {
  expect(digestBytes('', algorithm)).toMatch(value)
})
