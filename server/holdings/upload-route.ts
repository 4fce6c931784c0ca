import { AsyncLocalStorage } from 'node:async_hooks'
import { mkdir, statfs } from 'node:fs/promises'
import { join } from 'node:path'
import { Server, type Upload } from '@tus/server'
import type { FastifyInstance } from 'fastify'
import type { Actor } from '../../domain/access/actor.ts'
import { refuseHoldings } from '../../domain/holdings/refusals.ts'
import { fileNameOf } from '../../domain/shared/text.ts'
import { record } from '../platform/audit.ts'
import { asRefusal, refusalBody } from '../platform/http-errors.ts'
import { newId } from '../platform/ids.ts'
import { refusePlatform } from '../platform/refusals.ts'
import type { Runtime } from '../platform/runtime.ts'
import { stageFile } from '../store/staging.ts'
import { sniffFile } from '../text/sniff.ts'
import { type ArrivalDigests, DigestingStore } from './digesting-store.ts'

interface Sender {
  readonly actor: Actor
  readonly requestId: string
}

/** Resumable uploads (tus 1.0) below `/upload`: each belongs to who began it, and ends as a staged blob known by its digest. */
export async function uploadRoute(app: FastifyInstance, runtime: Runtime, maxBytes: number): Promise<void> {
  const folder = join(runtime.files.staging, 'uploads')
  await mkdir(folder, { recursive: true })
  const sender = new AsyncLocalStorage<Sender>()
  const sending = (): Sender => sender.getStore() ?? refusePlatform('session.required')
  const store = new DigestingStore({ directory: folder })
  const tus = new Server({
    path: '/upload',
    relativeLocation: true,
    datastore: store,
    // Larger files are refused by our own sentence below, before a byte is taken.
    maxSize: Number.MAX_SAFE_INTEGER,
    disableTerminationForFinishedUploads: true,
    namingFunction: () => newId('upload'),
    onIncomingRequest: (_request, uploadId) => assertOwn(runtime, sending().actor, uploadId),
    onUploadCreate: async (_request, upload) => {
      await begin(runtime, sending(), upload, maxBytes)
      return {}
    },
    onUploadFinish: async (_request, upload) => {
      await finish(runtime, upload.id, {
        path: join(folder, upload.id),
        digests: store.takeDigests(upload.id, upload.size ?? 0),
      })
      return {}
    },
    onResponseError: (_request, error) => {
      const refusal = asRefusal(error, { body: '1 MB' })
      if (!refusal || !(error instanceof Error) || 'status_code' in error) return undefined
      const { actor, requestId } = sending()
      return { status_code: refusal.text.status, body: JSON.stringify(refusalBody(refusal, actor.language, requestId)) }
    },
  })
  app.addContentTypeParser('application/offset+octet-stream', (_request, _payload, done) => done(null))
  app.route({
    method: ['POST', 'PATCH', 'HEAD', 'DELETE', 'OPTIONS'],
    url: '/upload/*',
    handler: (request, reply) => {
      reply.hijack()
      return sender.run({ actor: request.actor, requestId: request.id }, () => tus.handle(request.raw, reply.raw))
    },
  })
  app.post('/upload', (request, reply) => {
    reply.hijack()
    return sender.run({ actor: request.actor, requestId: request.id }, () => tus.handle(request.raw, reply.raw))
  })
}

/** Lets only who began an upload go on with it; the others learn nothing of it. */
async function assertOwn(runtime: Runtime, actor: Actor, uploadId: string): Promise<void> {
  if (actor.personId === null) refusePlatform('session.required')
  if (!actor.permissions.has('upload.create'))
    refusePlatform('permission.required', { title: { zh: '上传文件', en: 'Upload files' } })
  if (!/^upload_[0-9a-z]{26}$/.test(uploadId)) return
  const row = await runtime.reads.selectFrom('upload').select('person_id').where('id', '=', uploadId).executeTakeFirst()
  if (row && row.person_id !== actor.personId) refuseHoldings('upload.unknown')
}

async function begin(runtime: Runtime, { actor, requestId }: Sender, upload: Upload, maxBytes: number): Promise<void> {
  const name = fileNameOf(upload.metadata?.['filename'] ?? '')
  const size = upload.size ?? 0
  if (size === 0) refuseHoldings('upload.empty', { name })
  if (size > maxBytes) refuseHoldings('upload.too-large', { name, limit: inUnits(maxBytes) })
  await assertRoom(runtime.files.staging, size)
  const now = runtime.clock()
  await runtime.db.transaction().execute(async tx => {
    await tx
      .insertInto('upload')
      .values({ id: upload.id, person_id: actor.personId ?? '', name, size, created_at: now })
      .execute()
    await record(tx, { actor, operation: 'upload.create', requestId, now }, [
      { name: 'upload.created', subject: upload.id, data: { name, size } },
    ])
  })
}

/** Refuses a file for which the disk has no room before a byte of it is taken. */
async function assertRoom(folder: string, size: number): Promise<void> {
  const { bavail, bsize } = await statfs(folder)
  if (size > bavail * bsize) refusePlatform('server.disk-full')
}

/** Puts the whole file where its content's digest says, and only then calls the upload finished. */
async function finish(
  runtime: Runtime,
  uploadId: string,
  { path, digests }: { path: string; digests: ArrivalDigests | undefined },
): Promise<void> {
  const { name } = await runtime.db
    .selectFrom('upload')
    .select('name')
    .where('id', '=', uploadId)
    .executeTakeFirstOrThrow()
  const { mime, extension } = await sniffFile(path, name)
  const staged = await stageFile(runtime.files.staging, path, digests)
  await runtime.db.transaction().execute(async tx => {
    await tx
      .insertInto('blob')
      .values({ sha256: staged.sha256, sha512: staged.sha512, size: staged.size, mime, extension })
      .onConflict(conflict => conflict.doNothing())
      .execute()
    await tx
      .updateTable('upload')
      .set({ sha256: staged.sha256, finished_at: runtime.clock() })
      .where('id', '=', uploadId)
      .execute()
  })
}

const inUnits = (bytes: number): string =>
  bytes >= 1024 ** 3 ? `${Math.round(bytes / 1024 ** 3)} GB` : `${Math.round(bytes / 1024 ** 2)} MB`
