import pg from 'pg'
import { fillIn, paramsIn, Refusal } from '../../domain/shared/refusal.ts'
import { platformRefusals } from './refusals.ts'

type Language = 'zh' | 'en'

/** The one form in which the server says no. */
export interface RefusalBody {
  readonly code: string
  readonly rule?: string
  readonly message: string
  readonly params: Readonly<Record<string, string | number>>
  readonly issues: readonly { readonly field: string; readonly row?: number; readonly message: string }[]
  readonly requestId: string
}

export function refusalBody(refusal: Refusal, language: Language, requestId: string): RefusalBody {
  const { code, text, params, issues } = refusal
  return {
    code,
    ...(text.rule && { rule: text.rule }),
    message: fillIn(text, params, language),
    params: paramsIn(params, language),
    issues: issues.map(({ field, row, zh, en }) => ({
      field,
      ...(row !== undefined && { row }),
      message: language === 'en' ? en : zh,
    })),
    requestId,
  }
}

const byFastifyCode: Readonly<Record<string, keyof typeof platformRefusals>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'request.too-large',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'request.media-type',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'request.not-json',
  FST_ERR_CTP_INVALID_JSON_BODY: 'request.not-json',
}

/** What a disk says when it can take no more or has gone, through the operating system or through PostgreSQL. */
const byDiskCode: Readonly<Record<string, keyof typeof platformRefusals>> = {
  ENOSPC: 'server.disk-full',
  EDQUOT: 'server.disk-full',
  '53100': 'server.disk-full',
  EIO: 'server.disk-failed',
  EROFS: 'server.disk-failed',
  ENXIO: 'server.disk-failed',
  ENODEV: 'server.disk-failed',
  '58030': 'server.disk-failed',
}

/** Classes of database errors that pass by themselves: connection lost, shutting down, out of connections, deadlock. */
const passing = /^(08|53|57P|40)/

/** Reads any error as a refusal where it is one of the caller's or of the moment; undefined means a fault of ours. */
export function asRefusal(error: unknown, limits: { readonly body: string }): Refusal | undefined {
  if (error instanceof Refusal) return error
  const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''
  const known = byFastifyCode[code]
  if (known) return new Refusal(known, platformRefusals[known], { params: { limit: limits.body } })
  if (code.startsWith('FST_') || hasClientStatus(error))
    return new Refusal('request.malformed', platformRefusals['request.malformed'])
  const ofDisk = byDiskCode[code]
  if (ofDisk) return new Refusal(ofDisk, platformRefusals[ofDisk])
  if (
    /^(ECONNREFUSED|ECONNRESET|ENOENT)$/.test(code) &&
    'syscall' in (error as object) &&
    (error as { syscall?: string }).syscall === 'connect'
  ) {
    return new Refusal('server.busy', platformRefusals['server.busy'])
  }
  if (
    (error instanceof pg.DatabaseError && passing.test(error.code ?? '')) ||
    /Connection terminated|timeout exceeded/.test(String(error))
  ) {
    return new Refusal('server.busy', platformRefusals['server.busy'])
  }
  return undefined
}

const hasClientStatus = (error: unknown): boolean =>
  error instanceof Error &&
  'statusCode' in error &&
  typeof error.statusCode === 'number' &&
  error.statusCode >= 400 &&
  error.statusCode < 500
