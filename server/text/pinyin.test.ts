import { expect, test } from 'vitest'
import { initialsOf, initialsOfName, isInitialsQuery } from './pinyin.ts'

test.each([
  ['档案管理', 'dagl'],
  ['重庆公司会计档案', 'cqgskjda'],
  ['都市长期规划', 'dscqgh'],
  ['长春银行行长办公会议纪要', 'ccyhhzbghyjy'],
  ['场办发〔2024〕15号 Ａ182 关于奶牛疫病防治', 'cbf202415ha182gynnybfz'],
  ['二○二四年', 'elesn'],
  ['', ''],
])('the initials of the title %s are %s', (title, initials) => expect(initialsOf(title)).toBe(initials))

test.each([
  ['曾国强', 'zgq'],
  ['单雄信', 'sxx'],
  ['仇和', 'qh'],
  ['解晓东', 'xxd'],
  ['尉迟恭', 'ycg'],
  ['万俟丑奴', 'mqcn'],
  ['石𬭚', 'sc'],
  ['阿不都·热合曼', 'abdrhm'],
  ['John Smith', 'johnsmith'],
])('the initials of the person %s are %s', (name, initials) => expect(initialsOfName(name)).toBe(initials))

test('only plain letters are taken for initials', () => {
  expect(['dagl', 'D', ' zgq '].every(isInitialsQuery)).toBe(true)
  expect(['', '档案', 'dagl2024', 'ａｂ', 'da gl'].some(isInitialsQuery)).toBe(false)
})
