import type { RefusalText } from '../../domain/shared/refusal.ts'
import type { StorageRoot } from '../store/ocfl/root.ts'
import type { Db } from './db.ts'

/** What running an operation needs of the process. */
export interface Runtime {
  readonly db: Db
  /** The same database through connections that refuse writes; every query runs here. */
  readonly reads: Db
  readonly clock: () => Date
  /** Where bytes wait until they are filed, and the storage root they are filed into. */
  readonly files: { readonly staging: string; readonly store: StorageRoot }
  /** Refusal for each constraint that a concurrent act may break: the pair of a readable rule and its guarantee. */
  readonly constraints: Readonly<Record<string, { readonly code: string; readonly text: RefusalText }>>
}
