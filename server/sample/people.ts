import type { Actor } from '../../domain/access/actor.ts'
import type { AuditEvent } from '../../domain/events.ts'
import { type SamplePerson, type SampleUnit, samplePeople, sampleUnits } from '../../domain/setup/sample-people.ts'
import { insertPerson } from '../access/access.sql.ts'
import { actorOf } from '../access/actor-of.ts'
import { grantPost, setClearance } from '../access/rights.ts'
import { createUnit, listUnits } from '../access/units.ts'
import type { Db, Reads } from '../platform/db.ts'
import type { JobContext } from '../platform/jobs.ts'
import type { NonEmpty } from '../platform/operation.ts'
import type { Runtime } from '../platform/runtime.ts'
import { actAs } from './act-as.ts'

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

/** Somebody of the sample with the id the database knows them by. */
export interface KnownPerson extends SamplePerson {
  readonly id: string
}

/**
 * Puts the people down, all or none, who sign in with the password the first administrator chose; no command takes a known
 * password, so this alone is not done by a command. People a first run has put down are not put down again.
 */
export async function makePeople(
  { runtime, act }: JobContext,
  { administrator, passwordHash }: { readonly administrator: Actor; readonly passwordHash: string },
): Promise<KnownPerson[]> {
  await act(async ({ tx }) => {
    const known = new Set((await tx.selectFrom('person').select('login').execute()).map(({ login }) => login))
    const events: AuditEvent[] = []
    for (const { name, login } of castFor(await loginOf(tx, administrator))) {
      if (known.has(login)) continue
      const personId = await insertPerson(tx, { name, login, passwordHash, mustChange: false })
      events.push({ name: 'person.created', subject: personId, data: { name, login } })
    }
    return isFilled(events) ? { output: null, events } : null
  })
  const people = castFor(await loginOf(runtime.db, administrator))
  const ids = await runtime.db
    .selectFrom('person')
    .select(['id', 'login'])
    .where(
      'login',
      'in',
      people.map(({ login }) => login),
    )
    .execute()
  return people.map(person => ({ ...person, id: ids.find(({ login }) => login === person.login)?.id ?? '' }))
}

const isFilled = (events: readonly AuditEvent[]): events is NonEmpty<AuditEvent> => events.length > 0

const loginOf = async (reads: Reads, { personId }: Actor): Promise<string | null> =>
  (await reads.selectFrom('person').select('login').where('id', '=', personId).executeTakeFirstOrThrow()).login

/** The people of the sample; whoever has the login that the administrator took gets another. */
const castFor = (taken: string | null): SamplePerson[] =>
  samplePeople.map(person => (person.login === taken ? { ...person, login: `${person.login}2` } : person))

/** Gives everybody their post and clearance, as the security officer does, and answers them ready to act. */
export async function grantRights(
  runtime: Runtime,
  {
    administrator,
    units,
    people,
  }: { readonly administrator: Actor; readonly units: UnitIds; readonly people: readonly KnownPerson[] },
): Promise<CastMember[]> {
  const cast: CastMember[] = []
  for (const person of people) {
    const { id: personId, login, role, clearance } = person
    const unitId = units.get(person.unit) ?? ''
    const by = { runtime, actor: administrator }
    await actAs({ ...by, key: `sample-post-${login}` }, grantPost, { personId, unitId, role })
    if (clearance !== 'public')
      await actAs({ ...by, key: `sample-clearance-${login}` }, setClearance, { personId, clearance })
    cast.push({ ...person, actor: await actorOf(runtime.db, personId) })
  }
  return cast
}
