import type { LabelStock } from './label-stock.ts'

/** What one form is printed for: each thing has a page, a strip or a label of its own. */
export const formThings = {
  series: { title: '类别', titleEn: 'Series' },
  volume: { title: '案卷', titleEn: 'Volumes' },
  box: { title: '盒', titleEn: 'Boxes' },
  item: { title: '件', titleEn: 'Items' },
  location: { title: '库位', titleEn: 'Places' },
  check: { title: '检测', titleEn: 'Checks' },
} as const

export type FormThing = keyof typeof formThings

/** How the id of such a thing begins. */
export const prefixOf = (thing: FormThing): string => (thing === 'location' ? 'loc_' : `${thing}_`)

/** Choices that some forms leave to who prints: names of the fields in `PrintOptions`. */
export type OptionName = 'style' | 'widthMm' | 'paper' | 'stock' | 'start' | 'copies' | 'format'

/** How a form is wanted; each form reads only the options it names. */
export interface PrintOptions {
  readonly style?: string | undefined
  readonly widthMm?: number | undefined
  readonly paper: 'a4' | 'a3'
  readonly stock: LabelStock
  /** First label still left on the sheet, from 1. */
  readonly start: number
  readonly copies: number
  readonly format: 'pdf' | 'xlsx'
}

/** A form 表单 of the print centre 打印中心. */
export interface Form {
  readonly title: string
  readonly titleEn: string
  readonly group: FormGroup
  /** Things it may be printed for; a series stands for everything in it. */
  readonly takes: readonly FormThing[]
  readonly options: readonly OptionName[]
  /** Styles the form comes in, the first unless another is chosen. */
  readonly styles?: Readonly<Record<string, { readonly title: string; readonly titleEn: string }>>
  /** Things that make one file of a long job. */
  readonly perFile: number
  /** Most things of one order, where that is fewer than of other forms. */
  readonly most?: number
  /** The form shows the files of items, so that an order opens them and says so (S2.6). */
  readonly opensFiles?: true
}

/** Shelves of the print centre, in the order of an archivist's day. */
export const formGroups = {
  catalogue: { title: '目录', titleEn: 'Catalogues' },
  volume: { title: '案卷', titleEn: 'Volumes' },
  box: { title: '盒与标签', titleEn: 'Boxes and labels' },
  item: { title: '件', titleEn: 'Items' },
} as const

export type FormGroup = keyof typeof formGroups

const form = <const F extends Form>(definition: F): F => definition

const documentStyle = { title: '文书（GB/T 9705）', titleEn: 'Documents (GB/T 9705)' }
const technicalStyle = { title: '科技（GB/T 11822）', titleEn: 'Technical (GB/T 11822)' }
const accountingStyle = { title: '会计（DA/T 39）', titleEn: 'Accounts (DA/T 39)' }
const volumeStyles = { document: documentStyle, technical: technicalStyle }
const listStyles = { ...volumeStyles, accounting: accountingStyle }
const personnelClasses = {
  company: { title: '企业九类', titleEn: 'Nine classes of a company' },
  office: { title: '干部十类', titleEn: 'Ten classes of a public office' },
}
/** Which places below the one chosen get a label. */
const placeLevels = {
  slot: { title: '每格一张', titleEn: 'One for each slot' },
  shelf: { title: '每层一张', titleEn: 'One for each shelf' },
  bay: { title: '每节一张', titleEn: 'One for each bay' },
  row: { title: '每列一张', titleEn: 'One for each row' },
  room: { title: '库房一张', titleEn: 'One for the room' },
}

