import { type Printing, printingData } from './list-form.ts'
import { renderPdf } from './typst.ts'

/** The cover of a volume 案卷封面, 310 mm high and 220 mm wide. */
export interface VolumeCover {
  /** The fonds 全宗名称, or what else stands over the double rule. */
  readonly heading: string
  readonly class: string | null
  readonly title: string
  readonly fields: readonly (readonly [label: string, value: string])[]
  /** What stands in the table at the foot: 全宗号, 目录号, 案卷号. */
  readonly codes: readonly (readonly [label: string, value: string])[]
}

const template = new URL('./volume-cover.typ', import.meta.url)

/** Prints covers of volumes, one sheet of 220 × 310 mm each. */
export const printVolumeCovers = (covers: readonly VolumeCover[], printing: Printing): Promise<Uint8Array> =>
  renderPdf(template, { ...printingData(printing), covers })
