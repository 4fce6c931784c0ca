import { refusals, refuser } from '../shared/refusal.ts'

/** Refusals about places and what stands in them. */
export const repositoryRefusals = refusals({
  'location.unknown': { status: 404, rule: 'S1.4', zh: '没有这个库位。', en: 'There is no such place.' },
  'location.code-taken': {
    status: 409,
    rule: 'S1.4',
    zh: '库房代号或库位编号已经用了，请换一个。',
    en: 'The code of the room or place is taken; choose another.',
  },
  'location.too-many': {
    status: 422,
    rule: 'S1.4',
    zh: '一次要建 {slots} 格，最多 {most} 格。请分几次建。',
    en: 'That makes {slots} slots; one step builds {most} at most. Build in several steps.',
  },
  'location.no-level-below': {
    status: 422,
    rule: 'S1.4',
    zh: '格里不能再分，请在它的层上加格。',
    en: 'A slot is not divided further; add slots to its shelf.',
  },
  'location.too-wide': {
    status: 422,
    rule: 'S1.4',
    zh: '同一处最多编到 99，现在已有 {count} 个。',
    en: 'Places of one level are numbered up to 99; there are {count} already.',
  },
  'location.not-empty': {
    status: 409,
    rule: 'S1.4',
    zh: '里面还有档案，先移走再停用。',
    en: 'Things still stand there; move them away, then close it.',
  },
  'location.closed': {
    status: 409,
    rule: 'S1.4',
    zh: '库位 {code} 已停用，请换一个，或者先恢复使用。',
    en: 'The place {code} is closed; choose another or reopen it.',
  },
  'place.unknown': {
    status: 404,
    rule: 'S17.4',
    zh: '没有这一盒、这一卷或这一件，或者您无权查看。',
    en: 'There is no such box, volume or item, or you may not see it.',
  },
  'place.not-slot': {
    status: 422,
    rule: 'S1.4',
    zh: '{code} 不是格，请扫或选具体的格。',
    en: '{code} is no slot; scan or choose the slot itself.',
  },
  'place.full': {
    status: 409,
    rule: 'S1.4',
    zh: '{code} 只剩 {free} 毫米，放不下 {needed} 毫米。请换一格。',
    en: '{code} has {free} mm left and {needed} mm are needed; choose another slot.',
  },
  'place.taken-meanwhile': {
    status: 409,
    rule: 'S1.4',
    zh: '放不下：这一格刚被别人用了，或者盒变厚了。请换一格。',
    en: 'It does not fit: somebody has just used the slot, or the box has become thicker. Choose another slot.',
  },
  'place.none-free': {
    status: 409,
    rule: 'S1.4',
    zh: '没有放得下 {needed} 毫米的空位。请扩建库房或腾出空位。',
    en: 'No place has {needed} mm left; extend the room or clear some space.',
  },
  'place.already': {
    status: 409,
    rule: 'S1.4',
    zh: '{code} 已经在架上，要换地方请用“移位”。',
    en: '{code} stands in its place already; move it instead.',
  },
  'place.placed-meanwhile': {
    status: 409,
    rule: 'S1.4',
    zh: '刚被别人上架了，请刷新再看。',
    en: 'Somebody has just put it in a place; look again.',
  },
  'place.none': { status: 409, rule: 'S1.4', zh: '{code} 不在架上。', en: '{code} stands in no place.' },
  'place.same': { status: 409, rule: 'S1.4', zh: '{code} 本来就在这一格。', en: '{code} stands in this slot already.' },
  'place.inside': {
    status: 409,
    rule: 'S1.4',
    zh: '{code} 在 {inside} 里，随它一起上架。',
    en: '{code} lies in {inside} and is shelved with it.',
  },
  'place.stands-alone': {
    status: 409,
    rule: 'S1.4',
    zh: '它自己在架上有位置，先下架，再装盒或立卷。',
    en: 'It has a place of its own; take it off the shelf before boxing or binding it.',
  },
  'place.history-stays': {
    status: 409,
    rule: 'S1.4',
    zh: '上过架的盒、卷、件留有存放记录，不能删除。',
    en: 'What has stood on a shelf keeps its history and cannot be deleted.',
  },
  'place.does-not-fit': {
    status: 409,
    rule: 'S1.4',
    zh: '{from} 上的 {count} 件放不进 {to}，一件也没有移动。请换一处或先腾出空位。',
    en: 'The {count} things of {from} do not all fit into {to}; nothing was moved. Choose another place or clear some space.',
  },
  'place.nothing-there': {
    status: 409,
    rule: 'S1.4',
    zh: '{code} 是空的，没有可移的。',
    en: '{code} is empty; there is nothing to move.',
  },
  'place.into-itself': {
    status: 422,
    rule: 'S1.4',
    zh: '不能移到自己里面，请选另一处。',
    en: 'It cannot be moved into itself; choose another place.',
  },
  'stocktake.unknown': { status: 404, rule: 'S1.4', zh: '没有这次盘点。', en: 'There is no such stock-take.' },
  'stocktake.already-open': {
    status: 409,
    rule: 'S1.4',
    zh: '这里的盘点还没有结束，请接着盘。',
    en: 'A stock-take of this place is still open; go on with that one.',
  },
  'stocktake.closed': {
    status: 409,
    rule: 'S1.4',
    zh: '盘点已经结束，不能再改。要再盘，请另开一次。',
    en: 'The stock-take is closed and stays as it is; start another one to count again.',
  },
  'stocktake.open-differences': {
    status: 409,
    rule: 'S1.4',
    zh: '还有 {count} 处差异没有说明，逐一说明后才能结束。',
    en: '{count} differences are not explained yet; explain each before closing.',
  },
  'stocktake.nothing-to-explain': {
    status: 409,
    rule: 'S1.4',
    zh: '所选的都相符，不用说明。请刷新再看。',
    en: 'What you chose is in its place and needs no explanation; look again.',
  },
})

export const refuseRepository = refuser(repositoryRefusals)
