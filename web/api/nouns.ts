import type { Wording } from '../language.ts'

/** What operations and permissions are about, by the noun their names begin with. */
const nouns: Readonly<Record<string, Wording>> = {
  setup: { zh: '初始设置', en: 'Set-up' },
  session: { zh: '登录', en: 'Sign-in' },
  language: { zh: '语言', en: 'Language' },
  password: { zh: '口令', en: 'Passwords' },
  token: { zh: '访问令牌', en: 'Tokens' },
  unit: { zh: '机构', en: 'Units' },
  person: { zh: '人员', en: 'People' },
  post: { zh: '岗位', en: 'Posts' },
  clearance: { zh: '知悉范围', en: 'Clearance' },
  separation: { zh: '三员分立', en: 'Separation of duties' },
  fonds: { zh: '全宗', en: 'Fonds' },
  series: { zh: '类别', en: 'Series' },
  kind: { zh: '门类', en: 'Kinds' },
  item: { zh: '件', en: 'Items' },
  component: { zh: '电子文件', en: 'Files' },
  upload: { zh: '上传', en: 'Uploads' },
  location: { zh: '库位', en: 'Places in the repository' },
  stocktake: { zh: '盘点', en: 'Stock-takes' },
  climate: { zh: '温湿度', en: 'Climate' },
  visit: { zh: '进库人员', en: 'Visitors of the store' },
  place: { zh: '存放', en: 'Where things stand' },
  catalogue: { zh: '目录', en: 'Catalogues' },
  audit: { zh: '审计', en: 'Audit' },
  access: { zh: '权限', en: 'Rights' },
  store: { zh: '存储库', en: 'Store' },
  system: { zh: '系统', en: 'System' },
  job: { zh: '后台任务', en: 'Background work' },
}

/** The noun in words; one that has none yet stands as it is. */
export const nounTitle = (noun: string): Wording =>
  Object.hasOwn(nouns, noun) ? (nouns[noun] as Wording) : { zh: noun, en: noun }
