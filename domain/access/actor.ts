/** One stretch of holdings that a post lets a person read; what no grant covers stays invisible. */
export interface ReadGrant {
  /** Units whose items may be read: all, or these ids. */
  readonly units: 'all' | readonly string[]
  /** Archive kinds 门类 that may be read: all, or these codes. */
  readonly kinds: 'all' | readonly string[]
  /** True where only what is filed 已归档 may be read, not what is still being arranged. */
  readonly filedOnly: boolean
  /** True where the grant ends at what is public 公开, whatever the clearance. */
  readonly publicOnly: boolean
}

/** Who is acting, through which door, and how far they may see; made anew for every request. */
export interface Actor {
  /** Null for somebody who has not signed in. */
  readonly personId: string | null
  readonly name: string
  readonly permissions: ReadonlySet<string>
  /** Highest secrecy rank this person may read; −1 reads nothing. */
  readonly clearance: number
  readonly reads: readonly ReadGrant[]
  /** Units the person holds a post in, for acts that are limited to one's own unit. */
  readonly unitIds: readonly string[]
  /** Whether acts on items reach all units or only `unitIds`. */
  readonly worksForAllUnits: boolean
  readonly sessionId: string | null
  readonly tokenId: string | null
  /** Network address the request came from, for the trail and for limits. */
  readonly address: string
  readonly language: 'zh' | 'en'
}

/** Somebody unknown: may do only what is open to anyone, sees nothing. */
export function stranger(address: string, language: 'zh' | 'en' = 'zh'): Actor {
  return {
    personId: null,
    name: '',
    permissions: new Set(),
    clearance: -1,
    reads: [],
    unitIds: [],
    worksForAllUnits: false,
    sessionId: null,
    tokenId: null,
    address,
    language,
  }
}

/** The system itself, for jobs that run without a person; reads nothing through the visibility predicate. */
export const systemActor: Actor = { ...stranger('local'), name: '系统' }
