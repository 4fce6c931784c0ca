import type { ParseArgsConfig } from 'node:util'
import type { ExitCode } from './exit-codes.ts'
import type { Words } from './language.ts'
import type { Terminal } from './terminal.ts'

/** A command of this machine, read: its flags and the words that stand alone. */
export interface LocalCall {
  readonly terminal: Terminal
  readonly flags: Readonly<Record<string, string | boolean | undefined>>
  readonly names: readonly string[]
}

/** A command that is no operation of a server: signing in, moving bytes, and maintenance. */
export interface LocalCommand {
  readonly words: readonly string[]
  readonly title: Words
  /** What follows the words, as help shows it. */
  readonly usage: string
  readonly options: NonNullable<ParseArgsConfig['options']>
  /** Least and most words that stand alone. */
  readonly names: readonly [number, number]
  run(call: LocalCall): Promise<ExitCode>
}

const text = { type: 'string' } as const
const yes = { type: 'boolean' } as const

/** TABLE OF CONTENTS: every command of this machine; only what is asked for is loaded. */
export const localCommands: readonly LocalCommand[] = [
  {
    words: ['login'],
    title: { zh: '登录，并在本机保存访问令牌', en: 'Sign in and keep a token on this machine' },
    usage: '[--server URL] [--login NAME] [--password-stdin] [--days 90]',
    options: { login: text, 'password-stdin': yes, days: text },
    names: [0, 0],
    run: async call => (await import('./login.ts')).login(call),
  },
  {
    words: ['logout'],
    title: { zh: '撤销本机的访问令牌', en: 'Revoke the token of this machine' },
    usage: '',
    options: {},
    names: [0, 0],
    run: async call => (await import('./login.ts')).logout(call),
  },
  {
    words: ['upload'],
    title: { zh: '上传文件，得到 item register 所用的编号', en: 'Upload files; their ids are for item register' },
    usage: 'FILE…',
    options: {},
    names: [1, 1000],
    run: async call => (await import('./upload.ts')).upload(call),
  },
  {
    words: ['component', 'download'],
    title: { zh: '下载电子文件', en: 'Download a file of an item' },
    usage: 'ID --output FILE',
    options: { output: text },
    names: [1, 1],
    run: async call => (await import('./download.ts')).download(call),
  },
  {
    words: ['setup'],
    title: { zh: '不用浏览器完成初始设置', en: 'Complete the first run without a browser' },
    usage:
      '--organisation NAME --template dairy --admin LOGIN --password-stdin [--admin-name NAME] [--fonds-code A001] [--fonds-name NAME] [--separation strict|simplified] [--sample]',
    options: {
      organisation: text,
      template: text,
      admin: text,
      'admin-name': text,
      'password-stdin': yes,
      'fonds-code': text,
      'fonds-name': text,
      separation: text,
      sample: yes,
    },
    names: [0, 0],
    run: async call => (await import('./maintenance/setup.ts')).setup(call),
  },
  {
    words: ['backup'],
    title: { zh: '备份数据库与全部文件（可在运行中）', en: 'Back up the database and all files, also while running' },
    usage: 'DIR',
    options: {},
    names: [1, 1],
    run: async call => (await import('./maintenance/backup.ts')).backup(call),
  },
  {
    words: ['restore'],
    title: { zh: '把备份恢复到空的数据文件夹', en: 'Restore a backup into an empty data folder' },
    usage: 'DIR [--despite-damage]',
    options: { 'despite-damage': yes },
    names: [1, 1],
    run: async call => (await import('./maintenance/restore.ts')).restore(call),
  },
  {
    words: ['sample', 'remove'],
    title: { zh: '移开示范奶牛场，重新开始', en: 'Put the sample farm aside and start afresh' },
    usage: '[--despite-work]',
    options: { 'despite-work': yes },
    names: [0, 0],
    run: async call => (await import('./maintenance/remove-sample.ts')).removeSample(call),
  },
  {
    words: ['recover'],
    title: { zh: '在服务器本机重置一个账号的口令', en: 'Reset the password of an account, on the server itself' },
    usage: 'LOGIN',
    options: {},
    names: [1, 1],
    run: async call => (await import('./maintenance/reset-password.ts')).resetPassword(call),
  },
  {
    words: ['verify'],
    title: { zh: '核对数据库与存储库是否一致', en: 'Check that the database and the storage root agree' },
    usage: '[--quick]',
    options: { quick: yes },
    names: [0, 0],
    run: async call => (await import('./maintenance/verify.ts')).verify(call),
  },
  {
    words: ['rebuild'],
    title: {
      zh: '只凭存储库在空数据库中重建馆藏',
      en: 'Rebuild the holdings in an empty database from the storage root alone',
    },
    usage: '--from STORE_ROOT [--without-trail]',
    options: { from: text, 'without-trail': yes },
    names: [0, 0],
    run: async call => (await import('./maintenance/rebuild.ts')).rebuild(call),
  },
  {
    words: ['store', 'validate'],
    title: { zh: '检验任意 OCFL 对象或存储库', en: 'Judge any OCFL object or storage root' },
    usage: 'DIR [--quick]',
    options: { quick: yes },
    names: [1, 1],
    run: async call => (await import('./maintenance/validate-store.ts')).validateStore(call),
  },
  {
    words: ['audit', 'verify-seals'],
    title: { zh: '凭存储库中的封存核验审计链', en: 'Check the trail against its seals in the storage root' },
    usage: '[--store DIR] [--offline]',
    options: { store: text, offline: yes },
    names: [0, 0],
    run: async call => (await import('./maintenance/verify-seals.ts')).verifySeals(call),
  },
]

/** The local command that a command line names; one that takes no words leaves `lantai setup state` to the server. */
export function localCommandIn(args: readonly string[]): LocalCommand | undefined {
  return localCommands.find(({ words, names }) => {
    const after = args[words.length]
    return (
      words.every((word, at) => args[at] === word) && (names[1] > 0 || after === undefined || after.startsWith('-'))
    )
  })
}
