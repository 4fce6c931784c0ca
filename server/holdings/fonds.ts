import { sql } from 'kysely'
import { z } from 'zod'
import { fondsCode, fondsName } from '../../domain/holdings/fonds-input.ts'
import { assertTemplateFits, exampleCode, parseTemplate, templateOf } from '../../domain/holdings/numbering/index.ts'
import { refuseHoldings } from '../../domain/holdings/refusals.ts'
import { FondsId } from '../../domain/shared/ids.ts'
import type { Tx } from '../platform/db.ts'
import { newId } from '../platform/ids.ts'
import { command, query } from '../platform/operation.ts'
import { readFonds } from './items.sql.ts'
import { currentKind } from './kinds.sql.ts'
import { visibleTallies } from './visible.sql.ts'

const codeTemplates = z
  .record(z.string().max(40), z.string().min(1).max(200))
  .default({})
  .meta({ title: '档号模板', titleEn: 'Code templates' })

/** Create a fonds 全宗; its code stands first in every archival code and never changes. */
export const createFonds = command({
  name: 'fonds.create',
  title: '新建全宗',
  titleEn: 'Create a fonds',
  permission: 'fonds.create',
  rules: ['S13.1'],
  input: z.strictObject({
    code: fondsCode,
    name: fondsName,
    codeTemplates,
  }),
  output: z.object({ fondsId: z.string() }),
  async run({ tx }, input) {
    for (const template of Object.values(input.codeTemplates)) templateOf(template)
    const fondsId = newId('fonds')
    await tx
      .insertInto('fonds')
      .values({ id: fondsId, code: input.code, name: input.name, code_templates: JSON.stringify(input.codeTemplates) })
      .execute()
    return {
      output: { fondsId },
      events: [{ name: 'fonds.created', subject: fondsId, data: { code: input.code, name: input.name } }],
    }
  },
})

/** Edit a fonds 全宗: its name and the code templates of codes still to be given; codes given stay. */
export const editFonds = command({
  name: 'fonds.edit',
  title: '修改全宗',
  titleEn: 'Edit a fonds',
  permission: 'fonds.edit',
  rules: ['S13.1'],
  input: z.strictObject({ fondsId: FondsId, name: fondsName, codeTemplates }),
  output: z.object({ fondsId: z.string() }),
  async run({ tx }, { fondsId, ...after }) {
    for (const template of Object.values(after.codeTemplates)) parseTemplate(templateOf(template).text)
    const { name: was, code_templates } = await readFonds(tx, fondsId)
    await tx
      .updateTable('fonds')
      .set({ name: after.name, code_templates: JSON.stringify(after.codeTemplates) })
      .where('id', '=', fondsId)
      .execute()
    const before = { name: was, codeTemplates: code_templates }
    return { output: { fondsId }, events: [{ name: 'fonds.edited', subject: fondsId, data: { before, after } }] }
  },
})

/** Choose the template of archival codes 档号 for one kind of a fonds, or that of the kind again; codes given stay as they are (S13.1). */
export const chooseTemplate = command({
  name: 'fonds.choose-template',
  title: '选定档号模板',
  titleEn: 'Choose a code template',
  permission: 'fonds.choose-template',
  rules: ['S1.2', 'S13.1'],
  input: z.strictObject({
    fondsId: FondsId,
    kind: z.string().min(1).max(40).meta({ title: '门类', titleEn: 'Kind' }),
    /** Name of a shipped template or one written out; null takes the kind's own. */
    template: z.string().trim().min(1).max(200).nullable().meta({ title: '档号模板', titleEn: 'Code template' }),
  }),
  output: z.object({ fondsId: z.string(), example: z.string() }),
  async run({ tx }, { fondsId, kind: code, template: after }) {
    const fonds = await lockFonds(tx, fondsId)
    const { kind } = await currentKind(tx, code)
    const template = templateOf(after ?? kind.codePattern)
    assertTemplateFits(template, kind)
    const { [code]: before = null, ...others } = fonds.code_templates as Record<string, string>
    await tx
      .updateTable('fonds')
      .set({ code_templates: JSON.stringify(after === null ? others : { ...others, [code]: after }) })
      .where('id', '=', fondsId)
      .execute()
    return {
      output: { fondsId, example: exampleCode(template, fonds.code, kind) },
      events: [{ name: 'fonds.template-chosen', subject: fondsId, data: { kind: code, before, after } }],
    }
  },
})

async function lockFonds(tx: Tx, fondsId: string) {
  const row = await tx.selectFrom('fonds').selectAll().where('id', '=', fondsId).forUpdate().executeTakeFirst()
  return row ?? refuseHoldings('fonds.unknown')
}

/** All fonds 全宗 of the organisation. */
export const listFonds = query({
  name: 'fonds.list',
  title: '全宗列表',
  titleEn: 'Fonds',
  permission: 'fonds.list',
  rules: ['S13.1'],
  input: z.strictObject({}),
  output: z.object({
    fonds: z.array(
      z.object({
        id: z.string(),
        code: z.string(),
        name: z.string(),
        codeTemplates: z.record(z.string(), z.string()),
        /** Kinds in use, by code; null for every kind there is. */
        kinds: z.array(z.string()).nullable(),
        closedAt: z.string().nullable(),
      }),
    ),
  }),
  async run({ tx }) {
    const rows = await tx.selectFrom('fonds').selectAll().orderBy('code').limit(1000).execute()
    return {
      fonds: rows.map(row => ({
        id: row.id,
        code: row.code,
        name: row.name,
        codeTemplates: row.code_templates as Record<string, string>,
        kinds: row.kinds,
        closedAt: row.closed_at,
      })),
    }
  },
})

/** The tree of a fonds 分类树: its series by kind, year, retention and unit, each with how much of it this person may see. */
export const seriesTree = query({
  name: 'series.tree',
  title: '分类树',
  titleEn: 'Tree of series',
  permission: 'series.tree',
  rules: ['S13.1', 'S17.4'],
  input: z.strictObject({ fondsId: FondsId }),
  output: z.object({
    series: z.array(
      z.object({
        id: z.string(),
        kind: z.string(),
        year: z.number(),
        retention: z.string(),
        unitId: z.string().nullable(),
        unitName: z.string().nullable(),
        items: z.number(),
        filed: z.number(),
        pages: z.number(),
      }),
    ),
  }),
  async run({ tx, actor }, { fondsId }) {
    const rows = await tx
      .selectFrom('series')
      .innerJoin('series_tally', 'series_tally.series_id', 'series.id')
      .leftJoin('unit', 'unit.id', 'series.unit_id')
      .select([
        'series.id',
        'series.kind',
        'series.year',
        'series.retention',
        'series.unit_id',
        'unit.name as unit_name',
      ])
      .select([
        sql<number>`sum(series_tally.count)::int`.as('items'),
        sql<number>`coalesce(sum(series_tally.count) filter (where series_tally.state = 'filed'), 0)::int`.as('filed'),
        sql<number>`sum(series_tally.pages)::int`.as('pages'),
      ])
      .where('series.fonds_id', '=', fondsId)
      .where(visibleTallies(actor))
      .groupBy(['series.id', 'unit.name'])
      .having(sql<boolean>`sum(series_tally.count) > 0`)
      .orderBy('series.kind')
      .orderBy('series.year', 'desc')
      .orderBy('series.retention')
      .orderBy('unit.name')
      .execute()
    return { series: rows.map(({ unit_id: unitId, unit_name: unitName, ...row }) => ({ ...row, unitId, unitName })) }
  },
})
