import { z } from 'zod'
import { secrecyCodes } from '../../domain/access/secrecy.ts'

const text = z.string()
const when = z.string()

const Item = z.looseObject({
  id: text,
  fonds_id: text,
  series_id: text,
  kind: text,
  kind_version: z.int(),
  year: z.int(),
  retention: text,
  unit_id: text.nullable(),
  secrecy: z.enum(secrecyCodes),
  code: text.nullable(),
  code_scope: text.nullable(),
  serial: z.int().nullable(),
  title: text,
  fields: z.record(text, z.unknown()),
  revision: z.int(),
  registered_by: text,
  registered_at: when,
  filed_by: text.nullable(),
  filed_at: when.nullable(),
})

const Component = z.looseObject({
  id: text,
  ordinal: z.int(),
  name: text,
  attachedBy: text,
  attachedAt: when,
  sha256: text,
  sha512: text,
  size: z.int(),
  mime: text,
  extension: text,
  pages: z.int().nullable().default(null),
  path: text,
})

/** What `description.json` of an item's object says: everything to rebuild the item from. It only grows, so old ones lack later facts. */
export const ItemDescription = z.looseObject({
  format: z.literal('lantai-item/1'),
  item: Item,
  fonds: z.looseObject({ id: text, code: text, name: text, code_templates: z.record(text, text) }),
  series: z.looseObject({ id: text, fonds_id: text }),
  kind: z.looseObject({ code: text, version: z.int(), definition: z.unknown(), since: when }),
  units: z.array(z.looseObject({ id: text, parent_id: text.nullable(), name: text, code: text })),
  people: z.array(z.object({ id: text, name: text })),
  components: z.array(Component),
  bonds: z.array(z.looseObject({ id: text, leader_id: text, follower_id: text, created_by: text })).default([]),
})
export type ItemDescription = z.output<typeof ItemDescription>

/** Reads a description; undefined where it is none. */
export function readDescription(json: string): ItemDescription | undefined {
  try {
    return ItemDescription.safeParse(JSON.parse(json)).data
  } catch {
    return undefined
  }
}
