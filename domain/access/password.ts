import type { InputIssue } from '../shared/refusal.ts'

const minimumLength = 10
const longEnoughAlone = 16
const classes = [/[a-z]/, /[A-Z]/, /[0-9]/, /[^a-zA-Z0-9]/]

/** What is wrong with a password 口令, for all to see at once; an empty list means it may be used. */
export function passwordProblems(
  password: string,
  owner: { readonly login: string; readonly name: string },
): InputIssue[] {
  const problems: InputIssue[] = []
  const add = (zh: string, en: string) => problems.push({ field: 'password', zh, en })
  if (password.length < minimumLength)
    add(`口令至少 ${minimumLength} 位。`, `Use at least ${minimumLength} characters.`)
  if (password.length > 200) add('口令不能超过 200 位。', 'Use at most 200 characters.')
  if (password.length < longEnoughAlone && classes.filter(one => one.test(password)).length < 3) {
    add(
      '请混用大写字母、小写字母、数字、符号中的三种，或用 16 位以上的长口令。',
      'Mix three of upper case, lower case, digits and symbols, or use 16 characters or more.',
    )
  }
  const lower = password.toLowerCase()
  if (owner.login.length > 2 && lower.includes(owner.login.toLowerCase()))
    add('口令不能包含登录名。', 'It must not contain the login.')
  if (/^(.)\1*$/.test(password) || /(0123456789|1234567890|abcdefghij|qwertyuiop|password|lantai)/.test(lower)) {
    add('口令太容易猜到。', 'It is too easy to guess.')
  }
  return problems
}
