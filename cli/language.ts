/** Languages in which the command line speaks. */
export type Language = 'zh' | 'en'

/** One sentence in both languages. */
export interface Words {
  readonly zh: string
  readonly en: string
}

/** Reads the language that `--language` names, else that of the terminal; Chinese unless it is English. */
export function languageOf(args: readonly string[], env: NodeJS.ProcessEnv): Language {
  const at = args.findLastIndex(arg => /^--language(=|$)/.test(arg))
  const named = at < 0 ? undefined : (args[at]?.split('=')[1] ?? args[at + 1])
  if (named === 'zh' || named === 'en') return named
  const terminal = env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || ofSystem()
  return /^en\b/i.test(terminal.replace('_', '-')) ? 'en' : 'zh'
}

/** Windows and macOS keep the language outside the environment; elsewhere an empty environment says nothing. */
function ofSystem(): string {
  return process.platform === 'win32' || process.platform === 'darwin'
    ? Intl.DateTimeFormat().resolvedOptions().locale
    : ''
}
