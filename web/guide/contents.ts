/** A page of the guide: its file's name, and what it is called. */
export interface Contents {
  readonly page: string
  readonly zh: string
  readonly en: string
}

/** The guide's pages in the order a newcomer meets them. */
export const contents: readonly Contents[] = [
  { page: 'start', zh: '开始使用', en: 'Getting started' },
  { page: 'sign-in', zh: '登录与口令', en: 'Sign-in and password' },
  { page: 'registry', zh: '收文发文', en: 'The registry' },
  { page: 'intake', zh: '登记与著录', en: 'Register and describe' },
  { page: 'import', zh: '导入', en: 'Import' },
  { page: 'filing', zh: '编号、归档、更正', en: 'Number, file, correct' },
  { page: 'arranging', zh: '组卷、装盒', en: 'Volumes and boxes' },
  { page: 'repository', zh: '库房', en: 'The repository' },
  { page: 'finding', zh: '检索', en: 'Find' },
  { page: 'viewing', zh: '查看电子文件', en: 'Look at files' },
  { page: 'recognition', zh: '扫描件里的字', en: 'Words in scans' },
  { page: 'fixity', zh: '固化检查、载体', en: 'Fixity and media' },
  { page: 'catalogue', zh: '目录打印', en: 'Print the catalogue' },
  { page: 'classification', zh: '门类与分类', en: 'Kinds and classes' },
  { page: 'printing', zh: '打印中心', en: 'The print centre' },
  { page: 'people', zh: '机构、人员与三员', en: 'Units, people, administrators' },
  { page: 'audit', zh: '审计', en: 'Audit' },
  { page: 'programs', zh: '命令行与接口', en: 'Command line and API' },
  { page: 'backup', zh: '备份、恢复、重建', en: 'Backup, restore, rebuild' },
  { page: 'settings', zh: '服务器设置', en: 'Server settings' },
  { page: 'keyboard', zh: '键盘', en: 'Keyboard' },
  { page: 'rules', zh: '规则', en: 'Rules' },
  { page: 'errors', zh: '出错代码', en: 'Error codes' },
]
