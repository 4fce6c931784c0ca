import type { accessEvents } from '../../domain/access/events.ts'
import { isRole } from '../../domain/access/grants.ts'
import { permissionTitles } from '../../domain/access/permissions.ts'
import { roles } from '../../domain/access/roles.ts'
import { secrecyLevels } from '../../domain/access/secrecy.ts'
import type { Wording } from '../language.ts'
import { secondOf } from './exact-time.tsx'
import { because, plain, type Sentence, type Told } from './told.ts'

/** A coded word by its title in a table; an unknown code as it stands. */
function titled(table: Readonly<Record<string, { title: string; titleEn: string }>>, code: string): Wording {
  const known = Object.hasOwn(table, code) ? table[code] : undefined
  return known ? { zh: known.title, en: known.titleEn } : plain(code)
}

const modes: Readonly<Record<string, { title: string; titleEn: string }>> = {
  strict: { title: '三员分立', titleEn: 'duties kept apart' },
  simplified: { title: '简化模式', titleEn: 'simplified mode' },
}

const refusedBecause: Readonly<Record<string, { title: string; titleEn: string }>> = {
  'too many': { title: '连续失败，暂停登录', titleEn: 'too many failures, made to wait' },
  'unknown login': { title: '没有这个登录名', titleEn: 'no such login' },
  'wrong password': { title: '口令不对', titleEn: 'wrong password' },
}

const languages: Readonly<Record<string, { title: string; titleEn: string }>> = {
  zh: { title: '中文', titleEn: 'Chinese' },
  en: { title: '英文', titleEn: 'English' },
}

/** The post an entry tells of: `档案管理员（档案室）`. */
function postIn({ fact, unit }: Told): Wording {
  const role = fact('role')
  const { zh, en } = isRole(role) ? titled(roles, role) : plain(role)
  const where = unit(fact('unitId'))
  return { zh: `${zh}（${where}）`, en: `${en} (${where})` }
}

/** What changed of a person: name, login, or both. */
function editIn({ facts }: Told): Wording {
  const [before, after] = [facts('before'), facts('after')]
  const changes = [
    { key: 'name', zh: '姓名', en: 'name' },
    { key: 'login', zh: '登录名', en: 'login' },
  ].filter(({ key }) => before[key] !== after[key])
  const said = (key: string) => `${String(before[key] || '—')} → ${String(after[key] || '—')}`
  return {
    zh: changes.map(({ key, zh }) => `${zh} ${said(key)}`).join('，') || '没有变化',
    en: changes.map(({ key, en }) => `${en} ${said(key)}`).join(', ') || 'nothing changed',
  }
}