/** Every form, by its name; what it says and how it is drawn is the server's. */
export const forms = {
  'volume-catalogue': form({
    title: '案卷目录',
    titleEn: 'Catalogue of volumes',
    group: 'catalogue',
    takes: ['series', 'volume'],
    options: ['style', 'copies', 'format'],
    styles: listStyles,
    perFile: 2000,
  }),
  'full-catalogue': form({
    title: '全引目录',
    titleEn: 'Full catalogue',
    group: 'catalogue',
    takes: ['series', 'volume'],
    options: ['copies', 'format'],
    perFile: 200,
  }),
  'handover-volumes': form({
    title: '移交清单（案卷）',
    titleEn: 'Handover list of volumes',
    group: 'catalogue',
    takes: ['series', 'volume'],
    options: ['copies', 'format'],
    perFile: 2000,
  }),
  'handover-items': form({
    title: '移交清单（件）',
    titleEn: 'Handover list of items',
    group: 'catalogue',
    takes: ['series', 'item'],
    options: ['copies', 'format'],
    perFile: 2000,
  }),
  'personnel-catalogue': form({
    title: '人事档案材料目录',
    titleEn: 'Personnel papers',
    group: 'volume',
    takes: ['volume', 'series'],
    options: ['style', 'copies', 'format'],
    styles: personnelClasses,
    perFile: 100,
  }),
  'volume-contents': form({
    title: '卷内文件目录',
    titleEn: 'Contents of a volume',
    group: 'volume',
    takes: ['volume', 'series'],
    options: ['style', 'copies', 'format'],
    styles: listStyles,
    perFile: 100,
  }),
  'volume-remarks': form({
    title: '卷内备考表',
    titleEn: 'Remarks on a volume',
    group: 'volume',
    takes: ['volume', 'series'],
    options: ['style', 'copies'],
    styles: volumeStyles,
    perFile: 500,
  }),
  'volume-cover': form({
    title: '案卷封面',
    titleEn: 'Cover of a volume',
    group: 'volume',
    takes: ['volume', 'series'],
    options: ['style', 'copies'],
    styles: volumeStyles,
    perFile: 500,
  }),
  'volume-spine': form({
    title: '案卷脊背',
    titleEn: 'Spine of a volume',
    group: 'volume',
    takes: ['volume', 'series'],
    options: ['widthMm', 'paper', 'copies'],
    perFile: 500,
  }),
  'box-spine': form({
    title: '盒脊',
    titleEn: 'Spine of a box',
    group: 'box',
    takes: ['box', 'series'],
    options: ['widthMm', 'paper', 'copies'],
    perFile: 500,
  }),
  'box-label': form({
    title: '盒签（二维码）',
    titleEn: 'Box label with QR',
    group: 'box',
    takes: ['box', 'series'],
    options: ['stock', 'start', 'copies'],
    perFile: 2000,
  }),
  'box-remarks': form({
    title: '备考表（盒内）',
    titleEn: 'Remarks on a box',
    group: 'box',
    takes: ['box', 'series'],
    options: ['copies'],
    perFile: 500,
  }),
  'item-label': form({
    title: '件签（二维码）',
    titleEn: 'Item label with QR',
    group: 'item',
    takes: ['item', 'series'],
    options: ['stock', 'start', 'copies'],
    perFile: 2000,
  }),
  'archive-stamp': form({
    title: '盖归档章的副本',
    titleEn: 'Copy with the archive stamp',
    group: 'item',
    takes: ['item', 'series'],
    options: ['style'],
    styles: {
      center: { title: '首页上端居中', titleEn: 'Top of the first page, centred' },
      left: { title: '首页上端靠左', titleEn: 'Top of the first page, left' },
      right: { title: '首页上端靠右', titleEn: 'Top of the first page, right' },
    },
    perFile: 1,
    most: 200,
    opensFiles: true,
  }),
  'quality-report': form({
    title: '四性检测报告',
    titleEn: 'Report of the four checks',
    group: 'item',
    takes: ['check', 'series'],
    options: ['copies', 'format'],
    perFile: 50,
  }),
  'location-label': form({
    title: '库位标签（二维码）',
    titleEn: 'Label of a place with QR',
    group: 'box',
    takes: ['location'],
    options: ['style', 'stock', 'start', 'copies'],
    styles: placeLevels,
    perFile: 2000,
  }),
} as const satisfies Record<string, Form>

export type FormCode = keyof typeof forms
export const formCodes = Object.keys(forms) as [FormCode, ...FormCode[]]

/** Widths of spines 盒脊, in millimetres. */
export const spineWidths = [10, 15, 20, 30, 40, 50, 60] as const

/** Most things one order may name; more are printed series by series. */
export const mostThings = 2000
/** Things shown in a preview; the others look like them. */
export const mostPreviewed = 20
