import { z } from 'zod'
import { eventForms } from '../shared/event.ts'

const none = z.strictObject({})
const postData = z.strictObject({ personId: z.string(), name: z.string(), role: z.string(), unitId: z.string() })

/** What happens to people, posts and sign-ins. */
export const accessEvents = eventForms({
  'setup.completed': {
    title: '完成初始设置',
    titleEn: 'Set-up completed',
    data: z.strictObject({ organisation: z.string(), template: z.string(), separation: z.string() }),
  },
  'session.opened': { title: '登录', titleEn: 'Signed in', data: z.strictObject({ agent: z.string() }) },
  'session.refused': {
    title: '登录失败',
    titleEn: 'Sign-in failed',
    data: z.strictObject({ login: z.string(), reason: z.string() }),
  },
  'session.closed': { title: '退出登录', titleEn: 'Signed out', data: z.strictObject({ sessionId: z.string() }) },
  'access.denied': { title: '越权被拒', titleEn: 'Access denied', data: z.strictObject({ permission: z.string() }) },
  'password.changed': { title: '修改口令', titleEn: 'Password changed', data: none },
  'password.reset': { title: '重置口令', titleEn: 'Password reset', data: none },
  'password.refused': { title: '修改口令失败', titleEn: 'Password change refused', data: none },
  'language.chosen': { title: '选择语言', titleEn: 'Language chosen', data: z.strictObject({ language: z.string() }) },
  'token.created': {
    title: '创建访问令牌',
    titleEn: 'Token created',
    data: z.strictObject({ name: z.string(), expiresAt: z.string() }),
  },
  'token.revoked': { title: '撤销访问令牌', titleEn: 'Token revoked', data: z.strictObject({ name: z.string() }) },
  'unit.created': {
    title: '新建机构',
    titleEn: 'Unit created',
    data: z.strictObject({ name: z.string(), code: z.string(), parentId: z.string().nullable() }),
  },
  'unit.renamed': {
    title: '机构更名',
    titleEn: 'Unit renamed',
    data: z.strictObject({ before: z.string(), after: z.string() }),
  },
  'person.created': {
    title: '新建人员',
    titleEn: 'Person created',
    data: z.strictObject({ name: z.string(), login: z.string().nullable() }),
  },
  'person.edited': {
    title: '修改人员',
    titleEn: 'Person edited',
    data: z.strictObject({ before: z.record(z.string(), z.string()), after: z.record(z.string(), z.string()) }),
  },
  'person.disabled': {
    title: '停用账号',
    titleEn: 'Account disabled',
    data: z.strictObject({ name: z.string(), reason: z.string() }),
  },
  'person.enabled': { title: '启用账号', titleEn: 'Account enabled', data: z.strictObject({ name: z.string() }) },
  'post.granted': { title: '授予岗位', titleEn: 'Post granted', data: postData },
  'post.revoked': { title: '撤销岗位', titleEn: 'Post revoked', data: postData },
  'clearance.set': {
    title: '设定知悉范围',
    titleEn: 'Clearance set',
    data: z.strictObject({ name: z.string(), before: z.string(), after: z.string() }),
  },
  'separation.declared': {
    title: '声明三员模式',
    titleEn: 'Separation of duties declared',
    data: z.strictObject({ mode: z.string(), reason: z.string() }),
  },
  'audit.checked': {
    title: '核验审计链',
    titleEn: 'Trail checked',
    data: z.strictObject({ entries: z.number(), sound: z.boolean() }),
  },
  'audit.sealed': {
    title: '封存审计链首',
    titleEn: 'Trail sealed',
    data: z.strictObject({ seq: z.number(), digest: z.string() }),
  },
  'job.cancelled': { title: '取消任务', titleEn: 'Job cancelled', data: z.strictObject({ label: z.string() }) },
  'system.restored': {
    title: '从备份恢复',
    titleEn: 'Restored from a backup',
    data: z.strictObject({ backedUpAt: z.string() }),
  },
  'system.rebuilt': {
    title: '从存储库重建',
    titleEn: 'Rebuilt from the storage root',
    data: z.strictObject({ items: z.number(), entries: z.number() }),
  },
  'system.started': { title: '系统启动', titleEn: 'System started', data: z.strictObject({ version: z.string() }) },
})
