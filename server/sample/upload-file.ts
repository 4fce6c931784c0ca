import type { Actor } from '../../domain/access/actor.ts'
import { record } from '../platform/audit.ts'
import { sha256 } from '../platform/ids.ts'
import type { Runtime } from '../platform/runtime.ts'
import { stageStream } from '../store/staging.ts'
import { sniffFile } from '../text/sniff.ts'
import type { SampleFile } from './draw-files.ts'

/** Leaves a file where an upload of this person's ends, and answers the upload's id; the same key never uploads twice. */
export async function uploadFile(
  { runtime, actor, key }: { readonly runtime: Runtime; readonly actor: Actor; readonly key: string },
  file: SampleFile,
): Promise<string> {
  const id = `upload_${sha256(key).slice(0, 26)}`
  const { db, files, clock } = runtime
  if (await db.selectFrom('audit_event').select('seq').where('subject', '=', id).executeTakeFirst()) return id
  const bytes = file.bytes()
  const blob = await stageStream(files.staging, oneChunk(bytes))
  const { mime, extension } = await sniffFile(blob.path, file.name)
  const { name } = file
  const { size, path: _path, ...digests } = blob
  const now = clock()
  await db.transaction().execute(async tx => {
    await tx
      .insertInto('blob')
      .values({ ...digests, size, mime, extension })
      .onConflict(conflict => conflict.doNothing())
      .execute()
    await tx
      .insertInto('upload')
      .values({
        id,
        person_id: actor.personId ?? '',
        name,
        size,
        sha256: blob.sha256,
        created_at: now,
        finished_at: now,
      })
      .execute()
    await record(tx, { actor, operation: 'upload.create', requestId: 'sample', now }, [
      { name: 'upload.created', subject: id, data: { name, size } },
    ])
  })
  return id
}

async function* oneChunk(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}
