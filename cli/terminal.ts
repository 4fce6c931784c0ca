import type { Language, Words } from './language.ts'

/** Who sits before the command line, and how they want to be answered. */
export interface Terminal {
  readonly language: Language
  /** Answers as JSON for programs, instead of tables for people. */
  readonly json: boolean
  readonly env: NodeJS.ProcessEnv
}

/** The sentence in the user's language. */
export const said = (terminal: Pick<Terminal, 'language'>, words: Words): string => words[terminal.language]

/** Writes an answer. */
export function print(text: string): void {
  process.stdout.write(`${text}\n`)
}

/** Writes what is not the answer itself: progress, hints, refusals; a program that reads the answer is not disturbed by it. */
export function remark(text: string): void {
  process.stderr.write(`${text}\n`)
}

/** Writes an answer for a program. */
export const printJson = (value: unknown): void => print(JSON.stringify(value, null, 2))

/** Shows how far long work is, in one line that is written over; silent unless a person is watching. */
export function progressLine(text: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${text}`)
}

/** Columns of the terminal; without one nothing is cut. */
export const columnsOfTerminal = (): number =>
  process.stdout.isTTY ? process.stdout.columns : Number.POSITIVE_INFINITY
