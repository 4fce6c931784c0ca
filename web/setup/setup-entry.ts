import { passwordProblems } from '../../domain/access/password.ts'
import type { TemplateCode } from '../../domain/setup/templates.ts'
import type { Wording } from '../language.ts'

export type Separation = 'strict' | 'simplified'

/** What the first run asks for; the passwords are kept apart, because this much may be kept as a draft on the device. */
export interface SetupEntry {
  name: string
  fondsCode: string
  /** Empty: called like the organisation. */
  fondsName: string
  template: TemplateCode
  sample: boolean
  login: string
  personName: string
  separation: Separation
}

export interface Passwords {
  password: string
  again: string
}

export const emptyEntry: SetupEntry = {
  name: '',
  fondsCode: 'A001',
  fondsName: '',
  template: 'dairy',
  sample: false,
  login: '',
  personName: '',
  separation: 'strict',
}

export type EntryIssues = { readonly [Field in keyof (SetupEntry & Passwords)]?: Wording }

const loginForm = /^[a-z0-9][a-z0-9._-]{1,31}$/
const fondsCodeForm = /^[A-Z0-9]{1,8}$/

/** Everything that still has to be put right before the first run can be sent, by field. */
export function issuesOf(entry: SetupEntry, passwords: Passwords): EntryIssues {
  return {
    ...(!entry.name.trim() && { name: { zh: '请填写机构全称', en: 'Give the full name of the organisation' } }),
    ...(!fondsCodeForm.test(entry.fondsCode) && {
      fondsCode: {
        zh: '全宗号用 1 至 8 位大写字母或数字，如 A001',
        en: 'Use 1 to 8 capital letters or digits, e.g. A001',
      },
    }),
    ...(!entry.personName.trim() && { personName: { zh: '请填写姓名', en: 'Give a name' } }),
    ...(!loginForm.test(entry.login) && {
      login: {
        zh: '登录名用 2 至 32 位小写字母、数字，可含 . _ -',
        en: 'Use 2 to 32 lower-case letters or digits; . _ - are allowed inside',
      },
    }),
    ...passwordIssues(entry, passwords),
  }
}

function passwordIssues({ login, personName }: SetupEntry, { password, again }: Passwords): EntryIssues {
  const [problem] = passwordProblems(password, { login, name: personName })
  if (problem) return { password: problem }
  return password === again ? {} : { again: { zh: '两次口令不一样', en: 'The two passwords differ' } }
}
