import type { Actor } from '../../domain/access/actor.ts'
import { finishLines } from '../registry/finish-lines.ts'
import { forwardLine } from '../registry/forward-line.ts'
import { handleForward } from '../registry/handle-line.ts'
import { listTasks } from '../registry/list-tasks.ts'
import { registerLine } from '../registry/register-line.ts'
import { actAs } from './act-as.ts'
import { daysAfter } from './draw.ts'
import type { Farm } from './fill-archive.ts'
import { type SampleLetter, sampleLetters } from './registry-phrases.ts'

/** Keeps the register 收发文登记簿 of the last weeks: registered, forwarded, some handled and done, some overdue. */
export async function keepRegister(farm: Farm): Promise<void> {
  const today = farm.runtime.clock().toISOString().slice(0, 10)
  for (const [at, letter] of sampleLetters.entries()) await keep(farm, letter, { key: `sample-line-${at}`, today })
}

interface Turn {
  readonly key: string
  readonly today: string
}

async function keep(farm: Farm, letter: SampleLetter, { key, today }: Turn): Promise<void> {
  const { runtime, units, fondsId } = farm
  const clerk = { runtime, actor: farm.cast.find(({ role }) => role === 'office-clerk')!.actor }
  const { ago, unit, to, dueIn = 0, handled, finished, ...written } = letter
  const registeredOn = daysAfter(today, -ago)
  const { lineId } = await actAs({ ...clerk, key }, registerLine, {
    ...written,
    registeredOn,
    datedOn: daysAfter(registeredOn, -2),
    unitId: units.get(unit) ?? null,
    fondsId,
  })
  if (to) {
    const { actor } = farm.cast.find(({ login }) => login === to)!
    const forwarding = { lineId, personIds: [actor.personId ?? ''], dueOn: daysAfter(today, dueIn) }
    await actAs({ ...clerk, key: `${key}-forward` }, forwardLine, { ...forwarding, asks: '请阅办。' })
    if (handled) await handle(farm, actor, { key: `${key}-handle`, lineId, note: handled })
  }
  if (finished) {
    await actAs({ ...clerk, key: `${key}-finish` }, finishLines, { ids: [lineId], outcome: finished })
  }
}

async function handle(
  { runtime }: Farm,
  actor: Actor,
  { key, lineId, note }: { readonly key: string; readonly lineId: string; readonly note: string },
): Promise<void> {
  const { tasks } = await actAs({ runtime, actor }, listTasks, {})
  const task = tasks.find(one => one.lineId === lineId)
  if (task) await actAs({ runtime, actor, key }, handleForward, { lineId, forwardId: task.id, note })
}
