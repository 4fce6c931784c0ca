import { hash, verify } from '@node-rs/argon2'

// argon2id with 19 MiB and two passes: about 40 ms on an office machine, the least that current guidance accepts.
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }
let decoy: Promise<string> | undefined

export const hashPassword = (password: string): Promise<string> => hash(password, cost)

/** Compares a password; where there is no account it works just as long, so that the answer's time tells nothing. */
export async function passwordMatches(stored: string | null, password: string): Promise<boolean> {
  decoy ??= hash('no such account', cost)
  const matches = await verify(stored ?? (await decoy), password)
  return stored !== null && matches
}
