const a4 = { widthMm: 210, heightMm: 297 } as const

const stock = (
  title: string,
  titleEn: string,
  size: {
    readonly columns: number
    readonly rows: number
    readonly widthMm: number
    readonly heightMm: number
    readonly leftMm: number
    readonly topMm: number
    /** Between two labels of a row. */
    readonly gapMm: number
  },
) => ({ title, titleEn, paper: a4, ...size })

/** Label papers 标签纸 that offices buy: sheets of A4, and one label alone for a label printer. */
export const labelStocks = {
  '70x37': stock('A4，3×8 枚，70×37 mm', 'A4, 3×8, 70×37 mm', {
    columns: 3,
    rows: 8,
    widthMm: 70,
    heightMm: 37,
    leftMm: 0,
    topMm: 0.5,
    gapMm: 0,
  }),
  '63x38': stock('A4，3×7 枚，63.5×38.1 mm', 'A4, 3×7, 63.5×38.1 mm', {
    columns: 3,
    rows: 7,
    widthMm: 63.5,
    heightMm: 38.1,
    leftMm: 7.25,
    topMm: 15.15,
    gapMm: 2.5,
  }),
  '99x57': stock('A4，2×5 枚，99.1×57 mm', 'A4, 2×5, 99.1×57 mm', {
    columns: 2,
    rows: 5,
    widthMm: 99.1,
    heightMm: 57,
    leftMm: 4.65,
    topMm: 6,
    gapMm: 2.5,
  }),
  roll: {
    ...stock('标签机，60×40 mm', 'Label printer, 60×40 mm', {
      columns: 1,
      rows: 1,
      widthMm: 60,
      heightMm: 40,
      leftMm: 0,
      topMm: 0,
      gapMm: 0,
    }),
    paper: { widthMm: 60, heightMm: 40 },
  },
} as const

export type LabelStock = keyof typeof labelStocks
export const labelStockCodes = Object.keys(labelStocks) as [LabelStock, ...LabelStock[]]

/** How many labels are on one sheet of the stock. */
export const labelsPerSheet = (stock: LabelStock): number => labelStocks[stock].columns * labelStocks[stock].rows
