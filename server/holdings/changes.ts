import { canonical } from '../platform/audit.ts'

/** Columns that differ between a row and what it is to become, with the old and the new value of each. */
export function changesBetween(row: Readonly<Record<string, unknown>>, next: Readonly<Record<string, unknown>>) {
  const changed = Object.keys(next).filter(key => canonical(row[key]) !== canonical(next[key]))
  const pick = (from: Readonly<Record<string, unknown>>) =>
    Object.fromEntries(changed.map(key => [key, from[key] ?? null]))
  return { before: pick(row), after: pick(next) }
}
