import { expect, test } from 'vitest'
import { nobody, openHouse } from '../../tests/world/house.ts'
import { openSession } from '../access/open-session.ts'
import { resetPasswordHere } from './reset-password.ts'

test('S17.4 the last administrator who forgot the password is let in again from the machine itself, and the trail says so', async () => {
  await using house = await openHouse()
  const { personId } = await house.given.person({ login: 'wangjianguo', password: 'Forgotten-2026' })
  const password = await resetPasswordHere(house.runtime, 'wangjianguo')
  expect(await house.call(openSession, nobody, { login: 'wangjianguo', password })).toMatchObject({
    mustChangePassword: true,
  })
  const entry = await house.runtime.db
    .selectFrom('audit_event')
    .select(['actor_id', 'address'])
    .where('event', '=', 'password.reset')
    .where('subject', '=', personId ?? '')
    .executeTakeFirstOrThrow()
  expect(entry).toEqual({ actor_id: null, address: 'local' })
  await expect(resetPasswordHere(house.runtime, 'nobody-here')).rejects.toMatchObject({ code: 'person.unknown' })
})
