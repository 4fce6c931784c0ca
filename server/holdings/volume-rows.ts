import { z } from 'zod'
import type { Actor } from '../../domain/access/actor.ts'
import { secrecyCodes, secrecyOf } from '../../domain/access/secrecy.ts'
import { actsOnVolume, type VolumeState, volumeStateCodes } from '../../domain/holdings/volumes/volume.ts'
import type { ListedVolume } from './volumes.sql.ts'

/** A volume 案卷 as every list shows it, with what its members add up to and what this person may do to it. */
export const volumeRow = z.object({
  id: z.string(),
  seriesId: z.string(),
  kind: z.string(),
  year: z.number(),
  retention: z.string(),
  state: z.enum(volumeStateCodes),
  code: z.string().nullable(),
  title: z.string(),
  selfMadeTitle: z.boolean(),
  secrecy: z.enum(secrecyCodes),
  items: z.number(),
  pages: z.number(),
  /** Members whose pages nobody has counted yet. */
  uncounted: z.number(),
  firstDate: z.string().nullable(),
  lastDate: z.string().nullable(),
  box: z.object({ id: z.string(), number: z.number() }).nullable(),
  revision: z.number(),
  filedAt: z.string().nullable(),
  may: z.array(z.string()),
})

export function toVolumeRow(row: ListedVolume, actor: Actor): z.input<typeof volumeRow> {
  return {
    id: row.id,
    seriesId: row.series_id,
    kind: row.kind,
    year: row.year,
    retention: row.retention,
    state: row.state as VolumeState,
    code: row.code,
    title: row.title,
    selfMadeTitle: row.self_made_title,
    secrecy: secrecyOf(row.secrecy),
    items: row.items,
    pages: row.pages,
    uncounted: row.uncounted,
    firstDate: row.first_date,
    lastDate: row.last_date,
    box: row.box_id === null || row.box_number === null ? null : { id: row.box_id, number: row.box_number },
    revision: row.revision,
    filedAt: row.filed_at,
    may: actsOnVolume(actor, row),
  }
}
