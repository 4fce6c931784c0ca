import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor } from '../../domain/access/actor.ts'
import { type House, openHouse } from '../../tests/world/house.ts'
import { finishLines } from './finish-lines.ts'
import { forwardLine, recallForward } from './forward-line.ts'
import { handleForward, readForward } from './handle-line.ts'
import { linkLines, unlinkLines } from './link-lines.ts'
import { linksOf } from './links.sql.ts'
import { countLines, listTasks } from './list-tasks.ts'
import { registerLine } from './register-line.ts'
import { showLine } from './show-line.ts'

let house: House
let clerk: Actor
let worker: Actor
let fondsId: string
let barn: string
beforeAll(async () => {
  house = await openHouse()
  barn = await house.given.unit('奶厅组', 'NTZ')
  clerk = await house.given.person({ roles: ['office-clerk'], clearance: 'core-secret', name: '内勤' })
  worker = await house.given.person({ roles: ['employee'], unitId: barn, clearance: 'internal', name: '马小军' })
  fondsId = await house.given.fonds()
})
afterAll(() => house[Symbol.asyncDispose]())

const register = async (more: object = {}) =>
  (
    await house.call(registerLine, clerk, {
      fondsId,
      direction: 'received',
      registeredOn: '2026-11-20',
      counterpart: '市农业农村局',
      title: '关于开展挤奶设备检查的通知',
      ...more,
    })
  ).lineId
const tasks = async (actor: Actor) => (await house.call(listTasks, actor, {})).tasks

test('S1.1 what is forwarded waits for its recipient, who sees it, reads it and says what was done', async () => {
  const lineId = await register()
  expect((await house.refusal(showLine, worker, { lineId })).code).toBe('line.unknown')
  await house.call(forwardLine, clerk, {
    lineId,
    unitIds: [barn],
    personIds: [worker.personId!],
    asks: '请自查并报结果',
    dueOn: '2026-11-23',
  })
  expect((await house.call(showLine, worker, { lineId })).line).toMatchObject({ state: 'circulating', overdue: true })
  const [toUnit, toPerson] = await tasks(worker)
  expect([toUnit?.to, toPerson?.to, toPerson?.asks, toPerson?.dueOn]).toEqual([
    '奶厅组',
    '马小军',
    '请自查并报结果',
    '2026-11-23',
  ])
  expect(await house.call(countLines, worker, { fondsId })).toMatchObject({ mine: 2, overdue: 1 })
  await house.call(readForward, worker, { lineId, forwardId: toPerson!.id })
  await house.call(handleForward, worker, { lineId, forwardId: toPerson!.id, note: '已自查，脉动器已更换' })
  expect((await tasks(worker)).map(({ to }) => to)).toEqual(['奶厅组'])
  const again = { lineId, forwardId: toPerson!.id, note: '再办一次' }
  expect((await house.refusal(handleForward, worker, again)).code).toBe('forward.handled')
  const { forwards, line } = await house.call(showLine, clerk, { lineId })
  expect(forwards[1]).toMatchObject({ handledBy: '马小军', note: '已自查，脉动器已更换' })
  expect(line).toMatchObject({ forwards: 2, handled: 1 })
})

test('S1.1 one cannot handle for another, twice forwarded is refused, and what nobody handled can be recalled', async () => {
  const lineId = await register()
  const other = await house.given.person({ roles: ['employee'] })
  await house.call(forwardLine, clerk, { lineId, personIds: [worker.personId!, other.personId!] })
  const { forwards } = await house.call(showLine, clerk, { lineId })
  const mine = forwards.find(({ personId }) => personId === worker.personId)!
  const foreign = { lineId, forwardId: mine.id, note: '代办' }
  expect((await house.refusal(handleForward, other, foreign)).code).toBe('forward.unknown')
  const twice = { lineId, personIds: [worker.personId!] }
  expect((await house.refusal(forwardLine, clerk, twice)).code).toBe('forward.twice')
  expect((await house.refusal(forwardLine, clerk, { lineId })).code).toBe('forward.nobody')
  await house.call(recallForward, clerk, { lineId, forwardId: mine.id })
  expect((await house.refusal(showLine, worker, { lineId })).code).toBe('line.unknown')
})

test('S17.4 nobody is forwarded what they are not cleared for, and a unit’s members see it only as far as each is cleared', async () => {
  const lineId = await register({ secrecy: 'trade-secret' })
  const to = { lineId, personIds: [worker.personId!] }
  expect((await house.refusal(forwardLine, clerk, to)).code).toBe('forward.not-cleared')
  await house.call(forwardLine, clerk, { lineId, unitIds: [barn] })
  expect((await tasks(worker)).map(task => task.lineId)).not.toContain(lineId)
  expect((await house.refusal(showLine, worker, { lineId })).code).toBe('line.unknown')
})

test('S1.1 a line is finished with its outcome, many at once, and waits for nobody any more', async () => {
  const [one, two] = [await register(), await register()]
  await house.call(forwardLine, clerk, { lineId: one, personIds: [worker.personId!] })
  const { done } = await house.call(finishLines, clerk, { ids: [one, two], outcome: '已办理' })
  expect(done).toHaveLength(2)
  expect((await house.call(showLine, clerk, { lineId: one })).line).toMatchObject({ state: 'done', outcome: '已办理' })
  expect((await tasks(worker)).map(task => task.lineId)).not.toContain(one)
  const refused = await house.refusal(finishLines, worker, { ids: [one] })
  expect(refused.code).toBe('permission.required')
})

test('S14.3 request and reply are linked, shown on both, given to arranging, and linked once', async () => {
  const request = await register({ direction: 'sent', title: '关于购置搅拌车的请示' })
  const reply = await register({ title: '关于同意购置搅拌车的批复' })
  await house.call(linkLines, clerk, { fromId: reply, toId: request, kind: 'reply' })
  expect((await house.call(showLine, clerk, { lineId: request })).links).toMatchObject([{ lineId: reply, from: false }])
  expect((await house.call(showLine, clerk, { lineId: reply })).links).toMatchObject([{ lineId: request, from: true }])
  expect(await linksOf({ tx: house.runtime.reads }, [request])).toEqual([
    { kind: 'reply', fromLineId: reply, toLineId: request, fromItemId: null, toItemId: null },
  ])
  const back = { fromId: request, toId: reply, kind: 'version' }
  expect((await house.refusal(linkLines, clerk, back)).code).toBe('link.twice')
  expect((await house.refusal(linkLines, clerk, { ...back, toId: request })).code).toBe('link.oneself')
  await house.call(unlinkLines, clerk, { fromId: reply, toId: request })
  expect((await house.call(showLine, clerk, { lineId: reply })).links).toEqual([])
})
