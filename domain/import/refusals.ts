import { refusals, refuser } from '../shared/refusal.ts'

/** Why an import 导入 may say no. */
export const importRefusals = refusals({
  'import.unknown': {
    status: 404,
    zh: '没有这次导入，或者是别人的。',
    en: 'There is no such import, or it is somebody else’s.',
  },
  'import.file-type': {
    status: 415,
    zh: '“{name}”不是表格。请用 .xlsx 或 .csv。',
    en: '“{name}” is not a spreadsheet; use .xlsx or .csv.',
  },
  'import.not-ready': {
    status: 409,
    zh: '这次导入现在不能这样做（{state}），请刷新页面。',
    en: 'This import is not at that step ({state}); reload the page.',
  },
  'import.column-twice': {
    status: 422,
    zh: '“{target}”对应了两列，只能对应一列。',
    en: '“{target}” has two columns; it can have one.',
  },
  'import.no-title': {
    status: 422,
    rule: 'S1.1',
    zh: '还没有指定哪一列是题名。',
    en: 'No column is the title yet.',
  },
  'import.column-unknown': {
    status: 422,
    zh: '这个门类没有“{target}”。',
    en: 'This kind has no “{target}”.',
  },
  'import.no-sheet': { status: 422, zh: '表格里没有工作表“{sheet}”。', en: 'The file has no sheet “{sheet}”.' },
  'import.no-rows': { status: 422, zh: '表头下面没有数据。', en: 'There is nothing below the heads.' },
  'import.too-wide': {
    status: 413,
    zh: '工作表“{sheet}”有 {columns} 列，最多 {most} 列。请删去空列和无关的列。',
    en: 'The sheet “{sheet}” has {columns} columns; the most is {most}. Remove empty and unrelated ones.',
  },
  'import.too-hard': {
    status: 413,
    zh: '表格太大或太复杂，没有读完。请拆分，或只留需要的工作表，另存后再试。',
    en: 'The file is too large or too intricate to be read; split it, or keep only the sheets that are needed.',
  },
  'import.file-gone': {
    status: 410,
    zh: '表格已过保存期限（一周），请重新上传。',
    en: 'The file was kept for a week and is gone; upload it again.',
  },
  'import.faulty': {
    status: 409,
    rule: 'S1.5',
    zh: '还有 {count} 处错误，一件也没有登记。请按标出的改好再导入。',
    en: 'There are {count} faults and nothing was registered; correct what is marked and import again.',
  },
  'import.changed-meanwhile': {
    status: 409,
    rule: 'S1.2',
    zh: '检查之后有人用掉了其中的档号，一件也没有登记。请重新检查。',
    en: 'Since the check somebody has taken one of the codes; nothing was registered. Check again.',
  },
  'import.stopped': { status: 409, zh: '已停下，一件也没有登记。', en: 'Stopped; nothing was registered.' },
  'import.broken': {
    status: 503,
    zh: '服务器出错，一件也没有登记。请再试一次。',
    en: 'Something went wrong on the server; nothing was registered. Try again.',
  },
  'import.worked-on': {
    status: 409,
    rule: 'S1.5',
    zh: '已有 {count} 件改过、编过号或归了档，不能整批撤回。请逐件处理。',
    en: '{count} items have been changed, numbered or filed since; the import cannot be withdrawn as a whole. Deal with them one by one.',
  },
  'import.no-marked': { status: 404, zh: '没有标出错误的表格。', en: 'There is no sheet with marked faults.' },
  'mapping.name-taken': {
    status: 409,
    zh: '已有同名的对应，请换一个名字。',
    en: 'There is a mapping of that name; choose another.',
  },
})

/** Says no in the import's name; see `importRefusals`. */
export const refuseImport = refuser(importRefusals)
