import { z } from 'zod'
import { type Outcome, outcomes } from '../../domain/repository/stocktake.ts'
import { StocktakeId } from '../../domain/shared/ids.ts'
import { fileQuery } from '../platform/operation.ts'
import { dayOf, momentOf, registerFile, registerForm } from '../print/register-file.ts'
import { entriesOf, readStocktake, tallyOf } from './stocktakes.sql.ts'
import { readThings } from './things.sql.ts'

const mostRows = 20_000

/** Report of a stock-take 盘点报告: the tally, and each difference with its explanation; on request every entry (S1.4). */
export const printStocktake = fileQuery({
  name: 'stocktake.print',
  title: '盘点报告',
  titleEn: 'Report of a stock-take',
  permission: 'stocktake.print',
  rules: ['S1.4', 'S17.4'],
  limit: { per: 'person', max: 60, seconds: 60 },
  input: z.strictObject({
    stocktakeId: StocktakeId,
    whole: z.boolean().default(false).meta({ title: '含相符的', titleEn: 'With what was in its place' }),
    form: registerForm,
  }),
  async run({ tx, actor, now }, { stocktakeId, whole, form }) {
    const take = await readStocktake(tx, stocktakeId)
    const tally = await tallyOf(tx, stocktakeId)
    let rows = entriesOf(tx, stocktakeId).limit(mostRows)
    if (!whole) rows = rows.where('entry.outcome', '<>', 'found')
    const found = await rows.execute()
    const things = await readThings(
      tx,
      actor,
      found.map(({ thing }) => thing),
    )
    const counts = Object.entries(outcomes).map(([code, { title }]) => `${title} ${tally[code as Outcome]}`)
    return registerFile(
      {
        title: '盘点报告',
        subject: `${take.code}-${dayOf(take.started_at)}`,
        head: [
          ['范围', [take.code, take.name].filter(Boolean).join(' ')],
          ['开始', `${momentOf(take.started_at)} ${take.starter}`],
          ['结束', take.closed_at ? `${momentOf(take.closed_at)} ${take.closer}` : '尚未结束'],
          ['结果', counts.join('、')],
        ],
        columns: [
          { key: 'number', title: '序号', widthMm: 12 },
          { key: 'code', title: '盒号、档号', widthMm: 56 },
          { key: 'title', title: '题名', widthMm: null, text: true },
          { key: 'outcome', title: '结果', widthMm: 14 },
          { key: 'expected', title: '应在', widthMm: 34 },
          { key: 'found', title: '实在', widthMm: 34 },
          { key: 'explanation', title: '说明', widthMm: 48, text: true },
        ],
        rows: found.map((row, at) => ({
          number: String(at + 1),
          code: row.known ? (things.get(row.thing)?.code ?? '（无权查看）') : row.code,
          title: things.get(row.thing)?.title ?? '',
          outcome: outcomes[row.outcome as Outcome].title,
          expected: row.expectedAt ?? '',
          found: row.foundAt ?? '',
          explanation: row.explanation,
        })),
        sign: ['盘点人', '监盘人', '负责人'],
        printedOn: dayOf(now),
        printedBy: actor.name,
      },
      form,
    )
  },
})
