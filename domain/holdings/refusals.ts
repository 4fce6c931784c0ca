import { refusals, refuser } from '../shared/refusal.ts'

/** Refusals about fonds, items and their files. */
export const holdingsRefusals = refusals({
  'fonds.unknown': { status: 404, zh: '没有这个全宗。', en: 'There is no such fonds.' },
  'fonds.code-taken': { status: 409, zh: '全宗号已被使用。', en: 'The fonds code is taken.' },
  'fonds.closed': {
    status: 409,
    rule: 'S13.4',
    zh: '全宗“{name}”已封闭，不能再收。',
    en: 'The fonds “{name}” is closed.',
  },
  'kind.unknown': { status: 422, rule: 'S8.1', zh: '没有这个门类：{kind}。', en: 'There is no such kind: {kind}.' },
  'series.unknown': {
    status: 404,
    rule: 'S17.4',
    zh: '没有这个类别，或者您无权查看。',
    en: 'There is no such series, or you may not see it.',
  },
  'scope.changed': {
    status: 409,
    rule: 'S5.4',
    zh: '归档范围表刚被别人改过。您改的还在，请重新载入后对照再保存。',
    en: 'Somebody has just changed the table of filing scope. What you changed is kept; reload, compare and save again.',
  },
  'scope.outside': {
    status: 422,
    rule: 'S5.4',
    zh: '“{title}”不在本部门的归档范围内。确实要归档的，请写明理由。',
    en: '“{title}” is outside the filing scope of its unit. To register it all the same, give the reason.',
  },
  'kind.not-used': {
    status: 409,
    rule: 'S13.1',
    zh: '全宗“{name}”不用门类“{kind}”。请改选门类，或请档案室负责人把它选为在用。',
    en: 'The fonds “{name}” does not use the kind “{kind}”. Choose another, or have the head of the archive room take it into use.',
  },
  'kind.code-taken': {
    status: 409,
    rule: 'S8.1',
    zh: '已有代码为“{kind}”的门类，请换一个代码。',
    en: 'There is a kind “{kind}” already; choose another code.',
  },
  'kind.category-taken': {
    status: 409,
    rule: 'S8.1',
    zh: '门类代码“{category}”已由“{title}”使用，一个代码不能代表两个门类。',
    en: 'The category code “{category}” stands for “{title}” already; one code cannot stand for two kinds.',
  },
  'kind.changed': {
    status: 409,
    rule: 'S8.1',
    zh: '这个门类刚被别人改过（现在是第 {version} 版）。您改的还在，请重新载入后对照再保存。',
    en: 'Somebody has just changed this kind (version {version} now). What you changed is kept; reload, compare and save again.',
  },
  'kind.version-taken': {
    status: 409,
    rule: 'S8.1',
    zh: '这个门类刚被别人改过，请重新载入后再保存。',
    en: 'Somebody has just changed this kind; reload and save again.',
  },
  'kind.nothing-changed': { status: 422, rule: 'S8.1', zh: '没有改动任何内容。', en: 'Nothing was changed.' },
  'unit.foreign': {
    status: 403,
    rule: 'S8.2',
    zh: '只能为本部门登记和整理。',
    en: 'You may only work for your own unit.',
  },
  'item.unknown': {
    status: 404,
    rule: 'S17.4',
    zh: '没有这件档案，或者您无权查看。',
    en: 'There is no such item, or you may not see it.',
  },
  'item.too-secret': {
    status: 403,
    rule: 'S17.4',
    zh: '密级高于您的知悉范围，不能登记或改成这个密级。',
    en: 'This secrecy is above your clearance.',
  },
  'item.changed': {
    status: 409,
    zh: '这件档案刚被别人改过（第 {revision} 次修改）。您填的内容还在，请对照后再保存。',
    en: 'Somebody else has just changed this item (revision {revision}). What you typed is kept; compare and save again.',
  },
  'item.filed': {
    status: 409,
    rule: 'S1.5',
    zh: '已归档，电子文件不能再变，著录只能更正。',
    en: 'It is filed: its files never change and its description only by a correction.',
  },
  'item.not-filed': {
    status: 409,
    rule: 'S1.5',
    zh: '还没有归档，直接修改即可，不需要更正。',
    en: 'It is not filed yet; edit it directly.',
  },
  'item.not-draft': {
    status: 409,
    rule: 'S1.2',
    zh: '已经编号（{code}），先撤销编号。',
    en: 'It already has the code {code}; withdraw that first.',
  },
  'item.not-numbered': {
    status: 409,
    rule: 'S1.5',
    zh: '还没有编号，不能归档。',
    en: 'It has no code yet and cannot be filed.',
  },
  'item.not-last': {
    status: 409,
    rule: 'S1.2',
    zh: '{code} 之后还有编号，撤销会留下空号。请从最后一号开始撤销。',
    en: '{code} is not the last number; withdrawing it would leave a gap.',
  },
  'item.incomplete': { status: 422, rule: 'S14.2', zh: '还缺：{missing}。', en: 'Still missing: {missing}.' },
  'item.code-taken': { status: 409, rule: 'S1.2', zh: '档号已被使用。', en: 'The code is taken.' },
  'item.nothing-changed': { status: 422, rule: 'S1.5', zh: '没有改动任何内容。', en: 'Nothing was changed.' },
  'bulk.none': {
    status: 409,
    rule: 'S1.5',
    zh: '所选 {count} 件都不能办理，原因见各件。',
    en: 'None of the {count} items could be processed; see each reason.',
  },
  'upload.unknown': {
    status: 404,
    zh: '没有这个上传，或者还没有传完。',
    en: 'There is no such upload, or it is not finished.',
  },
  'upload.too-large': {
    status: 413,
    zh: '文件太大：{name}，上限 {limit}。',
    en: 'The file is too large: {name}; the limit is {limit}.',
  },
  'upload.empty': { status: 422, zh: '文件是空的：{name}。', en: 'The file is empty: {name}.' },
  'upload.offset': {
    status: 409,
    zh: '续传位置不对，请重新开始。',
    en: 'The upload offset does not match; start again.',
  },
  'component.unknown': {
    status: 404,
    zh: '没有这个电子文件，或者您无权查看。',
    en: 'There is no such file, or you may not see it.',
  },
  'component.ticket': {
    status: 410,
    zh: '查看链接已过期，请在页面上重新打开。',
    en: 'The viewing link has expired; open it again from the page.',
  },
  'component.damaged': {
    status: 503,
    zh: '电子文件读不出来，已记录，请告知档案管理员。',
    en: 'The file cannot be read; this is recorded. Please tell the archivist.',
  },
  'search.unknown': { status: 404, zh: '没有这个保存的检索。', en: 'There is no such saved search.' },
  'search.name-taken': {
    status: 409,
    zh: '已有名为“{name}”的检索，请换个名称，或先删除原来的。',
    en: 'A search called “{name}” is saved already; choose another name, or forget that one first.',
  },
  'search.too-many': {
    status: 409,
    zh: '最多保存 {most} 个检索，请先删除不用的。',
    en: 'At most {most} searches can be saved; forget some first.',
  },
  'search.too-many-to-sort': {
    status: 422,
    zh: '找到的超过 {most} 件，不能按档号或日期排；请先缩小范围。',
    en: 'More than {most} were found, too many to sort by code or date; narrow the search first.',
  },
  'list.too-long': {
    status: 422,
    zh: '超过 {most} 件，一次导不出；请按年度或门类分开导出。',
    en: 'More than {most} items cannot be exported at once; export them by year or kind.',
  },
  'catalogue.too-long': {
    status: 422,
    rule: 'S1.2',
    zh: '超过 {most} 件，请按保管期限或机构分别打印。',
    en: 'There are more than {most} items; print by retention or unit.',
  },
  'catalogue.empty': {
    status: 404,
    rule: 'S1.2',
    zh: '所选范围内没有已编号的档案。',
    en: 'There are no numbered items in this selection.',
  },
})

export const refuseHoldings = refuser(holdingsRefusals)
