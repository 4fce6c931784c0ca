import { sql } from 'kysely'
import { rankOf } from '../../domain/access/secrecy.ts'
import { type Tx, textArray } from '../platform/db.ts'
import { insert, type Row } from './insert-rows.ts'
import type { StoredBinding } from './read-bindings.ts'

/** Inserts volumes and boxes and puts back what lies in them; the items are there already. */
export async function insertBindings(tx: Tx, bindings: readonly StoredBinding[]): Promise<void> {
  const volumes = bindings.flatMap((one): Row[] =>
    one.format === 'lantai-volume/1'
      ? [{ ...(one.volume as Row), secrecy: rankOf(one.volume.secrecy), stored_revision: one.volume.revision }]
      : [],
  )
  await insert(tx, 'volume', volumes)
  for (const one of bindings) {
    if (one.format !== 'lantai-box/1') continue
    await insert(tx, 'box', [{ ...(one.box as Row), stored_revision: one.box.revision }])
    await putBack(tx, 'item', one.box.id, one.items)
    await putBack(tx, 'volume', one.box.id, one.volumes)
  }
  await sql`insert into code_counter (fonds_id, scope, last)
    select fonds_id, code_scope, max(serial) from volume where code_scope is not null group by 1, 2`.execute(tx)
}

async function putBack(
  tx: Tx,
  table: 'item' | 'volume',
  boxId: string,
  lying: readonly { id: string }[],
): Promise<void> {
  await tx
    .updateTable(table)
    .set({ box_id: boxId })
    .where('id', '=', sql<string>`any(${textArray(lying.map(({ id }) => id))})`)
    .execute()
}
