import { refusals, refuser } from '../../domain/shared/refusal.ts'

/** Why the storage root 存储库 or the staging area 暂存区 may say no. */
export const storeRefusals = refusals({
  'store.not-ours': {
    status: 409,
    zh: '目录“{dir}”不是空目录，也不是可识别的存储库，未作任何改动',
    en: 'The folder "{dir}" is neither empty nor a storage root known here; nothing was changed',
  },
  'store.unknown-layout': {
    status: 409,
    zh: '存储库“{dir}”的目录布局不受支持',
    en: 'The layout of the storage root "{dir}" is not supported',
  },
  'store.temporary-elsewhere': {
    status: 409,
    zh: '临时目录“{temporary}”必须与存储库“{dir}”在同一文件系统上',
    en: 'The temporary folder "{temporary}" must be on the same file system as the storage root "{dir}"',
  },
  'store.bad-path': {
    status: 422,
    zh: '文件路径“{path}”不可用：须为相对路径，不含空段、“.”、“..”、控制字符，且不与其他文件冲突',
    en: 'The path "{path}" cannot be used: it must be relative, without empty, "." or ".." parts or control characters, and in nobody\'s way',
  },
  'store.digest-mismatch': {
    status: 422,
    zh: '文件“{path}”的内容与给定的摘要不符，可能已损坏，未写入',
    en: 'The content of "{path}" does not have the digest given for it and may be damaged; nothing was written',
  },
  'store.damaged': {
    status: 503,
    zh: '存储对象“{id}”已损坏，未作任何改动：{what}',
    en: 'The stored object "{id}" is damaged and was left as it is: {what}',
  },
  'store.foreign-object': {
    status: 409,
    zh: '存储对象“{id}”由其他程序写成（非 sha512 或非 OCFL 1.1），只能读取，不能添加版本',
    en: 'The stored object "{id}" was written otherwise (not sha512 or not OCFL 1.1) and can only be read',
  },
  'store.absent': {
    status: 503,
    zh: '存储库“{dir}”现在不在：磁盘可能没有接上。没有改动，接上以后会接着做',
    en: 'The storage root "{dir}" is not there: its disk may be unplugged. Nothing was changed; work goes on once it is back',
  },
  'store.unknown-object': { status: 404, zh: '存储库中没有对象“{id}”', en: 'The storage root holds no object "{id}"' },
  'store.unknown-file': {
    status: 404,
    zh: '存储对象“{id}”的这一版本中没有文件“{path}”',
    en: 'This version of the stored object "{id}" holds no file "{path}"',
  },
  'store.busy': {
    status: 503,
    zh: '存储对象“{id}”正被同时写入，请稍后再试',
    en: 'The stored object "{id}" is being written by others at the same time; try again',
  },
  'store.too-large': {
    status: 413,
    zh: '文件超过上限 {maxBytes} 字节',
    en: 'The file is larger than {maxBytes} bytes',
  },
})

/** Says no in the store's name; see `storeRefusals`. */
export const refuseStore = refuser(storeRefusals)
