import { refusals, refuser } from '../shared/refusal.ts'

/** Refusals about people, sign-in and rights. */
export const accessRefusals = refusals({
  'session.wrong': { status: 401, zh: '登录名或口令不对。', en: 'The login or the password is wrong.' },
  'session.too-many': {
    status: 429,
    zh: '连续登录失败，请在 {seconds} 秒后再试。',
    en: 'Too many failed attempts; try again in {seconds} seconds.',
  },
  'session.not-yours': { status: 404, zh: '没有这个登录会话。', en: 'There is no such session.' },
  'password.weak': { status: 422, zh: '口令不符合要求。', en: 'The password does not meet the policy.' },
  'password.wrong': { status: 422, zh: '当前口令不对。', en: 'The current password is wrong.' },
  'token.too-wide': {
    status: 422,
    zh: '令牌的权限不能超出本人的权限：{permissions}。',
    en: 'A token cannot be wider than its owner: {permissions}.',
  },
  'token.unknown': { status: 404, zh: '没有这个令牌。', en: 'There is no such token.' },
  'token.by-token': {
    status: 403,
    zh: '令牌不能创建或撤销令牌，请登录后操作。',
    en: 'A token cannot make or revoke tokens; sign in instead.',
  },
  'unit.unknown': { status: 404, zh: '没有这个机构。', en: 'There is no such unit.' },
  'unit.code-taken': { status: 409, zh: '机构代码已被使用。', en: 'The unit code is taken.' },
  'person.unknown': { status: 404, zh: '没有这个人员。', en: 'There is no such person.' },
  'person.login-taken': { status: 409, zh: '登录名已被使用。', en: 'The login is taken.' },
  'person.oneself': { status: 409, zh: '不能停用自己的账号。', en: 'You cannot disable your own account.' },
  'person.no-login': { status: 409, zh: '此人没有登录名。', en: 'This person has no login.' },
  'post.separated': {
    status: 409,
    rule: 'S17.4',
    zh: '三员分立：{name} 现有岗位与“{role}”不能由同一人担任。',
    en: 'Separation of duties: {name} cannot also hold the post “{role}”.',
  },
  'post.held': { status: 409, zh: '此人已有这个岗位。', en: 'This person already holds that post.' },
  'post.unknown': { status: 404, zh: '没有这个岗位，或已撤销。', en: 'There is no such post, or it was revoked.' },
  'post.oneself': { status: 409, rule: 'S17.4', zh: '不能给自己授权。', en: 'You cannot grant rights to yourself.' },
  'post.last-officer': {
    status: 409,
    rule: 'S17.4',
    zh: '至少要留一名能登录的{role}。',
    en: 'At least one {role} who can sign in must remain.',
  },
  'separation.mixed': {
    status: 409,
    rule: 'S17.4',
    zh: '还有人兼任管理与业务岗位，先撤销后才能恢复三员分立：{names}。',
    en: 'Some people still hold mixed posts: {names}.',
  },
  'setup.done': { status: 410, zh: '初始设置已经完成，请直接登录。', en: 'Set-up is already done; please sign in.' },
  'setup.token': {
    status: 403,
    zh: '设置链接无效，请使用服务器终端里显示的链接。',
    en: 'The set-up link is not valid; use the one shown in the server terminal.',
  },
  'job.unknown': { status: 404, zh: '没有这项任务。', en: 'There is no such job.' },
})

export const refuseAccess = refuser(accessRefusals)
