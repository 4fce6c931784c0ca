import { sql } from 'kysely'
import { rankOf } from '../../domain/access/secrecy.ts'
import type { Tx } from '../platform/db.ts'
import { initialsOfName } from '../text/pinyin.ts'
import { insertBindings } from './insert-bindings.ts'
import { type Described, insert, type Row } from './insert-rows.ts'
import type { StoredBinding } from './read-bindings.ts'
import type { StoredItem } from './read-holdings.ts'

const itemsAtOnce = 500

/** Inserts what the descriptions say, each thing once; answers how many items and files there were. `bindings` is read after the items. */
export async function insertDescribed(
  tx: Tx,
  items: AsyncIterable<StoredItem>,
  bindings: readonly StoredBinding[],
): Promise<{ items: number; files: number }> {
  const around = new Surroundings()
  const count = { items: 0, files: 0 }
  let waiting: StoredItem[] = []
  const send = async () => {
    await insert(tx, 'blob', waiting.flatMap(blobsOf))
    await insert(tx, 'item', waiting.map(itemOf))
    await insert(tx, 'component', waiting.flatMap(componentsOf))
    await insert(
      tx,
      'bond',
      waiting.flatMap(({ bonds }) => bonds),
    )
    waiting = []
  }
  for await (const stored of items) {
    around.add(stored)
    waiting.push(stored)
    count.items += 1
    count.files += stored.components.length
    if (waiting.length === itemsAtOnce) await send()
  }
  await send()
  for (const { people, storedAt } of bindings) around.addPeople(people, storedAt)
  for (const [table, rows] of around.rows()) await insert(tx, table, rows)
  await sql`insert into code_counter (fonds_id, scope, last)
    select fonds_id, code_scope, max(serial) from item where code_scope is not null and volume_id is null group by 1, 2`.execute(
    tx,
  )
  await insertBindings(tx, bindings)
  // A paper that was tied to a filed one and never filed itself is not there any more.
  await sql`delete from bond where not exists (select from item where id = follower_id)`.execute(tx)
  return count
}

/** What stands around the items, kept once each; where several items speak of one thing, the one written last is believed. */
class Surroundings {
  readonly #latest = new Map<Described, Map<string, { row: Row; storedAt: string }>>()

  add({ units, people, fonds, kind, series, storedAt }: StoredItem): void {
    for (const unit of units) this.#keep('unit', unit, storedAt)
    this.addPeople(people, storedAt)
    this.#keep('fonds', fonds, storedAt)
    this.#keep('kind_version', { ...kind, id: `${kind.code} ${kind.version}` }, storedAt)
    this.#keep('series', series, storedAt)
  }

  addPeople(people: StoredItem['people'], storedAt: string): void {
    for (const { id, name } of people) this.#keep('person', { id, name, initials: initialsOfName(name) }, storedAt)
  }

  rows(): [Described, Row[]][] {
    return [...this.#latest].map(([table, kept]) => [table, [...kept.values()].map(({ row }) => row)])
  }

  #keep(table: Described, row: Row & { readonly id: string }, storedAt: string): void {
    const kept = this.#latest.get(table) ?? new Map<string, { row: Row; storedAt: string }>()
    this.#latest.set(table, kept)
    const before = kept.get(row.id)
    if (!before || before.storedAt <= storedAt) kept.set(row.id, { row, storedAt })
  }
}

const itemOf = ({ item }: StoredItem): Row => ({
  ...item,
  secrecy: rankOf(item.secrecy),
  stored_revision: item.revision,
})

/** The bytes of an item, standing in its object; their text is looked for anew. */
const blobsOf = ({ components, objectId }: StoredItem): Row[] =>
  components.map(({ sha256, sha512, size, mime, extension, attachedAt, path }) => ({
    sha256,
    sha512,
    size,
    mime,
    extension,
    staged_at: attachedAt,
    stored_object: objectId,
    stored_path: path,
    text_state: 'pending',
  }))

const componentsOf = ({ item, components }: StoredItem): Row[] =>
  components.map(({ id, ordinal, name, sha256, attachedBy, attachedAt }) => ({
    id,
    item_id: item.id,
    ordinal,
    name,
    sha256,
    attached_by: attachedBy,
    attached_at: attachedAt,
  }))
