import { refusals, refuser } from '../../domain/shared/refusal.ts'

/** Why the database is not started; each says what the administrator can do. */
export const databaseRefusals = refusals({
  'database.no-binaries': {
    status: 503,
    zh: '本机（{platform}）没有自带的 PostgreSQL。请重新执行 npm ci；若仍没有，请用 DATABASE_URL 指定一个 PostgreSQL（15 或更新）。',
    en: 'There is no embedded PostgreSQL for this machine ({platform}). Run npm ci again, or name a PostgreSQL (15 or newer) in DATABASE_URL.',
  },
  'database.binaries-fail': {
    status: 503,
    zh: '自带的 PostgreSQL 在本机不能运行：{reason}。可以用 DATABASE_URL 指定一个 PostgreSQL（15 或更新）。',
    en: 'The embedded PostgreSQL does not run on this machine: {reason}. You can name a PostgreSQL (15 or newer) in DATABASE_URL.',
  },
  'database.other-major': {
    status: 503,
    zh: '数据库 {directory} 属于 PostgreSQL {found}，本版本使用 {wanted}，没有改动任何数据。请用原来的 Lantai 版本备份（lantai backup），再用本版本恢复到新的数据文件夹（lantai restore）。',
    en: 'The database {directory} belongs to PostgreSQL {found}; this version uses {wanted}. Nothing was touched. Back it up with the former version of Lantai (lantai backup) and restore it with this one into a new data folder (lantai restore).',
  },
  'database.not-a-cluster': {
    status: 503,
    zh: '文件夹 {directory} 里已有别的文件，不是数据库，没有改动。请移走它，或用 LANTAI_DATA 另设数据文件夹。',
    en: 'The folder {directory} holds other files and is not a database; nothing was touched. Move it away, or set another data folder in LANTAI_DATA.',
  },
  'database.closed-folder': {
    status: 503,
    zh: 'PostgreSQL 不能以 root 身份运行，要改用系统用户 {account}，而该用户进不了 {directory}。请以普通用户启动 Lantai，或把 LANTAI_DATA 设为人人可经过的位置，例如 /var/lib/lantai。',
    en: 'PostgreSQL refuses to run as root and is run as the system user {account}, who may not enter {directory}. Start Lantai as an ordinary user, or set LANTAI_DATA to a place every user may pass through, such as /var/lib/lantai.',
  },
  'database.other-owner': {
    status: 503,
    zh: '数据库 {directory} 属于另一个系统用户（编号 {owner}）。请以该用户或 root 启动 Lantai，或把文件夹的所有者改为当前用户。',
    en: 'The database {directory} belongs to another system user (number {owner}). Start Lantai as that user or as root, or give the folder to the present user.',
  },
  'database.socket-squatted': {
    status: 503,
    zh: '临时文件夹 {directory} 不属于本程序，出于安全没有使用。请删除它后再启动。',
    en: 'The temporary folder {directory} is not ours and was not used, for safety. Delete it and start again.',
  },
  'database.in-use': {
    status: 503,
    zh: '另一个 Lantai 正在使用数据库 {directory}。请先停止它，或为本次启动另设 LANTAI_DATA。',
    en: 'Another Lantai is using the database {directory}. Stop it first, or set another LANTAI_DATA for this one.',
  },
  'database.create-failed': {
    status: 503,
    zh: '不能在 {directory} 建立数据库：{reason}',
    en: 'The database could not be created in {directory}: {reason}',
  },
  'database.start-failed': {
    status: 503,
    zh: '数据库 {directory} 没有启动：{reason}。日志在其 log 文件夹中。',
    en: 'The database {directory} did not start: {reason}. Its logs are in its log folder.',
  },
  'database.stop-failed': {
    status: 503,
    zh: '数据库 {directory} 没有在限定时间内停下，仍在运行，下次启动时会接管：{reason}',
    en: 'The database {directory} did not stop in time; it goes on running and will be taken over at the next start: {reason}',
  },
  'database.unreachable': {
    status: 503,
    zh: '连不上 DATABASE_URL 指定的数据库 {place}：{reason}',
    en: 'The database {place} named in DATABASE_URL cannot be reached: {reason}',
  },
  'database.too-old': {
    status: 503,
    zh: '数据库 {place} 是 PostgreSQL {found}，需要 15 或更新。',
    en: 'The database {place} is PostgreSQL {found}; 15 or newer is needed.',
  },
  'database.not-utf8': {
    status: 503,
    zh: "数据库 {place} 的编码是 {found}，需要 UTF8。请用 create database … encoding 'UTF8' template template0 新建一个。",
    en: "The database {place} is encoded in {found}; UTF8 is needed. Make one with create database … encoding 'UTF8' template template0.",
  },
})

export const refuseDatabase = refuser(databaseRefusals)
