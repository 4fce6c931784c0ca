import { expect, test } from 'vitest'
import { titleFromFileName } from './file-name.ts'

test.each([
  ['关于做好夏季防暑工作的通知.pdf', '关于做好夏季防暑工作的通知'],
  ['003-关于做好夏季防暑工作的通知.PDF', '关于做好夏季防暑工作的通知'],
  ['12、 设备_采购_合同.docx', '设备 采购 合同'],
  ['牛奶销售合同 - 副本 (2).pdf', '牛奶销售合同'],
  ['牛奶销售合同（1）.pdf', '牛奶销售合同'],
  ['2026年工作计划.doc', '2026年工作计划'],
  ['Annual report 2025.pdf', 'Annual report 2025'],
])('the file %s is called %s', (name, title) => {
  expect(titleFromFileName(name)).toBe(title)
})

test.each([
  'IMG_20260301_101010.jpg',
  'scan0012.pdf',
  '扫描_001.pdf',
  '20260301.pdf',
  '微信图片_20260301.png',
  '(3).pdf',
])('%s says nothing of what is written inside', name => {
  expect(titleFromFileName(name)).toBe('')
})
