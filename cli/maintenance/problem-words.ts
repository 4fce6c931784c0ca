import type { ProblemCode } from '../../server/maintenance/verify.ts'
import type { Words } from '../language.ts'

/** What each problem means to an archivist. */
export const problemWords: Readonly<Record<ProblemCode, Words>> = {
  'object-missing': { zh: '已归档的件不在存储库中', en: 'A filed item is not in the storage root' },
  'object-damaged': { zh: '存储对象已损坏', en: 'A stored object is damaged' },
  'object-stray': {
    zh: '存储库中有不属于任何归档件的对象',
    en: 'An object of the storage root belongs to no filed item',
  },
  'description-differs': { zh: '著录与数据库不一致', en: 'The stored description differs from the database' },
  'blob-missing': { zh: '文件丢失', en: 'A file is missing' },
  'blob-damaged': { zh: '文件已损坏', en: 'A file is damaged' },
  'chain-broken': { zh: '审计链从此处起被改动', en: 'The trail was altered from here on' },
  'seal-damaged': { zh: '封存文件已损坏', en: 'A seal is damaged' },
  'seal-gap': { zh: '封存的审计记录有缺口', en: 'The sealed trail has a gap' },
  'seal-broken': { zh: '封存的审计记录前后不符', en: 'The sealed trail does not fit together' },
  'seal-differs': {
    zh: '数据库中的审计记录与封存的不同：封存之后被改写',
    en: 'The trail in the database is not the one that was sealed: it was rewritten',
  },
  'seal-missing': { zh: '应有的封存不在', en: 'A seal that must be there is missing' },
}
