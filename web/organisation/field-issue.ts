import { ApiRefusal } from '../../client/client.ts'

/** What the server found wrong with a field, in its own words. */
export const issueOf = (error: unknown, field: string): string | undefined =>
  error instanceof ApiRefusal ? error.issues.find(issue => issue.field === field)?.message : undefined

/** An error that no field of the form shows by itself. */
export const unplaced = (error: unknown, fields: readonly string[]): unknown =>
  error instanceof ApiRefusal && error.issues.length > 0 && error.issues.every(({ field }) => fields.includes(field))
    ? null
    : error
