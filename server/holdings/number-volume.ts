import { sql } from 'kysely'
import type { Actor } from '../../domain/access/actor.ts'
import type { AuditEvent } from '../../domain/events.ts'
import { assertUnfiled } from '../../domain/holdings/item-life.ts'
import { elements, formatCode, nextSerial, partsOfFields, scopeOf } from '../../domain/holdings/numbering/index.ts'
import { slotsOf } from '../../domain/holdings/numbering/template.ts'
import { assertNobodyLeftBehind } from '../../domain/holdings/volumes/bond.ts'
import { refuseVolume } from '../../domain/holdings/volumes/refusals.ts'
import { assertVolumeNumberable, assertVolumeUnfiled } from '../../domain/holdings/volumes/volume.ts'
import { type Tx, textArray } from '../platform/db.ts'
import { matesOf } from './bonds.sql.ts'
import { codeRules, returnNumber, takeNumber } from './code-parts.ts'
import { indexItem } from './index-item.ts'
import { currentKind } from './kinds.sql.ts'
import { addToIndex } from './number-items.ts'
import { lockMembers, placeOfVolume, type VolumeRow } from './volumes.sql.ts'

/** Numbers a locked volume 案卷号 and its members with it, the one gapless in its class, the others in their order (S1.2, S1.3). */
export async function numberVolume(
  tx: Tx,
  actor: Actor,
  volume: VolumeRow,
): Promise<{ code: string; events: AuditEvent[] }> {
  const members = await lockMembers(tx, actor, volume.id)
  assertVolumeNumberable(volume, members)
  const together = await matesOf(
    tx,
    members.map(({ id }) => id),
    'volume',
  )
  const mates = members.flatMap(({ id }) => together(id))
  assertNobodyLeftBehind(mates.filter(mate => mate.volume_id !== volume.id))
  const { kind } = await currentKind(tx, volume.kind)
  const { template, parts } = await codeRules(tx, placeOfVolume(volume), kind, members[0]?.fields)
  if (!slotsOf(template.segments).some(({ element }) => element === 'volume'))
    refuseVolume('volume.template', { kind: { zh: kind.title, en: kind.titleEn ?? kind.title } })
  const given = members.map(({ fields }) => partsOfFields(fields as Readonly<Record<string, unknown>>))
  const differing = slotsOf(template.segments).find(({ element }) =>
    given.some(one => one[element] !== given[0]?.[element]),
  )
  if (differing) {
    const { title, titleEn } = elements[differing.element]
    refuseVolume('volume.parts-differ', { part: { zh: title, en: titleEn } })
  }
  const codeOf = (serial: number, ordinal: number) =>
    formatCode(template, { ...parts, volume: serial, [template.serial]: ordinal })
  // Parts that make no code are refused before the counter moves, so that a refusal leaves no gap.
  codeOf(nextSerial(null), 1)
  const scope = scopeOf(template, parts, 'volume')
  const serial = await takeNumber(tx, volume.fonds_id, scope)
  const code = scopeOf(template, { ...parts, volume: serial }, template.serial)
  await tx
    .updateTable('volume')
    .set({ state: 'numbered', code, code_scope: scope, serial, revision: volume.revision + 1 })
    .where('id', '=', volume.id)
    .execute()
  const codes = members.map((_, at) => codeOf(serial, at + 1))
  await sql`update item set state = 'numbered', code = given.code, code_scope = ${code}, serial = volume_ordinal, revision = revision + 1
    from unnest(${textArray(members.map(({ id }) => id))}, ${textArray(codes)}) as given (id, code) where item.id = given.id`.execute(
    tx,
  )
  for (const [at, { id }] of members.entries()) await addToIndex(tx, id, codes[at] ?? '')
  return {
    code,
    events: members.map(({ id }, at) => ({ name: 'item.numbered', subject: id, data: { code: codes[at] ?? '' } })),
  }
}

/** Withdraws the number of a locked volume and of its members: only the last of its class, so that no gap is left (S1.2). */
export async function unnumberVolume(tx: Tx, actor: Actor, volume: VolumeRow, reason: string) {
  assertVolumeUnfiled(volume)
  const { code, code_scope: scope, serial } = volume
  if (code === null || scope === null || serial === null) return refuseVolume('volume.not-numbered')
  const members = await lockMembers(tx, actor, volume.id)
  members.forEach(assertUnfiled)
  if (!(await returnNumber(tx, volume.fonds_id, scope, serial))) refuseVolume('volume.not-last', { code })
  const unnumbered = { state: 'draft', code: null, code_scope: null, serial: null }
  await tx
    .updateTable('volume')
    .set({ ...unnumbered, revision: volume.revision + 1 })
    .where('id', '=', volume.id)
    .execute()
  await tx
    .updateTable('item')
    .set({ ...unnumbered, revision: sql`revision + 1` })
    .where('volume_id', '=', volume.id)
    .execute()
  for (const { id } of members) await indexItem(tx, id)
  const events = members.map(
    (item): AuditEvent => ({ name: 'item.unnumbered', subject: item.id, data: { code: item.code ?? '', reason } }),
  )
  return { code, events }
}
