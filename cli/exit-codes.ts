import type { Words } from './language.ts'

/** What a program learns from how a command ended; a refusal's class says what to do next. */
export const exitCodes = {
  done: 0,
  other: 1,
  usage: 2,
  forbidden: 3,
  unknown: 4,
  refused: 5,
  tooMany: 6,
  unreachable: 7,
} as const

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes]

const byStatus: Readonly<Record<number, ExitCode>> = {
  0: exitCodes.unreachable,
  400: exitCodes.usage,
  401: exitCodes.forbidden,
  403: exitCodes.forbidden,
  404: exitCodes.unknown,
  409: exitCodes.refused,
  410: exitCodes.unknown,
  422: exitCodes.refused,
  423: exitCodes.refused,
  429: exitCodes.tooMany,
  502: exitCodes.unreachable,
  503: exitCodes.unreachable,
  504: exitCodes.unreachable,
}

/** Exit code of a refusal by its HTTP status; 0 means that the server was not reached. */
export const exitCodeOf = (status: number): ExitCode => byStatus[status] ?? exitCodes.other

/** A command line that says nothing we know; ends with the code for wrong use. */
export class UsageError extends Error {
  readonly words: Words

  constructor(zh: string, en: string) {
    super(en)
    this.name = 'UsageError'
    this.words = { zh, en }
  }
}
