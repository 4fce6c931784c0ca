import type { LabelStock } from './label-stock.ts'

/** What one form is printed for: each thing has a page, a strip or a label of its own. */
export const formThings = {
  series: { title: '类别', titleEn: 'Series' },
  volume: { title: '案卷', titleEn: 'Volumes' },
  box: { title: '盒', titleEn: 'Boxes' },
  item: { title: '件', titleEn: 'Items' },
} as const

export type FormThing = keyof typeof formThings

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
}

/** Shelves of the print centre, in the order of an archivist's day. */
export const formGroups = {
  catalogue: { title: '目录', titleEn: 'Catalogues' },
  volume: { title: '案卷', titleEn: 'Volumes' },
  box: { title: '盒与标签', titleEn: 'Boxes and labels' },
} as const

export type FormGroup = keyof typeof formGroups

const form = <const F extends Form>(definition: F): F => definition

const documentStyle = { title: '文书（GB/T 9705）', titleEn: 'Documents (GB/T 9705)' }
const technicalStyle = { title: '科技（GB/T 11822）', titleEn: 'Technical (GB/T 11822)' }
const volumeStyles = { document: documentStyle, technical: technicalStyle }

/** Every form, by its name; what it says and how it is drawn is the server's. */
export const forms = {
  'volume-catalogue': form({
    title: '案卷目录',
    titleEn: 'Catalogue of volumes',
    group: 'catalogue',
    takes: ['series', 'volume'],
    options: ['style', 'copies', 'format'],
    styles: volumeStyles,
    perFile: 50,
  }),
  'full-catalogue': form({
    title: '全引目录',
    titleEn: 'Full catalogue',
    group: 'catalogue',
    takes: ['series', 'volume'],
    options: ['copies', 'format'],
    perFile: 20,
  }),
  'volume-contents': form({
    title: '卷内文件目录',
    titleEn: 'Contents of a volume',
    group: 'volume',
    takes: ['volume', 'series'],
    options: ['style', 'copies', 'format'],
    styles: volumeStyles,
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
    group: 'box',
    takes: ['item', 'series'],
    options: ['stock', 'start', 'copies'],
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
