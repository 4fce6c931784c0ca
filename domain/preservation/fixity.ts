/**
 * In how many days the daily runs read the whole store once: a year less 65 days, so that every object is read at least once a year even
 * where the server is off on weekends and holidays (S5.5).
 */
export const roundDays = 300

/** A daily run reads at least so many objects, so that a small store is read in days rather than in a year. */
const leastShare = 50

/** How many objects a daily run reads of a store that holds so many. */
export const dailyShare = (stored: number): number =>
  Math.min(stored, Math.max(leastShare, Math.ceil(stored / roundDays)))

/** What may be found wrong with a stored object, as an archivist says it. */
export const fixityFaults = {
  'object-missing': { zh: '整个对象不见了', en: 'the whole object is gone' },
  'file-missing': { zh: '文件不见了', en: 'a file is gone' },
  'file-changed': { zh: '文件与写入时不一样', en: 'a file is not as it was written' },
  unreadable: { zh: '磁盘读不出来', en: 'the disk cannot read it' },
  inventory: { zh: '对象的清单或目录不对', en: 'the inventory or the folders are wrong' },
} as const

export type FixityFault = keyof typeof fixityFaults
export const fixityFaultCodes = Object.keys(fixityFaults) as [FixityFault, ...FixityFault[]]

/** How a run stands or ended; `absent`: the store was not there, so nothing can be said about it. */
export const fixityStates = {
  running: { zh: '进行中', en: 'under way' },
  finished: { zh: '完成', en: 'finished' },
  cancelled: { zh: '已停下', en: 'stopped' },
  absent: { zh: '存储库不在', en: 'store not there' },
} as const

export type FixityState = keyof typeof fixityStates
export const fixityStateCodes = Object.keys(fixityStates) as [FixityState, ...FixityState[]]
