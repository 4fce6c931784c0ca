import type { Actor } from '../../domain/access/actor.ts'
import type { AuditEvent } from '../../domain/events.ts'
import { type SamplePerson, type SampleUnit, samplePeople, sampleUnits } from '../../domain/setup/sample-people.ts'
import { insertPerson } from '../access/access.sql.ts'
import { listPeople } from '../access/list-people.ts'
import { grantPost, setClearance } from '../access/rights.ts'
import { createUnit, listUnits } from '../access/units.ts'
import type { Db } from '../platform/db.ts'
import type { Runtime } from '../platform/execute.ts'
import type { JobContext } from '../platform/jobs.ts'
import type { NonEmpty } from '../platform/operation.ts'
import { actAs, actorOf } from './act-as.ts'

export type UnitIds = ReadonlyMap<SampleUnit, string>

/** Somebody of the sample, ready to act. */
export interface CastMember extends SamplePerson {
  readonly actor: Actor
}

/** The first administrator, who was there before anybody could be granted a post. */
export async function firstAdministrator(db: Db): Promise<Actor> {
  const { person_id } = await db
    .selectFrom('post')
    .select('person_id')
    .where('role', '=', 'system-administrator')
    .where('granted_by', 'is', null)
    .orderBy('id')
    .limit(1)
    .executeTakeFirstOrThrow()
  return actorOf(db, person_id)
}

/** The sample's units by code: those the template brought, and what it lacks. */
export async function makeUnits(runtime: Runtime, administrator: Actor): Promise<UnitIds> {
  const { units } = await actAs({ runtime, actor: administrator }, listUnits, {})
  const ids = new Map(units.map(({ code, id }) => [code, id]))
  for (const [code, name] of Object.entries(sampleUnits)) {
    if (ids.has(code)) continue
    ids.set(code, (await actAs({ runtime, actor: administrator }, createUnit, { code, name })).unitId)
  }
  return ids as UnitIds
}

/**
 * Puts the people down, all or none, who sign in with the password the first administrator chose; no command takes a known
 * password, so this is the one thing not done by a command. Answers their ids by login.
 */
export async function makePeople(
  { runtime, act }: JobContext,
  passwordHash: string,
): Promise<ReadonlyMap<string, string>> {
  await act(async ({ tx }) => {
    const known = await tx.selectFrom('person').select('login').execute()
    const logins = new Set(known.map(({ login }) => login))
    const events: AuditEvent[] = []
    for (const { name, login } of samplePeople) {
      if (logins.has(login)) continue
      const personId = await insertPerson(tx, { name, login, passwordHash, mustChange: false })
      events.push({ name: 'person.created', subject: personId, data: { name, login } })
    }
    return events.length > 0 ? { output: null, events: events as unknown as NonEmpty<AuditEvent> } : null
  })
}
