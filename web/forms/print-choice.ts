import {
  type Form,
  type FormCode,
  type FormThing,
  formCodes,
  forms,
  formThings,
  type OptionName,
  prefixOf,
  spineWidths,
} from '../../domain/forms/forms.ts'
import { type LabelStock, labelStocks, labelsPerSheet } from '../../domain/forms/label-stock.ts'

/** What the address asks the print centre for; everything is text. */
export interface Asked {
  readonly form?: string
  readonly thing?: string
  readonly ids?: string
  readonly series?: string
  readonly style?: string
  readonly width?: string
  readonly paper?: string
  readonly stock?: string
  readonly start?: string
  readonly copies?: string
  /** A print whose file is shown in place of the preview, and which of its files. */
  readonly run?: string
  readonly file?: string
}

/** A form, what it is printed for, and how: what is sent to the server once there is something to print. */
export interface Choice {
  readonly code: FormCode
  readonly form: Form
  /** What single things of a series the form takes; null for a form of whole series. */
  readonly unit: Exclude<FormThing, 'series'> | null
  readonly seriesId: string | undefined
  /** Single things chosen; none of them takes everything in the series. */
  readonly chosen: readonly string[]
  readonly options: PrintOptions
  /** Absent until a series or things are chosen. */
  readonly order: (PrintOptions & { form: FormCode; thing: FormThing; ids: string[] }) | undefined
}

interface PrintOptions {
  readonly style?: string
  readonly widthMm?: (typeof spineWidths)[number]
  readonly paper?: 'a3'
  readonly stock?: LabelStock
  readonly start?: number
  readonly copies?: number
}

const isForm = (code: string | undefined): code is FormCode => formCodes.some(known => known === code)
const isThing = (thing: string | undefined): thing is FormThing =>
  thing !== undefined && Object.hasOwn(formThings, thing)

/** Reads the address; what does not fit the form is left out, so that an old link shows the form and never an error. */
export function readChoice(asked: Asked): Choice {
  const thing = isThing(asked.thing) ? asked.thing : undefined
  const code = isForm(asked.form)
    ? asked.form
    : (formCodes.find(one => thing && takes(one, thing)) ?? 'volume-catalogue')
  const form: Form = forms[code]
  const unit = form.takes.find(taken => taken !== 'series') ?? null
  const ids = (asked.ids ?? '').split(',').filter(id => unit !== null && id.startsWith(prefixOf(unit)))
  const options = optionsFor(form, asked)
  return {
    code,
    form,
    unit,
    seriesId: asked.series,
    chosen: ids,
    options,
    order: orderFor({ code, unit, ids, series: asked.series, options }),
  }
}

const takes = (code: FormCode, thing: FormThing): boolean => forms[code].takes.some(taken => taken === thing)

interface Parts {
  readonly code: FormCode
  readonly unit: Choice['unit']
  readonly ids: readonly string[]
  readonly series: string | undefined
  readonly options: PrintOptions
}

function orderFor({ code, unit, ids, series, options }: Parts): Choice['order'] {
  if (unit !== null && ids.length > 0) return { form: code, thing: unit, ids: [...ids], ...options }
  return series && unit !== 'location' ? { form: code, thing: 'series', ids: [series], ...options } : undefined
}

function optionsFor(form: Form, asked: Asked): PrintOptions {
  const has = (option: OptionName) => form.options.includes(option)
  const stock = asked.stock !== undefined && isStock(asked.stock) ? asked.stock : undefined
  const width = spineWidths.find(one => String(one) === asked.width)
  const start = whole(asked.start, labelsPerSheet(stock ?? '70x37'))
  const copies = whole(asked.copies, 20)
  return {
    ...(has('style') && asked.style && Object.hasOwn(form.styles ?? {}, asked.style) && { style: asked.style }),
    ...(has('widthMm') && width && { widthMm: width }),
    ...(has('paper') && asked.paper === 'a3' && { paper: 'a3' }),
    ...(has('stock') && stock && { stock }),
    ...(has('start') && start > 1 && { start }),
    ...(has('copies') && copies > 1 && { copies }),
  }
}

const isStock = (stock: string): stock is LabelStock => Object.hasOwn(labelStocks, stock)

/** A whole number from 1 to `most`; anything else is 1. */
function whole(text: string | undefined, most: number): number {
  const number = Number(text)
  return Number.isInteger(number) && number >= 1 && number <= most ? number : 1
}
