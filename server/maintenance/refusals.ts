import { refusals, refuser } from '../../domain/shared/refusal.ts'

/** Why maintenance may say no; each says what the administrator can do. */
export const maintenanceRefusals = refusals({
  'maintenance.set-up-before': {
    status: 409,
    zh: '初始设置已经完成，没有改动。',
    en: 'Set-up is already done; nothing was changed.',
  },
  'maintenance.not-set-up': {
    status: 409,
    zh: '这个数据库里还没有兰台的数据。',
    en: 'There is nothing of Lantai in this database yet.',
  },
  'maintenance.other-schema': {
    status: 409,
    zh: '数据库的结构与本版本不一致。请用同一版本的兰台，或先启动本版本的服务器。',
    en: 'The database is of another version. Use that version of Lantai, or start the server of this one first.',
  },
  'maintenance.database-not-empty': {
    status: 409,
    zh: '数据库里已有数据，没有改动。请用 LANTAI_DATA 或 DATABASE_URL 另指一个空的。',
    en: 'The database is not empty; nothing was touched. Name an empty one in LANTAI_DATA or DATABASE_URL.',
  },
  'maintenance.database-in-use': {
    status: 409,
    zh: '还有别的程序连着这个数据库，没有改动。请先停止服务器。',
    en: 'Others are connected to this database; nothing was touched. Stop the server first.',
  },
  'maintenance.folder-not-empty': {
    status: 409,
    zh: '文件夹 {directory} 不是空的，没有改动。',
    en: 'The folder {directory} is not empty; nothing was touched.',
  },
  'sample.none': {
    status: 409,
    zh: '这里没有装入示范奶牛场，没有改动。',
    en: 'No sample farm was loaded here; nothing was changed.',
  },
  'sample.own-database': {
    status: 409,
    zh: '数据在您自己的 PostgreSQL 里。请建一个空的数据库，用 DATABASE_URL 指向它，再用 LANTAI_STORE 指一个空的文件夹。',
    en: 'The data is in a PostgreSQL of your own. Make an empty database, name it in DATABASE_URL, and an empty folder in LANTAI_STORE.',
  },
  'sample.worked-in': {
    status: 409,
    zh: '除了示范数据，还登记过 {count} 次自己的档案，没有改动。确认一并移开，请加 --despite-work。',
    en: 'Besides the sample, records were registered {count} times; nothing was changed. To put those aside as well, add --despite-work.',
  },
  'backup.inside': {
    status: 409,
    zh: '备份不能放在数据文件夹或存储库里面：{directory}',
    en: 'A backup must not lie inside the data folder or the storage root: {directory}',
  },
  'backup.incomplete': {
    status: 422,
    zh: '{directory} 不是一份完整的备份：没有可读的 manifest.json。',
    en: '{directory} is not a complete backup: it has no readable manifest.json.',
  },
  'backup.damaged': {
    status: 422,
    zh: '备份已损坏，没有恢复：{what}',
    en: 'The backup is damaged and was not restored: {what}',
  },
  'backup.other-version': {
    status: 422,
    zh: '这份备份由更新的或改动过的兰台写成（{migration}），本版本不能恢复。',
    en: 'This backup was written by a newer or altered Lantai ({migration}); this version cannot restore it.',
  },
  'rebuild.no-store': { status: 404, zh: '{directory} 不是存储库。', en: '{directory} is no storage root.' },
  'rebuild.unreadable': {
    status: 422,
    zh: '对象 {id} 读不出来，没有重建：{what}',
    en: 'The object {id} cannot be read; nothing was rebuilt: {what}',
  },
  'rebuild.trail-incomplete': {
    status: 422,
    zh: '存储库中的审计链不完整（{what}）。确认后可加 --without-trail，只重建馆藏。',
    en: 'The trail in the storage root is not complete ({what}). If that is understood, --without-trail rebuilds the holdings alone.',
  },
})

export const refuseMaintenance = refuser(maintenanceRefusals)
