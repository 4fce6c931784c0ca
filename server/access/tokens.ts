import { z } from 'zod'
import { refuseAccess } from '../../domain/access/refusals.ts'
import { longestTokenDays } from '../../domain/access/sign-in.ts'
import { TokenId } from '../../domain/shared/ids.ts'
import { newId, newSecret, sha256 } from '../platform/ids.ts'
import { command, query } from '../platform/operation.ts'

/** Create a token 访问令牌 for a program: all that the owner may do, or less; its secret is shown once. */
export const createToken = command({
  name: 'token.create',
  title: '创建访问令牌',
  titleEn: 'Create a token',
  permission: 'signed-in',
  rules: ['S17.4'],
  input: z.strictObject({
    name: z.string().trim().min(1).max(100).meta({ title: '名称', titleEn: 'Name' }),
    days: z.number().int().min(1).max(longestTokenDays).default(90).meta({ title: '有效天数', titleEn: 'Days' }),
    permissions: z.array(z.string()).nullable().default(null).meta({ title: '权限', titleEn: 'Permissions' }),
  }),
  output: z.object({ tokenId: z.string(), secret: z.string(), expiresAt: z.string() }),
  async run({ tx, actor, now }, { name, days, permissions }) {
    if (actor.tokenId !== null) refuseAccess('token.by-token')
    const wider = (permissions ?? []).filter(permission => !actor.permissions.has(permission))
    if (wider.length > 0) refuseAccess('token.too-wide', { permissions: wider.join(', ') })
    const tokenId = newId('token')
    const secret = newSecret()
    const expiresAt = new Date(now.getTime() + days * 24 * 3600_000)
    await tx
      .insertInto('api_token')
      .values({
        id: tokenId,
        person_id: actor.personId ?? '',
        name,
        secret_digest: sha256(secret),
        permissions,
        created_at: now,
        expires_at: expiresAt,
      })
      .execute()
    const data = { name, expiresAt: expiresAt.toISOString() }
    return {
      output: { tokenId, secret, expiresAt: data.expiresAt },
      events: [{ name: 'token.created', subject: tokenId, data }],
    }
  },
})

/** Revoke one's own token 撤销令牌; the next request with it is refused. */
export const revokeToken = command({
  name: 'token.revoke',
  title: '撤销访问令牌',
  titleEn: 'Revoke a token',
  permission: 'signed-in',
  rules: ['S17.4'],
  input: z.strictObject({ tokenId: TokenId }),
  output: z.object({ tokenId: z.string() }),
  async run({ tx, actor, now }, { tokenId }) {
    if (actor.tokenId !== null && actor.tokenId !== tokenId) refuseAccess('token.by-token')
    const row = await tx
      .updateTable('api_token')
      .set({ revoked_at: now })
      .where('id', '=', tokenId)
      .where('person_id', '=', actor.personId)
      .where('revoked_at', 'is', null)
      .returning('name')
      .executeTakeFirst()
    const name = row?.name ?? refuseAccess('token.unknown')
    return { output: { tokenId }, events: [{ name: 'token.revoked', subject: tokenId, data: { name } }] }
  },
})

/** My tokens 访问令牌, newest first; never their secrets. */
export const listTokens = query({
  name: 'token.list',
  title: '我的访问令牌',
  titleEn: 'My tokens',
  permission: 'signed-in',
  rules: ['S17.4'],
  input: z.strictObject({}),
  output: z.object({
    tokens: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        createdAt: z.string(),
        expiresAt: z.string(),
        usedAt: z.string().nullable(),
        revokedAt: z.string().nullable(),
        permissions: z.array(z.string()).nullable(),
      }),
    ),
  }),
  async run({ tx, actor }) {
    const rows = await tx
      .selectFrom('api_token')
      .selectAll()
      .where('person_id', '=', actor.personId)
      .orderBy('id', 'desc')
      .limit(200)
      .execute()
    return {
      tokens: rows.map(row => ({
        id: row.id,
        name: row.name,
        createdAt: row.created_at,
        expiresAt: row.expires_at,
        usedAt: row.used_at,
        revokedAt: row.revoked_at,
        permissions: row.permissions,
      })),
    }
  },
})
