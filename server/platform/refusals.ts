import { refusals, refuser } from '../../domain/shared/refusal.ts'

/** Refusals that any operation may meet before its own rules are asked. */
export const platformRefusals = refusals({
  'session.required': {
    status: 401,
    zh: '请先登录。填写的内容还在本机，登录后可以继续。',
    en: 'Please sign in. What you typed is still on this device.',
  },
  'permission.required': {
    status: 403,
    rule: 'S17.4',
    zh: '您没有“{title}”的权限。需要时请联系安全保密员授权。',
    en: 'You may not do this ({title}). Ask the security officer if you need to.',
  },
  'origin.foreign': {
    status: 403,
    zh: '请求来自别的网站，已拒绝。',
    en: 'The request came from another site and was refused.',
  },
  'operation.unknown': { status: 404, zh: '没有这个功能：{name}。', en: 'There is no such operation: {name}.' },
  'input.invalid': {
    status: 422,
    zh: '有 {count} 处需要改正，其余内容都保留着。',
    en: 'To correct: {count}. All else is kept.',
  },
  'request.not-json': { status: 400, zh: '请求内容不是有效的 JSON。', en: 'The request body is not valid JSON.' },
  'request.not-utf8': {
    status: 400,
    zh: '请求内容不是有效的 UTF-8 文字。',
    en: 'The request body is not valid UTF-8.',
  },
  'request.nul': {
    status: 400,
    zh: '文字中不能有空字符（U+0000）。',
    en: 'Text must not contain the NUL character (U+0000).',
  },
  'request.too-large': {
    status: 413,
    zh: '请求内容太大，上限为 {limit}。',
    en: 'The request is too large; the limit is {limit}.',
  },
  'request.media-type': {
    status: 415,
    zh: '请求内容的类型应为 application/json。',
    en: 'The content type must be application/json.',
  },
  'request.too-many': {
    status: 429,
    zh: '操作太频繁，请在 {seconds} 秒后再试。',
    en: 'Too many requests; try again in {seconds} seconds.',
  },
  'request.malformed': { status: 400, zh: '请求格式有误。', en: 'The request is malformed.' },
  'job.ended': { status: 409, zh: '没有这项任务，或者已经结束。', en: 'There is no such job, or it has ended.' },
  'idempotency.mismatch': {
    status: 409,
    zh: '同一个幂等键已用于不同的请求。',
    en: 'This idempotency key was used for a different request.',
  },
  'page.stale': { status: 409, zh: '页面已经过期，请刷新后再试。', en: 'The page is out of date; reload it.' },
  'server.address': {
    status: 503,
    zh: '不能在 {address} 上监听（{reason}）：可能有别的程序占用着端口。请改 LANTAI_PORT 或 LANTAI_HOST。',
    en: 'Cannot listen on {address} ({reason}): another program may be using the port. Change LANTAI_PORT or LANTAI_HOST.',
  },
  'server.disk-full': {
    status: 507,
    zh: '服务器的磁盘满了，这一步没有做，以前的内容都在。请告知系统管理员腾出空间后再试。',
    en: 'The disk of the server is full; this was not done and nothing earlier is lost. Tell the system administrator, then try again.',
  },
  'server.disk-failed': {
    status: 503,
    zh: '服务器的磁盘读写不了，这一步没有做。请告知系统管理员检查磁盘。',
    en: 'The disk of the server cannot be used; this was not done. Tell the system administrator to look at it.',
  },
  'server.busy': {
    status: 503,
    zh: '服务器正在停止或忙，请稍后再试；未确认的操作没有执行。',
    en: 'The server is stopping or busy; try again. What was not confirmed was not done.',
  },
})

export const refusePlatform = refuser(platformRefusals)
