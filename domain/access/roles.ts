import { type Permission, permissions } from './permissions.ts'

/** What a role lets its holder read, before units and clearance are known. */
interface RoleReads {
  readonly units: 'all' | 'own'
  readonly kinds: 'all' | readonly string[]
  readonly filedOnly: boolean
  /** Only what is public 公开, whatever the holder's clearance. */
  readonly publicOnly?: true
}

/**
 * Group that keeps duties apart 三员分立: nobody holds posts of two groups, except that a small organisation may declare the
 * simplified mode, in which `admin` and `business` may meet in one person; `audit` never meets another.
 */
export type SeparationGroup = 'admin' | 'audit' | 'business'

export interface Role {
  readonly title: string
  readonly titleEn: string
  readonly group: SeparationGroup
  readonly permissions: readonly Permission[]
  readonly reads: readonly RoleReads[]
}

const finding = [
  'item.list',
  'item.expiring',
  'item.search',
  'item.show',
  'item.history',
  'fonds.list',
  'series.tree',
  'component.open',
  'volume.show',
  'box.show',
  'place.show',
  'place.find',
] as const
const gathering = [
  'scope.show',
  'item.register',
  'item.describe',
  'item.discard',
  'bond.arrange',
  'component.attach',
  'component.detach',
  'upload.create',
  'import.list',
  'import.run',
  'import.withdraw',
] as const
const receiving = ['line.list', 'line.open', 'line.handle', 'line.print'] as const
const keeping = ['line.register', 'line.edit', 'line.void', 'line.forward', 'line.finish', 'line.itemise'] as const
/** How the holdings are classified: the archive room's own affair, never an administrator's. */
const classifying = [
  'kind.show',
  'kind.define',
  'kind.extend',
  'fonds.choose-template',
  'fonds.choose-kinds',
  'scope.save',
] as const
const printing = ['catalogue.print', 'catalogue.export', 'form.preview', 'form.print'] as const
/** Binding into volumes and checking, which a part-time archivist does for the unit as well (S1.3, S8.2). */
const binding = ['check.start', 'volume.arrange', 'person.names'] as const
const arranging = [
  ...binding,
  'item.number',
  'item.unnumber',
  'item.file',
  'item.correct',
  'volume.number',
  'volume.unnumber',
  'volume.file',
  'box.arrange',
] as const

/** Work in the repository 库房: placing, moving, looking. */
const shelving = [
  'location.list',
  'location.plan',
  'location.show',
  'place.propose',
  'place.assign',
  'place.move',
  'place.move-shelf',
  'place.take-off',
  'place.history',
  'stocktake.start',
  'stocktake.scan',
  'stocktake.explain',
  'stocktake.close',
  'stocktake.list',
  'stocktake.show',
  'stocktake.print',
  'climate.record',
  'climate.import',
  'climate.measure',
  'climate.set-carrier',
  'climate.list',
  'climate.print',
  'place.log',
  'visit.enter',
  'visit.leave',
  'visit.list',
] as const
/** Making the places of a repository. */
const furnishing = [
  'location.build',
  'location.extend',
  'location.rename',
  'location.close',
  'location.reopen',
] as const

const preserving = [
  'recognition.list',
  'recognition.rerun',
  'recognition.cancel',
  'fixity.list',
  'fixity.run',
  'medium.list',
  'medium.register',
  'medium.check',
] as const

/** What everybody who works here may find: public documents once they are filed. */
const published: RoleReads = { units: 'all', kinds: ['document'], filedOnly: true, publicOnly: true }

const role = (definition: Role): Role => definition

/** Every role 角色 as a table: what it may do and what it may read (S17.4, denied by default). */
export const roles = {
  'system-administrator': role({
    title: '系统管理员',
    titleEn: 'System administrator',
    group: 'admin',
    permissions: [
      'unit.create',
      'unit.rename',
      'person.create',
      'person.edit',
      'person.disable',
      'person.enable',
      'person.list',
      'password.reset',
      'job.list',
      'job.cancel',
    ],
    reads: [],
  }),
  'security-officer': role({
    title: '安全保密员',
    titleEn: 'Security officer',
    group: 'admin',
    permissions: ['person.list', 'post.grant', 'post.revoke', 'clearance.set', 'separation.declare'],
    reads: [],
  }),
  auditor: role({
    title: '安全审计员',
    titleEn: 'Security auditor',
    group: 'audit',
    permissions: ['audit.list', 'audit.check', 'audit.export', 'person.list'],
    reads: [],
  }),
  archivist: role({
    title: '档案管理员',
    titleEn: 'Archivist',
    group: 'business',
    permissions: [
      ...finding,
      ...gathering,
      ...arranging,
      ...printing,
      ...shelving,
      ...furnishing,
      ...preserving,
      ...receiving,
      ...keeping,
      'line.assign',
    ],
    reads: [{ units: 'all', kinds: 'all', filedOnly: false }],
  }),
  'archive-head': role({
    title: '档案室负责人',
    titleEn: 'Head of the archive room',
    group: 'business',
    permissions: [
      ...finding,
      ...gathering,
      ...arranging,
      ...printing,
      ...shelving,
      ...furnishing,
      ...preserving,
      ...receiving,
      ...keeping,
      'line.assign',
      ...classifying,
      'fonds.create',
      'arrangement.decide',
      'fonds.edit',
    ],
    reads: [{ units: 'all', kinds: 'all', filedOnly: false }],
  }),
  'office-clerk': role({
    title: '内勤',
    titleEn: 'Office clerk',
    group: 'business',
    permissions: [...finding, ...gathering, ...printing, ...receiving, ...keeping, 'line.assign', 'person.names'],
    reads: [{ units: 'own', kinds: 'all', filedOnly: false }, published],
  }),
  'office-director': role({
    title: '办公室主任',
    titleEn: 'Office director',
    group: 'business',
    permissions: [...finding, ...printing, ...receiving, 'line.forward', 'line.finish', 'line.assign', 'person.names'],
    reads: [{ units: 'all', kinds: 'all', filedOnly: true }],
  }),
  'general-manager': role({
    title: '总经理',
    titleEn: 'General manager',
    group: 'business',
    permissions: [...finding, ...printing, ...receiving, 'line.forward', 'person.names'],
    reads: [{ units: 'all', kinds: 'all', filedOnly: true }],
  }),
  'department-head': role({
    title: '部门负责人',
    titleEn: 'Department head',
    group: 'business',
    permissions: [...finding, ...printing, ...receiving, 'line.forward', 'line.finish', 'person.names'],
    reads: [{ units: 'own', kinds: 'all', filedOnly: false }, published],
  }),
  'part-time-archivist': role({
    title: '兼职档案员',
    titleEn: 'Part-time archivist',
    group: 'business',
    permissions: [...finding, ...gathering, ...binding, ...printing, ...receiving, ...keeping],
    reads: [{ units: 'own', kinds: 'all', filedOnly: false }, published],
  }),
  'chief-accountant': role({
    title: '主管会计',
    titleEn: 'Chief accountant',
    group: 'business',
    permissions: [...finding, ...printing, ...receiving],
    reads: [{ units: 'own', kinds: 'all', filedOnly: true }, published],
  }),
  employee: role({
    title: '员工',
    titleEn: 'Employee',
    group: 'business',
    permissions: [...finding, ...receiving],
    reads: [{ units: 'own', kinds: ['document'], filedOnly: true }, published],
  }),
} as const satisfies Record<string, Role>

export type RoleCode = keyof typeof roles
export const roleCodes = Object.keys(roles) as [RoleCode, ...RoleCode[]]
export { type Permission, permissions }
