import type { LinkProps } from '@tanstack/react-router'
import type { Permission } from '../../domain/access/permissions.ts'
import type { Wording } from '../language.ts'
import type { IconName } from '../pieces/icon.tsx'

/** One kind of work in the left navigation. */
export interface Entry {
  readonly to: NonNullable<LinkProps['to']>
  readonly title: Wording
  /** What one does there, in a sentence. */
  readonly says: Wording
  readonly icon: IconName
  /** Other pages where this kind of work goes on. */
  readonly also?: readonly string[]
  /** Shown to who holds any of these; with none, to everybody signed in. */
  readonly anyOf: readonly Permission[]
}

/** The navigation in groups, in the order of a day's work. */
export const navigation: readonly (readonly Entry[])[] = [
  [
    {
      to: '/',
      title: { zh: '工作台', en: 'Workbench' },
      says: { zh: '今天等着做的事。', en: 'What waits to be done today.' },
      icon: 'workbench',
      anyOf: [],
    },
  ],
  [
    {
      to: '/registry',
      title: { zh: '收文发文', en: 'Registry' },
      says: {
        zh: '登记收进来、发出去的文件，分发、办理、立件。',
        en: 'Register what comes and goes, forward, handle, make items.',
      },
      icon: 'registry',
      anyOf: ['line.list'],
    },
    {
      to: '/intake',
      title: { zh: '整理归档', en: 'Intake' },
      says: { zh: '登记、著录、编号，然后归档。', en: 'Register, describe, number, then file.' },
      icon: 'intake',
      anyOf: ['item.register', 'item.file'],
    },
    {
      to: '/import',
      title: { zh: '导入', en: 'Import' },
      says: { zh: '把 Excel、CSV 登记簿整批登记进来。', en: 'Register a whole register from Excel or CSV.' },
      icon: 'import',
      anyOf: ['import.list'],
    },
    {
      to: '/arrange',
      title: { zh: '组卷装盒', en: 'Volumes and boxes' },
      says: { zh: '排次序、组卷、编页号、装盒。', en: 'Order, bind, number pages, fill boxes.' },
      icon: 'bind',
      anyOf: ['volume.arrange', 'box.arrange'],
    },
    {
      to: '/repository',
      title: { zh: '库房', en: 'Repository' },
      says: { zh: '上架、移位，看哪里满、哪里空。', en: 'Shelve, move, and see what is full.' },
      icon: 'shelves',
      anyOf: ['location.list'],
    },
    {
      to: '/search',
      title: { zh: '检索', en: 'Search' },
      says: { zh: '找一件档案，看它在哪里。', en: 'Find a record and where it is kept.' },
      icon: 'search',
      also: ['/browse', '/favourites'],
      anyOf: ['item.search'],
    },
    {
      to: '/catalogue',
      title: { zh: '目录打印', en: 'Catalogues' },
      says: { zh: '预览、打印、导出归档文件目录。', en: 'Preview, print and export filing catalogues.' },
      icon: 'print',
      anyOf: ['catalogue.print', 'catalogue.export'],
    },
    {
      to: '/print',
      title: { zh: '打印中心', en: 'Print centre' },
      says: {
        zh: '案卷目录、卷内目录、备考表、封面、盒脊、标签。',
        en: 'Catalogues, contents, remarks, covers, spines and labels.',
      },
      icon: 'label',
      anyOf: ['form.print'],
    },
    {
      to: '/preservation',
      title: { zh: '保管', en: 'Keeping' },
      says: { zh: '文字识别，固化检查，载体。', en: 'Words in scans, checks of what is stored, media.' },
      icon: 'eye',
      anyOf: ['recognition.list', 'fixity.list', 'medium.list'],
    },
  ],
  [
    {
      to: '/audit',
      title: { zh: '审计', en: 'Audit' },
      says: { zh: '谁在什么时候做了什么，能否证明。', en: 'Who did what and when, and its proof.' },
      icon: 'audit',
      anyOf: ['audit.list', 'audit.check', 'audit.export'],
    },
  ],
  [
    {
      to: '/settings/organisation',
      title: { zh: '机构与人员', en: 'Units and people' },
      says: { zh: '部门、人员、岗位与知悉范围。', en: 'Units, people, their posts and clearance.' },
      icon: 'people',
      anyOf: ['person.list', 'unit.create', 'post.grant'],
    },
    {
      to: '/settings/classification',
      title: { zh: '门类与分类', en: 'Kinds and classes' },
      says: { zh: '门类的著录项、档号模板。', en: 'Fields of each kind and its code template.' },
      icon: 'settings',
      anyOf: ['kind.show'],
    },
  ],
]
