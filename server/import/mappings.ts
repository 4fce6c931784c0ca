import { z } from 'zod'
import { columnTargets, constants } from '../../domain/import/plan.ts'
import { newId } from '../platform/ids.ts'
import { command, query } from '../platform/operation.ts'

const signature = z.string().min(1).max(4000).meta({ title: '表头', titleEn: 'Heads' })

/** Save a mapping 列对应 under a name; saved again under its own name it is replaced. */
export const saveMapping = command({
  name: 'mapping.save',
  title: '保存列对应',
  titleEn: 'Save a column mapping',
  permission: 'import.run',
  rules: [],
  input: z.strictObject({
    name: z.string().trim().min(1).max(50).meta({ title: '名称', titleEn: 'Name' }),
    kind: z.string().min(1).max(40).meta({ title: '门类', titleEn: 'Kind' }),
    signature,
    columns: columnTargets,
    constants,
  }),
  output: z.object({ mappingId: z.string() }),
  async run({ tx, actor, now }, { name, kind, ...mapping }) {
    const own = await tx
      .deleteFrom('import_mapping')
      .where('name', '=', name)
      .where('saved_by', '=', actor.personId ?? '')
      .returning('id')
      .executeTakeFirst()
    const mappingId = own?.id ?? newId('mapping')
    await tx
      .insertInto('import_mapping')
      .values({
        id: mappingId,
        name,
        kind,
        signature: mapping.signature,
        columns: JSON.stringify(mapping.columns),
        constants: JSON.stringify(mapping.constants),
        saved_by: actor.personId ?? '',
        saved_at: now,
      })
      .execute()
    return { output: { mappingId }, events: [{ name: 'mapping.saved', subject: mappingId, data: { name, kind } }] }
  },
})

/** Mappings saved for a sheet of these very heads, the last first. */
export const listMappings = query({
  name: 'mapping.list',
  title: '列对应',
  titleEn: 'Column mappings',
  permission: 'import.run',
  rules: [],
  input: z.strictObject({ signature }),
  output: z.object({
    mappings: z.array(
      z.object({ id: z.string(), name: z.string(), kind: z.string(), columns: columnTargets, constants }),
    ),
  }),
  async run({ tx }, { signature: heads }) {
    const rows = await tx
      .selectFrom('import_mapping')
      .select(['id', 'name', 'kind', 'columns', 'constants'])
      .where('signature', '=', heads)
      .orderBy('saved_at', 'desc')
      .limit(20)
      .execute()
    return {
      mappings: rows.map(row => ({
        ...row,
        columns: columnTargets.parse(row.columns),
        constants: constants.parse(row.constants),
      })),
    }
  },
})
