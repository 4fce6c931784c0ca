import { refusals, refuser } from '../../shared/refusal.ts'

export const numberingRefusals = refusals({
  'numbering.template-broken': {
    status: 422,
    zh: '档号模板“{template}”的括号不配对或嵌套了',
    en: 'The brackets of the code template “{template}” do not match or are nested',
  },
  'numbering.element-unknown': {
    status: 422,
    zh: '档号模板里没有“{element}”这个组成部分',
    en: 'A code template has no element “{element}”',
  },
  'numbering.element-repeated': {
    status: 422,
    zh: '“{element}”在档号模板里只能出现一次',
    en: '“{element}” may stand only once in a code template',
  },
  'numbering.width': {
    status: 422,
    zh: '“{element}”的位数应为 1 到 8，且只用于可定位数的部分',
    en: '“{element}” takes a width from 1 to 8, and only where a width makes sense',
  },
  'numbering.literal': {
    status: 422,
    zh: '档号模板里的“{literal}”不可用，只能用大写字母、数字、汉字、“-”和“·”',
    en: '“{literal}” cannot stand in a code template; use capitals, digits, Chinese, “-” and “·”',
  },
  'numbering.group-empty': {
    status: 422,
    zh: '档号模板的可选部分 [ ] 里应有组成部分',
    en: 'An optional group [ ] of a code template needs an element',
  },
  'numbering.no-serial': {
    status: 422,
    zh: '档号模板应以案卷号、件号等流水号收尾',
    en: 'A code template must end with a serial such as volume or item',
  },
  'numbering.ambiguous': {
    status: 422,
    zh: '档号模板“{template}”编出的档号无法唯一地拆回各部分',
    en: 'Codes of the template “{template}” cannot be taken apart in one way only',
  },
  'numbering.part-not-of-kind': {
    status: 422,
    zh: '这个门类没有“{title}”，档号模板不能要求它；换一个模板，或把这一部分放进 [ ]',
    en: 'This kind has no “{titleEn}”, so a template cannot ask for it; choose another or put that part into [ ]',
  },
  'numbering.part-absent': { status: 422, zh: '编制档号缺少“{title}”', en: 'The code needs “{titleEn}”' },
  'numbering.part-form': {
    status: 422,
    zh: '档号中的{title}“{value}”不合规则，应为{form}',
    en: '“{value}” cannot stand as {titleEn} in a code: {formEn}',
  },
})

export const refuseNumbering = refuser(numberingRefusals)
