import type { CheckCode, Finding } from './checks.ts'

/** What is recorded of one file, and what its bytes turned out to be. */
export interface ExaminedFile {
  readonly name: string
  readonly ordinal: number
  readonly mime: string
  readonly size: number
  readonly sha256: string
  /** Whether its text could be read: `pending` while nobody has tried. */
  readonly textState: string
  /** Null when there are no bytes where they should be. */
  readonly found: {
    readonly size: number
    readonly sha256: string
    readonly mime: string
    /** The name claims another type than the bytes show. */
    readonly mismatch: boolean
    readonly encrypted: boolean
  } | null
}

/** Formats fit to be kept (GB/T 18894-2016 8.3): documents, pictures, sound, film, mail, pages, tables, drawings. */
const kept =
  /^(application\/(pdf|ofd|rtf|msword|xml|vnd\.ms-(excel|powerpoint)|vnd\.openxmlformats-officedocument\..+|x-dbf)|image\/(jpeg|tiff|png|svg\+xml)|audio\/(wav|x-wav|vnd\.wave|mpeg)|video\/(mp4|mpeg|x-msvideo|x-flv|mxf)|message\/rfc822|text\/(plain|csv|html|xml)|model\/step)$/

/** Packed or locked, so that nobody can tell what is inside. */
const packed = /^application\/(x-encrypted-office|zip|x-7z-compressed|vnd\.rar|x-rar-compressed|gzip|x-tar)$/

type Judge = (file: ExaminedFile) => { zh: string; en: string } | undefined | 'manual'

const judges: readonly (readonly [CheckCode, Judge])[] = [
  [
    'GD-1-1',
    ({ found, sha256, name }) =>
      found && found.sha256 !== sha256
        ? { zh: `《${name}》的数字摘要与登记的不符`, en: `the digest of “${name}” is not what was recorded` }
        : undefined,
  ],
  [
    'GD-1-9',
    ({ found, size, mime, name }) => {
      if (!found) return undefined
      if (found.size !== size)
        return { zh: `《${name}》的大小与登记的不符`, en: `“${name}” is not of the recorded size` }
      return found.mime !== mime || found.mismatch
        ? { zh: `《${name}》的扩展名与内容（${found.mime}）不符`, en: `“${name}” is in truth ${found.mime}` }
        : undefined
    },
  ],
  [
    'GD-1-10',
    ({ found, name }) =>
      found ? undefined : { zh: `《${name}》找不到内容`, en: `the content of “${name}” is not there` },
  ],
  [
    'GD-2-7',
    ({ found, name }) => (found?.size === 0 ? { zh: `《${name}》是空的`, en: `“${name}” is empty` } : undefined),
  ],
  [
    'GD-3-3',
    ({ mime, name }) =>
      kept.test(mime) || packed.test(mime)
        ? undefined
        : {
            zh: `《${name}》的格式 ${mime} 不宜长期保存`,
            en: `the format of “${name}”, ${mime}, is not fit to be kept`,
          },
  ],
  [
    'GD-3-4',
    ({ found, textState, name }) => {
      if (!found || textState === 'failed') return { zh: `《${name}》打不开`, en: `“${name}” cannot be opened` }
      return textState === 'pending' ? 'manual' : undefined
    },
  ],
  [
    'GD-3-6',
    ({ found, mime, name }) =>
      found?.encrypted || packed.test(mime)
        ? {
            zh: `《${name}》加了密或打了包，请解开再加入`,
            en: `“${name}” is encrypted or packed; open it and attach what is inside`,
          }
        : undefined,
  ],
]

/** Checks of an item's files; where there are none, nothing is to be said about them. */
export function examineFiles(files: readonly ExaminedFile[], annexes: number | null): Finding[] {
  if (files.length === 0)
    return [...judges.map(([code]) => code), 'GD-2-8' as const].map(code => ({ code, outcome: 'not-applicable' }))
  return [...judges.map(([code, judge]) => judged(code, files.map(judge))), annexFinding(files, annexes)]
}

function judged(code: CheckCode, answers: readonly ReturnType<Judge>[]): Finding {
  const faults = answers.filter(answer => answer !== undefined && answer !== 'manual')
  if (faults.length > 0)
    return {
      code,
      outcome: 'fail',
      zh: faults.map(({ zh }) => zh).join('；'),
      en: faults.map(({ en }) => en).join('; '),
    }
  return answers.includes('manual')
    ? { code, outcome: 'manual', zh: '还没有读过内容', en: 'its content has not been read yet' }
    : { code, outcome: 'pass' }
}

/** Annexes counted against files, and the files' own numbers without a gap (S14.2). */
function annexFinding(files: readonly ExaminedFile[], annexes: number | null): Finding {
  if (files.some(({ ordinal }, at) => ordinal !== at + 1))
    return {
      code: 'GD-2-8',
      outcome: 'fail',
      zh: '电子文件的序号不连续',
      en: 'the files are not numbered without a gap',
    }
  if (annexes === null) return { code: 'GD-2-8', outcome: 'not-applicable' }
  return files.length - 1 >= annexes
    ? { code: 'GD-2-8', outcome: 'pass' }
    : {
        code: 'GD-2-8',
        outcome: 'fail',
        zh: `写明附件 ${annexes} 件，只有 ${files.length - 1} 个`,
        en: `${annexes} annexes are stated, ${files.length - 1} are there`,
      }
}
