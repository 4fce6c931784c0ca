import { type SetUpInput, setUp, watchJob } from '../../server/maintenance/set-up.ts'
import type { LocalCall } from '../commands.ts'
import { type ExitCode, exitCodes } from '../exit-codes.ts'
import { readPassword } from '../password.ts'
import { print, printJson, progressLine, remark, said } from '../terminal.ts'
import { type Here, troubleLog, withRuntime } from './open.ts'

/** Completes the first run without a browser; with `--sample` it ends when the sample farm is ready. */
export async function setup(call: LocalCall): Promise<ExitCode> {
  const { terminal, flags } = call
  const input = inputOf(flags, await readPassword(terminal, flags['password-stdin'] === true))
  return withRuntime(async here => {
    const jobId = await setUp(here.runtime, here.pool, input)
    const state = jobId === null ? undefined : await watchSample(call, here, jobId)
    const { name } = input.organisation
    if (terminal.json)
      printJson({ organisation: name, administrator: input.administrator.login, ...(state && { sample: state }) })
    else
      print(
        said(terminal, {
          zh: `“${name}”已设置好，管理员的登录名是 ${input.administrator.login}。`,
          en: `“${name}” is set up; the administrator's login is ${input.administrator.login}.`,
        }),
      )
    return state === undefined || state === 'finished' ? exitCodes.done : exitCodes.other
  })
}

/** What is left out is left to the command itself to miss, in its own words. */
function inputOf(flags: LocalCall['flags'], password: string): SetUpInput {
  const text = (name: string, standard = '') => String(flags[name] ?? standard)
  const name = text('organisation')
  return {
    organisation: { name, fondsCode: text('fonds-code', 'A001'), fondsName: text('fonds-name', name) },
    template: text('template', 'company') as SetUpInput['template'],
    administrator: { login: text('admin'), name: text('admin-name', text('admin')), password },
    separation: text('separation', 'strict') as SetUpInput['separation'],
    sample: flags['sample'] === true,
  }
}

async function watchSample({ terminal }: LocalCall, here: Here, jobId: string): Promise<string> {
  const { runtime, pool, isServed } = here
  let told = ''
  const onStep = ({ done, total, label, labelEn }: { done: number; total: number; label: string; labelEn: string }) => {
    const step = said(terminal, { zh: label, en: labelEn })
    if (process.stderr.isTTY) progressLine(total > 0 ? `${step} ${done}/${total}` : step)
    else if (step !== told) remark(step)
    told = step
  }
  const { state, failure } = await watchJob({ runtime, pool, worksHere: !isServed, log: troubleLog, onStep }, jobId)
  progressLine('')
  if (failure) remark(failure)
  return state
}
