import { expect, test } from 'vitest'
import { readWorkbook, writeWorkbook } from '../spreadsheet/spreadsheet.ts'
import { catalogueOf } from './catalogue.fixture.ts'
import { filingCatalogueSheet } from './filing-catalogue-sheet.ts'

test('the catalogue in Excel has the columns and lines of the printed one', async () => {
  const data = catalogueOf(2, {
    1: { title: '=1+1', selfMadeTitle: false, date: '2024-03-07', code: '00123', pages: 4 },
  })
  const [sheet] = await readWorkbook(await writeWorkbook({ sheets: [filingCatalogueSheet(data)] }))
  expect(sheet!.rows.map(({ cells }) => cells)).toEqual([
    ['序号', '档号', '文号', '责任者', '题名', '日期', '密级', '页数', '备注'],
    [
      1,
      'Z109-WS·2024-Y-BGS-0001',
      '兰牧发〔2024〕1号',
      '兰台牧业有限公司',
      '关于召开2024年度安全生产工作会议的通知',
      '20240101',
      null,
      1,
    ],
    [2, '00123', '兰牧发〔2024〕2号', '兰台牧业有限公司', '=1+1', '20240307', null, 4],
  ])
})

test('its printed pages say of which fonds, year, retention and unit they are', () => {
  expect(filingCatalogueSheet(catalogueOf(0)).subheading).toBe(
    '全宗名称：内蒙古草原兰台牧业有限公司　年度：2024　保管期限：永久　机构（问题）：办公室',
  )
  expect(filingCatalogueSheet({ ...catalogueOf(0), unitName: null }).subheading).not.toContain('机构')
})
