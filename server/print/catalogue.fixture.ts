import type { FilingCatalogue, FilingCatalogueRow } from './filing-catalogue.ts'

const titles = [
  '关于召开2024年度安全生产工作会议的通知',
  '关于同意第三牧场扩建挤奶厅（二期）工程立项的批复',
  '会议纪要',
  '关于䶮㛃、𬱖𬭚等同志任免职务的决定',
  '2024年度奶牛存栏及产奶量统计年报',
]

/** A catalogue of `count` items whose titles need at most two lines; `change` gives single rows other values. */
export function catalogueOf(count: number, change: Record<number, Partial<FilingCatalogueRow>> = {}): FilingCatalogue {
  const rows = Array.from(
    { length: count },
    (_, index): FilingCatalogueRow => ({
      code: `Z109-WS·2024-Y-BGS-${String(index + 1).padStart(4, '0')}`,
      documentNo: index % 4 === 2 ? '' : `兰牧发〔2024〕${index + 1}号`,
      creator: '兰台牧业有限公司',
      title: titles[index % titles.length]!,
      selfMadeTitle: index % 5 === 2,
      date: `2024-${String((index % 12) + 1).padStart(2, '0')}-${String((index % 28) + 1).padStart(2, '0')}`,
      secrecyTitle: index % 7 === 3 ? '内部' : '',
      pages: index % 9 === 8 ? null : (index % 13) + 1,
      note: index % 10 === 4 ? '附光盘1张' : '',
      ...change[index],
    }),
  )
  return {
    fondsCode: 'Z109',
    fondsName: '内蒙古草原兰台牧业有限公司',
    year: 2024,
    retentionTitle: '永久',
    unitName: '办公室',
    printedOn: '2026-11-23',
    printedBy: '王芳',
    rows,
  }
}
