import { z } from 'zod'
import { fixityFaults, fixityStates } from '../../domain/preservation/fixity.ts'
import { refusePreservation } from '../../domain/preservation/refusals.ts'
import { FixityRunId } from '../../domain/shared/ids.ts'
import { fileQuery } from '../platform/operation.ts'
import { dayOf, momentOf, registerFile, registerForm } from '../print/register-file.ts'
import { fixityRuns, readFindings } from './list-fixity.ts'

/** A sheet with more damaged objects would be a book; the list on the screen has all of them. */
const mostDamaged = 2000

/** Report of a fixity check 固化检查报告: that it ran, how much it read, and what it found damaged (S5.5). */
export const printFixity = fileQuery({
  name: 'fixity.print',
  title: '固化检查报告',
  titleEn: 'Report of a fixity check',
  permission: 'fixity.list',
  rules: ['S5.5', 'S17.4'],
  limit: { per: 'person', max: 60, seconds: 60 },
  input: z.strictObject({ runId: FixityRunId, form: registerForm }),
  async run({ tx, actor, now }, { runId, form }) {
    const run =
      (await fixityRuns(tx).where('run.id', '=', runId).executeTakeFirst()) ?? refusePreservation('fixity.unknown')
    const { damaged } = await readFindings(tx, actor, { runId, limit: mostDamaged })
    const rows = damaged.flatMap(({ thing, named, foundAt, faults }) =>
      faults.map(({ fault, path }) => ({
        code: named?.code ?? thing,
        title: named ? named.title : '（无权查看）',
        fault: fixityFaults[fault].zh,
        path,
        at: momentOf(foundAt),
      })),
    )
    const sound = { code: '', title: verdict(run), fault: '', path: '', at: '' }
    return registerFile(
      {
        title: '固化检查报告',
        subject: dayOf(run.startedAt),
        head: [
          ['范围', run.whole ? '全部' : '当日一份'],
          ['起', momentOf(run.startedAt)],
          ['止', run.endedAt ? momentOf(run.endedAt) : ''],
          ['结果', fixityStates[run.state].zh],
          ['重读', `${run.objects} 个对象、${run.files} 个文件、${run.bytes} 字节`],
          ['损坏', `${run.damaged} 个对象`],
          ['发起', run.startedBy ?? '按日程'],
        ],
        columns: [
          { key: 'code', title: '档号', widthMm: 52 },
          { key: 'title', title: '题名', widthMm: null, text: true },
          { key: 'fault', title: '问题', widthMm: 44 },
          { key: 'path', title: '文件', widthMm: 70, text: true },
          { key: 'at', title: '发现时间', widthMm: 32 },
        ],
        rows: rows.length > 0 ? rows : [sound],
        sign: ['检查人', '负责人'],
        printedOn: dayOf(now),
        printedBy: actor.name,
      },
      form,
    )
  },
})

function verdict({ state, objects }: { state: keyof typeof fixityStates; objects: number }): string {
  if (state === 'absent') return '存储库不在，没有检查'
  return objects > 0 ? '重读的文件与写入时的摘要全部相符' : '没有可读的对象'
}