/** What happens to people, posts and sign-ins, each as a sentence. */
export const accessSentences: Readonly<Record<keyof typeof accessEvents, Sentence>> = {
  'setup.completed': ({ fact }) => ({
    zh: `完成初始设置：${fact('organisation')}，${titled(modes, fact('separation')).zh}`,
    en: `completed set-up: ${fact('organisation')}, ${titled(modes, fact('separation')).en}`,
  }),
  'session.opened': ({ fact }) => ({
    zh: `登录${because(fact('agent')).zh}`,
    en: `signed in${because(fact('agent')).en}`,
  }),
  'session.refused': ({ fact }) => {
    const why = titled(refusedBecause, fact('reason'))
    return { zh: `登录失败：${fact('login')}，${why.zh}`, en: `sign-in failed: ${fact('login')}, ${why.en}` }
  },
  'session.closed': () => ({ zh: '退出登录', en: 'signed out' }),
  'access.denied': ({ fact }) => {
    const right = titled(permissionTitles, fact('permission'))
    return { zh: `越权被拒：没有“${right.zh}”的权限`, en: `was refused: may not “${right.en}”` }
  },
  'password.changed': () => ({ zh: '修改自己的口令', en: 'changed the own password' }),
  'password.reset': ({ whom }) => ({ zh: `重置 ${whom} 的口令`, en: `reset the password of ${whom}` }),
  'password.refused': () => ({
    zh: '修改口令失败：当前口令不对',
    en: 'failed to change the password: the present one was wrong',
  }),
  'language.chosen': ({ fact }) => {
    const language = titled(languages, fact('language'))
    return { zh: `界面改用${language.zh}`, en: `chose ${language.en}` }
  },
  'token.created': ({ fact }) => {
    const until = fact('expiresAt') && secondOf(fact('expiresAt')).slice(0, 10)
    return {
      zh: `创建访问令牌“${fact('name')}”，有效至 ${until}`,
      en: `created the token “${fact('name')}” until ${until}`,
    }
  },
  'token.revoked': ({ fact }) => ({ zh: `撤销访问令牌“${fact('name')}”`, en: `revoked the token “${fact('name')}”` }),
  'unit.created': ({ fact, unit }) => {
    const parent = fact('parentId') && unit(fact('parentId'))
    return {
      zh: `新建机构 ${fact('name')}（${fact('code')}）${parent && `，上级 ${parent}`}`,
      en: `created the unit ${fact('name')} (${fact('code')})${parent && ` under ${parent}`}`,
    }
  },
  'unit.renamed': ({ fact }) => ({
    zh: `机构更名：${fact('before')} → ${fact('after')}`,
    en: `renamed a unit: ${fact('before')} → ${fact('after')}`,
  }),
  'person.created': ({ fact }) => {
    const login = fact('login')
    return {
      zh: `新建人员 ${fact('name')}，${login ? `登录名 ${login}` : '没有登录名'}`,
      en: `created ${fact('name')} ${login ? `with the login ${login}` : 'without a login'}`,
    }
  },
  'person.edited': told => {
    const what = editIn(told)
    return { zh: `修改人员 ${told.whom}：${what.zh}`, en: `edited ${told.whom}: ${what.en}` }
  },
  'person.disabled': ({ whom, fact }) => ({
    zh: `停用 ${whom} 的账号${because(fact('reason')).zh}`,
    en: `disabled the account of ${whom}${because(fact('reason')).en}`,
  }),
  'person.enabled': ({ whom }) => ({ zh: `启用 ${whom} 的账号`, en: `enabled the account of ${whom}` }),
  'post.granted': told => ({
    zh: `授予 ${told.whom} 岗位：${postIn(told).zh}`,
    en: `granted ${told.whom} the post ${postIn(told).en}`,
  }),
  'post.revoked': told => ({
    zh: `撤销 ${told.whom} 的岗位：${postIn(told).zh}`,
    en: `revoked from ${told.whom} the post ${postIn(told).en}`,
  }),
  'clearance.set': ({ whom, fact }) => {
    const [before, after] = [titled(secrecyLevels, fact('before')), titled(secrecyLevels, fact('after'))]
    return {
      zh: `设定 ${whom} 的知悉范围：${before.zh} → ${after.zh}`,
      en: `set the clearance of ${whom}: ${before.en} → ${after.en}`,
    }
  },
  'separation.declared': ({ fact }) => {
    const mode = titled(modes, fact('mode'))
    return {
      zh: `声明${mode.zh}${because(fact('reason')).zh}`,
      en: `declared ${mode.en}${because(fact('reason')).en}`,
    }
  },
  'audit.checked': ({ fact }) => {
    const sound = fact('sound') === 'true'
    return {
      zh: `核验审计链：${fact('entries')} 条${sound ? '，完好' : '之后不符'}`,
      en: `checked the trail: ${fact('entries')} entries${sound ? ', sound' : ', then broken'}`,
    }
  },
  'audit.sealed': ({ fact }) => ({
    zh: `封存审计链，到第 ${fact('seq')} 条`,
    en: `sealed the trail up to entry ${fact('seq')}`,
  }),
  'job.cancelled': ({ fact }) => ({ zh: `取消任务：${fact('label')}`, en: `cancelled a job: ${fact('label')}` }),
  'system.restored': ({ fact }) => {
    const at = fact('backedUpAt') && secondOf(fact('backedUpAt'))
    return { zh: `从 ${at} 的备份恢复`, en: `restored the backup of ${at}` }
  },
  'system.rebuilt': ({ fact }) => ({
    zh: `从存储库重建：${fact('items')} 件，${fact('entries')} 条审计记录`,
    en: `rebuilt from the store: ${fact('items')} items, ${fact('entries')} entries of the trail`,
  }),
  'system.started': ({ fact }) => ({
    zh: `系统启动，版本 ${fact('version')}`,
    en: `started, version ${fact('version')}`,
  }),
}
