import { z } from 'zod'
import { personLogin, personName } from '../../domain/access/person-input.ts'
import { refuseAccess } from '../../domain/access/refusals.ts'
import type { RoleCode } from '../../domain/access/roles.ts'
import { fondsCode, fondsName } from '../../domain/holdings/fonds-input.ts'
import { organisationTemplates, templateCodes } from '../../domain/setup/templates.ts'
import { JobId } from '../../domain/shared/ids.ts'
import { insertPerson, insertPost, insertUnit, readSetting, writeSetting } from '../access/access.sql.ts'
import { assertPassword } from '../access/change-password.ts'
import { hashPassword } from '../access/passwords.ts'
import type { Reads, Tx } from '../platform/db.ts'
import { newId, sha256 } from '../platform/ids.ts'
import { enqueue } from '../platform/jobs.ts'
import { command, query } from '../platform/operation.ts'
import { openProgress, readProgress } from '../platform/progress.ts'
import { makeSample } from '../sample/make-sample.ts'

/** Name of the setting that holds the digest of the one-time set-up link's token. */
export const setupTokenKey = 'setup-token'

/** Whether the first run has been completed. */
export const isSetUp = async (reads: Reads): Promise<boolean> =>
  (await readSetting(reads, 'organisation')) !== undefined

const token = z.string().min(20).max(100).meta({ title: '设置链接', titleEn: 'Set-up link' })

/** Whether set-up is still to be done, and whether this link may do it. */
export const showSetup = query({
  name: 'setup.state',
  title: '初始设置状态',
  titleEn: 'State of set-up',
  permission: 'anyone',
  rules: [],
  limit: { per: 'address', max: 60, seconds: 60 },
  input: z.strictObject({ token: token.optional() }),
  output: z.object({ done: z.boolean(), tokenValid: z.boolean() }),
  async run({ tx }, input) {
    const done = await isSetUp(tx)
    return {
      done,
      tokenValid: !done && input.token !== undefined && (await readSetting(tx, setupTokenKey)) === sha256(input.token),
    }
  },
})

/** Complete the first run 初始设置: organisation, units of its template, fonds, first administrator; once only, by the one-time link. */
export const completeSetup = command({
  name: 'setup.complete',
  title: '完成初始设置',
  titleEn: 'Complete set-up',
  permission: 'anyone',
  rules: ['S17.4', 'S13.1'],
  limit: { per: 'address', max: 20, seconds: 60 },
  input: z.strictObject({
    token,
    organisation: z.strictObject({
      name: z.string().trim().min(1).max(100).meta({ title: '单位名称', titleEn: 'Organisation' }),
      fondsCode,
      fondsName,
    }),
    template: z.enum(templateCodes).meta({ title: '模板', titleEn: 'Template' }),
    administrator: z.strictObject({
      login: personLogin,
      name: personName,
      password: z.string().min(1).max(200).meta({ title: '口令', titleEn: 'Password' }),
    }),
    separation: z.enum(['strict', 'simplified']).meta({ title: '三员模式', titleEn: 'Separation of duties' }),
    sample: z.boolean().default(false).meta({ title: '示范数据', titleEn: 'Sample' }),
  }),
  output: z.object({ jobId: z.string().nullable() }),
  async run({ tx }, input) {
    await assertOpen(tx, input.token)
    const { organisation, administrator, separation, template } = input
    assertPassword(administrator.password, administrator)
    await writeSetting(tx, 'organisation', organisation.name)
    await writeSetting(tx, 'separation', separation)
    const unitIds = await makeUnits(tx, template)
    await tx
      .insertInto('fonds')
      .values({
        id: newId('fonds'),
        code: organisation.fondsCode,
        name: organisation.fondsName,
        kinds: [...organisationTemplates[template].kinds],
      })
      .onConflict(conflict => conflict.column('code').doNothing())
      .execute()
    const passwordHash = await hashPassword(administrator.password)
    const personId = await insertPerson(tx, {
      ...administrator,
      passwordHash,
      mustChange: false,
      clearance: separation === 'simplified' ? 30 : 0,
    })
    const firstPosts: RoleCode[] = [
      'system-administrator',
      'security-officer',
      ...(separation === 'simplified' ? (['archive-head'] as const) : []),
    ]
    for (const role of firstPosts) {
      await insertPost(tx, {
        personId,
        unitId: unitIds[0] ?? '',
        role,
        dutyGroup: separation === 'simplified' ? 'mixed' : 'admin',
        grantedBy: null,
      })
    }
    const jobId = input.sample ? await startSample(tx, passwordHash) : null
    return {
      output: { jobId },
      events: [
        { name: 'setup.completed', subject: personId, data: { organisation: organisation.name, template, separation } },
      ],
    }
  },
})

/** Locks the token's row, so that of two who complete at once the second is refused. */
async function assertOpen(tx: Tx, given: string): Promise<void> {
  const row = await tx
    .selectFrom('setting')
    .select('value')
    .where('key', '=', setupTokenKey)
    .forUpdate()
    .executeTakeFirst()
  if (await isSetUp(tx)) refuseAccess('setup.done')
  if (row?.value !== sha256(given)) refuseAccess('setup.token')
  await tx.deleteFrom('setting').where('key', '=', setupTokenKey).execute()
}

/** Makes the template's units; one that is there under its code stays, as after a rebuild from the storage root. */
async function makeUnits(tx: Tx, template: keyof typeof organisationTemplates): Promise<string[]> {
  const ids: string[] = []
  for (const unit of organisationTemplates[template].units) {
    const there = await tx.selectFrom('unit').select('id').where('code', '=', unit.code).executeTakeFirst()
    ids.push(there?.id ?? (await insertUnit(tx, { ...unit, parentId: null })))
  }
  return ids
}

async function startSample(tx: Tx, passwordHash: string): Promise<string> {
  const jobId = await openProgress(tx, { zh: '正在准备示范奶牛场', en: 'Preparing the sample farm' }, null)
  await enqueue(tx, makeSample, { jobId, passwordHash })
  return jobId
}

/** How far the sample is; whoever has the job's id may ask. */
export const setupProgress = query({
  name: 'setup.progress',
  title: '示范数据进度',
  titleEn: 'Progress of the sample',
  permission: 'anyone',
  rules: [],
  input: z.strictObject({ jobId: JobId }),
  output: z.object({ done: z.number(), total: z.number(), label: z.string(), labelEn: z.string(), state: z.string() }),
  async run({ tx }, { jobId }) {
    return (await readProgress(tx, jobId)) ?? refuseAccess('job.unknown')
  },
})
