import { assertOwnSchema } from '../../server/maintenance/open-runtime.ts'
import { verifyHoldings } from '../../server/maintenance/verify.ts'
import { printAnswer, printTable } from '../answer.ts'
import type { LocalCall } from '../commands.ts'
import { type ExitCode, exitCodes } from '../exit-codes.ts'
import { print, printJson, progressLine, said } from '../terminal.ts'
import { withRuntime } from './open.ts'
import { problemWords } from './problem-words.ts'

/** Checks that database and storage root agree, beside a running server or without one. */
export async function verify({ terminal, flags }: LocalCall): Promise<ExitCode> {
  return withRuntime(async ({ runtime, pool }) => {
    await assertOwnSchema(pool)
    const onStep = (done: number, total: number) => progressLine(`${done}/${total}`)
    const report = await verifyHoldings(runtime, { quick: flags['quick'] === true, onStep })
    progressLine('')
    const { problems, ...counts } = report
    const sound = problems.length === 0
    if (terminal.json) printJson({ sound, ...report })
    else {
      printAnswer(terminal, counts)
      if (!sound)
        printTable(
          terminal,
          problems.map(problem => ({ ...problem, meaning: said(terminal, problemWords[problem.code]) })),
        )
      print(
        said(
          terminal,
          sound
            ? { zh: '数据库与存储库一致。', en: 'Database and storage root agree.' }
            : { zh: `发现 ${problems.length} 个问题。`, en: `${problems.length} problems were found.` },
        ),
      )
    }
    return sound ? exitCodes.done : exitCodes.other
  })
}
