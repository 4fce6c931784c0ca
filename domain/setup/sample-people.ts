import type { RoleCode } from '../access/roles.ts'
import type { Secrecy } from '../access/secrecy.ts'

/** Units the sample farm works in, by code; those the chosen template lacks are added. */
export const sampleUnits = {
  BGS: '办公室',
  DAS: '档案室',
  CWB: '财务部',
  RLB: '人力资源部',
  CGB: '采购部',
  SYZ: '兽医组',
  FYZ: '繁育组',
  CF: '产房',
  SYB: '饲养组',
  NTZ: '奶厅组',
  SBZ: '设备组',
  XXB: '信息部',
} as const

export type SampleUnit = keyof typeof sampleUnits

/** Somebody of the sample farm, who signs in with the first administrator's password. */
export interface SamplePerson {
  readonly name: string
  readonly login: string
  readonly role: RoleCode
  readonly unit: SampleUnit
  readonly clearance: Secrecy
}

const person = (
  [name, login]: readonly [string, string],
  role: RoleCode,
  [unit, clearance]: readonly [SampleUnit, Secrecy],
): SamplePerson => ({ name, login, role, unit, clearance })

/** The people of the sample farm 示范奶牛场, at least one in every role; their names are made up. */
export const samplePeople: readonly SamplePerson[] = [
  person(['张敏', 'zhangmin'], 'archivist', ['DAS', 'trade-secret']),
  person(['李建平', 'lijianping'], 'archive-head', ['DAS', 'core-secret']),
  person(['王丽娟', 'wanglijuan'], 'office-director', ['BGS', 'trade-secret']),
  person(['许静怡', 'xujingyi'], 'office-clerk', ['BGS', 'internal']),
  person(['陈国栋', 'chenguodong'], 'general-manager', ['BGS', 'core-secret']),
  person(['赵春生', 'zhaochunsheng'], 'department-head', ['SYZ', 'trade-secret']),
  person(['刘志远', 'liuzhiyuan'], 'department-head', ['SYB', 'internal']),
  person(['孙晓燕', 'sunxiaoyan'], 'part-time-archivist', ['SYZ', 'internal']),
  person(['周文静', 'zhouwenjing'], 'part-time-archivist', ['CWB', 'trade-secret']),
  person(['吴海涛', 'wuhaitao'], 'part-time-archivist', ['SYB', 'internal']),
  person(['郑秀英', 'zhengxiuying'], 'chief-accountant', ['CWB', 'trade-secret']),
  person(['马小军', 'maxiaojun'], 'employee', ['NTZ', 'internal']),
  person(['胡玉兰', 'huyulan'], 'employee', ['CF', 'internal']),
  person(['林大为', 'lindawei'], 'employee', ['CGB', 'public']),
  person(['何静', 'hejing'], 'auditor', ['BGS', 'public']),
  person(['高翔', 'gaoxiang'], 'system-administrator', ['XXB', 'public']),
  person(['罗倩', 'luoqian'], 'security-officer', ['XXB', 'public']),
]
