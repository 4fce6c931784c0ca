import type { Reads } from '../platform/db.ts'

/** A description as the storage root keeps it: JSON that a person can read without any program of ours. */
export const jsonFile = (logicalPath: string, value: unknown) => ({
  logicalPath,
  source: { bytes: Buffer.from(`${JSON.stringify(value, null, 2)}\n`) },
})

/** People named in a description, so that it stays readable when the accounts are gone. */
export async function peopleNamed(reads: Reads, ids: readonly (string | null)[]) {
  const known = [...new Set(ids.filter(id => id !== null))]
  return known.length === 0
    ? []
    : await reads.selectFrom('person').select(['id', 'name']).where('id', 'in', known).orderBy('id').execute()
}
