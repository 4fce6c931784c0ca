import { z } from 'zod'
import { secrecyCodes } from '../../domain/access/secrecy.ts'

const text = z.string()
const people = z.array(z.object({ id: text, name: text }))
const row = { id: text, fonds_id: text, series_id: text, revision: z.int(), created_at: text }
const lying = z.array(z.object({ id: text, code: text.nullable() }))

/** What `description.json` of a filed volume's object says. */
export const VolumeDescription = z.looseObject({
  format: z.literal('lantai-volume/1'),
  volume: z.looseObject({ ...row, secrecy: z.enum(secrecyCodes), code_scope: text, serial: z.int() }),
  people,
})

/** What `description.json` of a box's object says: the box, and which filed records lie in it. */
export const BoxDescription = z.looseObject({
  format: z.literal('lantai-box/1'),
  box: z.looseObject({ ...row, number: z.int() }),
  items: lying,
  volumes: lying,
  people,
})

/** A volume or box as the storage root describes it, and when that was written. */
export type StoredBinding = (z.output<typeof VolumeDescription> | z.output<typeof BoxDescription>) & {
  readonly storedAt: string
}

/** Reads the description of a volume or a box; undefined where it is none. */
export function readBinding(
  json: string,
): z.output<typeof VolumeDescription> | z.output<typeof BoxDescription> | undefined {
  try {
    return z.union([VolumeDescription, BoxDescription]).safeParse(JSON.parse(json)).data
  } catch {
    return undefined
  }
}
