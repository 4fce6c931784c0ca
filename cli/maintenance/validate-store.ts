import { readdir } from 'node:fs/promises'
import { isValid, validateObject } from '../../server/store/ocfl/validate.ts'
import { validateRoot } from '../../server/store/ocfl/validate-root.ts'
import { printTable } from '../answer.ts'
import type { LocalCall } from '../commands.ts'
import { type ExitCode, exitCodes, UsageError } from '../exit-codes.ts'
import { print, printJson, said } from '../terminal.ts'

/** Judges any OCFL object or storage root, whoever wrote it; needs neither server nor database. */
export async function validateStore({ terminal, flags, names: [folder = ''] }: LocalCall): Promise<ExitCode> {
  const names = await readdir(folder).catch(() => undefined)
  if (!names) throw new UsageError(`没有文件夹“${folder}”。`, `There is no folder “${folder}”.`)
  const isRoot = names.some(name => /^0=ocfl_\d/.test(name))
  const options = { fixity: flags['quick'] !== true }
  const findings = isRoot ? await validateRoot(folder, options) : await validateObject(folder, options)
  const valid = isValid(findings)
  if (terminal.json)
    printJson({
      kind: isRoot ? 'root' : 'object',
      valid,
      findings: findings.map(({ code, path, message }) => ({ code, path, message })),
    })
  else {
    if (findings.length > 0)
      printTable(
        terminal,
        findings.map(({ code, path, message, zh }) => ({ code, path, meaning: said(terminal, { zh, en: message }) })),
      )
    print(said(terminal, valid ? { zh: '有效。', en: 'Valid.' } : { zh: '无效。', en: 'Not valid.' }))
  }
  return valid ? exitCodes.done : exitCodes.other
}
