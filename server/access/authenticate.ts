import type pg from 'pg'
import { type Actor, stranger } from '../../domain/access/actor.ts'
import { isRole, permissionsOf, readsOf, worksForAllUnits } from '../../domain/access/grants.ts'
import { sessionLife } from '../../domain/access/sign-in.ts'
import { sha256 } from '../platform/ids.ts'

interface Row {
  session_id: string | null
  token_id: string | null
  token_permissions: string[] | null
  seen_at: string | null
  person_id: string
  name: string
  clearance: number
  language: 'zh' | 'en'
  roles: string[]
  units: string[]
}

const person = `p.id as person_id, p.name, p.clearance, p.language,
  coalesce((select array_agg(role order by id) from post where person_id = p.id and revoked_at is null), '{}') as roles,
  coalesce((select array_agg(unit_id order by id) from post where person_id = p.id and revoked_at is null), '{}') as units`

const bySession = `select s.id as session_id, null as token_id, null::text[] as token_permissions, s.seen_at, ${person}
  from session s join person p on p.id = s.person_id
  where s.secret_digest = $1 and s.expires_at > $2 and s.seen_at > $3 and p.disabled_at is null`

const byToken = `select null as session_id, t.id as token_id, t.permissions as token_permissions, t.used_at as seen_at, ${person}
  from api_token t join person p on p.id = t.person_id
  where t.secret_digest = $1 and t.expires_at > $2 and t.revoked_at is null and p.disabled_at is null`

const seenEveryMs = 60_000

/** Turns secrets into actors with one prepared statement per request; a session's rest is counted from when it was last seen. */
export function authenticator(pool: pg.Pool, clock: () => Date) {
  return async (secret: { readonly session?: string; readonly bearer?: string }, address: string): Promise<Actor> => {
    const value = secret.bearer ?? secret.session
    if (!value) return stranger(address)
    const now = clock()
    const digest = sha256(value)
    const { rows } = secret.bearer
      ? await pool.query<Row>({ name: 'actor-by-token', text: byToken, values: [digest, now] })
      : await pool.query<Row>({
          name: 'actor-by-session',
          text: bySession,
          values: [digest, now, new Date(now.getTime() - sessionLife.restMs)],
        })
    const row = rows[0]
    if (!row) return stranger(address)
    // Written once a minute, so that reading costs no writing.
    if (!row.seen_at || now.getTime() - Date.parse(row.seen_at) > seenEveryMs)
      await pool.query(
        row.token_id
          ? 'update api_token set used_at = $2 where id = $1'
          : 'update session set seen_at = $2 where id = $1',
        [row.token_id ?? row.session_id, now],
      )
    return actorFrom(row, address)
  }
}

function actorFrom(row: Row, address: string): Actor {
  const posts = row.roles.flatMap((role, index) => (isRole(role) ? [{ role, unitId: row.units[index] as string }] : []))
  const allowed: ReadonlySet<string> = permissionsOf(posts)
  const narrowed = row.token_permissions
  return {
    personId: row.person_id,
    name: row.name,
    permissions: narrowed ? new Set(narrowed.filter(permission => allowed.has(permission))) : allowed,
    clearance: row.clearance,
    reads: readsOf(posts),
    unitIds: [...new Set(posts.map(post => post.unitId))],
    worksForAllUnits: worksForAllUnits(posts),
    sessionId: row.session_id,
    tokenId: row.token_id,
    address,
    language: row.language,
  }
}

/** Who a person is when acting inside the server, as the sample farm's people do. */
export async function actorOfPerson(pool: pg.Pool, personId: string): Promise<Actor> {
  const { rows } = await pool.query<Row>(
    `select null as session_id, null as token_id, null::text[] as token_permissions, null as seen_at, ${person} from person p where p.id = $1`,
    [personId],
  )
  if (!rows[0]) throw new Error(`no person ${personId}`)
  return actorFrom(rows[0], 'local')
}
