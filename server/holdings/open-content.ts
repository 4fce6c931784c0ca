import { newSecret, sha256 } from '../platform/ids.ts'
import type { Context } from '../platform/operation.ts'
import type { ArrivedFile } from './attach-uploads.ts'

const ticketMs = 10 * 60_000

/** Opens a file for who asks: a link that works for this person alone, for ten minutes. Who calls it has asked whether they may. */
export async function openContent(
  { tx, actor, now }: Context,
  file: ArrivedFile & { readonly componentId?: string },
): Promise<{ url: string; expiresAt: string }> {
  const secret = newSecret()
  const expiresAt = new Date(now.getTime() + ticketMs)
  await tx
    .insertInto('content_ticket')
    .values({
      digest: sha256(secret),
      component_id: file.componentId ?? null,
      name: file.name,
      sha256: file.sha256,
      person_id: actor.personId ?? '',
      expires_at: expiresAt,
    })
    .execute()
  return { url: `/content/${secret}`, expiresAt: expiresAt.toISOString() }
}
