import { refusals, refuser } from '../shared/refusal.ts'

/** Refusals about the register of what is received and sent. */
export const registryRefusals = refusals({
  'line.unknown': {
    status: 404,
    rule: 'S17.4',
    zh: '没有这条登记，或者您无权查看。',
    en: 'There is no such line in the register, or you may not see it.',
  },
  'line.foreign': {
    status: 403,
    rule: 'S5.2',
    zh: '只能登记和管理本部门的收发文。',
    en: 'You may only keep the lines of your own unit.',
  },
  'line.duplicate': {
    status: 409,
    rule: 'S1.1',
    zh: '“{counterpart}”的“{documentNo}”已经登记过：{codes}。确实是另一份，再登记一次即可。',
    en: '“{documentNo}” of “{counterpart}” is already registered: {codes}. If this is another one, register it again.',
  },
  'line.other-year': {
    status: 422,
    rule: 'S1.1',
    zh: '{code} 是 {year} 年的号，日期不能改到别的年份。请作废后在另一年重新登记。',
    en: '{code} is a number of {year}; its day cannot move to another year. Void it and register it in the other year.',
  },
  'line.changed': {
    status: 409,
    zh: '这条登记刚被别人改过（第 {revision} 次修改）。您填的内容还在，请对照后再保存。',
    en: 'Somebody else has just changed this line (revision {revision}). What you typed is kept; compare and save again.',
  },
  'line.nothing-changed': { status: 422, zh: '没有改动任何内容。', en: 'Nothing was changed.' },
  'line.voided': {
    status: 409,
    rule: 'S1.1',
    zh: '{code} 已经作废，不能再办；号不再用，需要时另行登记。',
    en: '{code} is void and its number is not used again; register the document anew if it is needed.',
  },
  'line.itemised': {
    status: 409,
    rule: 'S1.2',
    zh: '{code} 已经立件，请在那一件里著录。',
    en: '{code} has become an item; describe it there.',
  },
  'line.still-circulating': {
    status: 409,
    rule: 'S1.1',
    zh: '{code} 还在传阅，先办结再立件。',
    en: '{code} is still circulating; finish it before making an item of it.',
  },
  'line.number-stays': {
    status: 409,
    rule: 'S1.1',
    zh: '登记簿里的号不能改、不能删、不能再用。',
    en: 'A number in the register is never changed, removed or used again.',
  },
  'line.unit-number-taken': {
    status: 409,
    rule: 'S5.2',
    zh: '部门编号已被使用，请再试一次。',
    en: 'The unit’s number is taken; try again.',
  },
  'line.none': {
    status: 409,
    rule: 'S1.1',
    zh: '所选 {count} 条都不能办理，原因见各条。',
    en: 'None of the {count} lines could be processed; see each reason.',
  },
  'forward.nobody': { status: 422, zh: '还没有选分发给谁。', en: 'Choose to whom it is forwarded.' },
  'forward.not-cleared': {
    status: 403,
    rule: 'S17.4',
    zh: '密级高于{name}的知悉范围，不能分发。',
    en: 'Its secrecy is above the clearance of {name}.',
  },
  'forward.twice': {
    status: 409,
    zh: '已经分发给{name}了。',
    en: 'It has already been forwarded to {name}.',
  },
  'forward.unknown': {
    status: 404,
    zh: '没有这条分发，或者不是分发给您的。',
    en: 'There is no such forwarding, or it is not yours.',
  },
  'forward.handled': {
    status: 409,
    zh: '已经办理过了，不能再改或撤回。',
    en: 'It has already been handled and cannot be changed or recalled.',
  },
  'link.oneself': { status: 422, zh: '不能和自己关联。', en: 'A line cannot be linked with itself.' },
  'link.twice': {
    status: 409,
    rule: 'S14.3',
    zh: '这两条已经关联了；要换一种关系，先解除。',
    en: 'The two are linked already; unlink them to choose another tie.',
  },
  'link.unknown': { status: 404, zh: '没有这个关联。', en: 'There is no such link.' },
  'link.bound': {
    status: 409,
    rule: 'S14.3',
    zh: '其中一条已经立件，关联不能再解除。',
    en: 'One of the two has become an item; the link stays.',
  },
  'register.empty': {
    status: 404,
    rule: 'S1.1',
    zh: '所选范围内没有登记。',
    en: 'There are no lines in this selection.',
  },
  'register.too-long': {
    status: 422,
    rule: 'S1.1',
    zh: '超过 {most} 条，请按部门或状态分别打印。',
    en: 'There are more than {most} lines; print by unit or state.',
  },
})

export const refuseRegistry = refuser(registryRefusals)
