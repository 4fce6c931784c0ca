import { z } from 'zod'
import type { Actor } from '../../domain/access/actor.ts'
import {
  type Form,
  type FormCode,
  type FormThing,
  formCodes,
  forms,
  formThings,
  mostThings,
  type PrintOptions,
  prefixOf,
  spineWidths,
} from '../../domain/forms/forms.ts'
import { labelStockCodes, labelsPerSheet } from '../../domain/forms/label-stock.ts'
import { refuseForms } from '../../domain/forms/refusals.ts'
import { dayIn } from '../holdings/catalogue.ts'
import type { Reads } from '../platform/db.ts'
import type { Printing } from '../print/list-form.ts'
import { boxesOfSeries } from './boxes.sql.ts'
import { newestChecks } from './checks.sql.ts'
import { itemsOfSeries } from './items.sql.ts'
import { placesWithin } from './locations.sql.ts'
import { volumesOfSeries } from './volumes.sql.ts'

const formThingCodes = Object.keys(formThings) as [FormThing, ...FormThing[]]

/** Which form, for which things, how: what the print centre is told. */
export const order = {
  form: z.enum(formCodes).meta({ title: '表单', titleEn: 'Form' }),
  thing: z.enum(formThingCodes).meta({ title: '按什么打印', titleEn: 'Printed for' }),
  ids: z
    .array(z.string().regex(/^(series|volume|box|item|loc|check)_[0-9a-hjkmnp-tv-z]{26}$/))
    .min(1)
    .max(mostThings)
    .meta({ title: '所选', titleEn: 'Chosen' }),
  style: z.string().max(20).optional().meta({ title: '样式', titleEn: 'Style' }),
  widthMm: z.literal(spineWidths).optional().meta({ title: '脊宽（毫米）', titleEn: 'Width in mm' }),
  paper: z.enum(['a4', 'a3']).default('a4').meta({ title: '纸张', titleEn: 'Paper' }),
  stock: z.enum(labelStockCodes).default('70x37').meta({ title: '标签纸', titleEn: 'Label stock' }),
  start: z.int().min(1).max(100).default(1).meta({ title: '从第几枚开始', titleEn: 'First label' }),
  copies: z.int().min(1).max(20).default(1).meta({ title: '份数', titleEn: 'Copies' }),
  format: z.enum(['pdf', 'xlsx']).default('pdf').meta({ title: '格式', titleEn: 'Format' }),
}

interface Order extends PrintOptions {
  readonly form: FormCode
  readonly thing: FormThing
  readonly ids: readonly string[]
}

const expand = { volume: volumesOfSeries, box: boxesOfSeries, item: itemsOfSeries, check: newestChecks } as const

/** The things an order is about, a series standing for everything in it; refuses what the form does not take. */
export async function thingsOf(
  reads: Reads,
  actor: Actor,
  { form: code, thing, ids, style }: Order,
): Promise<string[]> {
  const form: Form = forms[code]
  const fits = form.takes.includes(thing) && ids.every(id => id.startsWith(prefixOf(thing)))
  if (!fits)
    refuseForms('form.wrong-thing', {
      form: { zh: form.title, en: form.titleEn },
      thing: { zh: formThings[thing].title, en: formThings[thing].titleEn },
    })
  if (thing === 'location') return placesOf(reads, actor, ids, style ?? 'slot')
  if (thing !== 'series') return [...new Set(ids)]
  const unit = form.takes.find(taken => taken !== 'series')
  if (unit === undefined || unit === 'location') return [...ids]
  const found = await expand[unit](reads, actor, ids, mostThings)
  if (found.length > mostThings) refuseForms('form.too-many', { most: mostThings })
  if (found.length === 0) refuseForms('form.nothing', { thing: formThings[unit].title })
  return found
}

async function placesOf(reads: Reads, actor: Actor, ids: readonly string[], level: string): Promise<string[]> {
  const found = actor.permissions.has('location.list') ? await placesWithin(reads, ids, level, mostThings) : []
  if (found.length > mostThings) refuseForms('form.too-many', { most: mostThings })
  if (found.length === 0) refuseForms('form.nothing', { thing: formThings.location.title })
  return found
}

/** Refuses options that the form or its paper does not have. */
export function assertOptions({ form: code, style, stock, start }: Order): void {
  const form: Form = forms[code]
  if (style !== undefined && !Object.hasOwn(form.styles ?? {}, style))
    refuseForms('form.no-style', { form: { zh: form.title, en: form.titleEn } })
  const most = labelsPerSheet(stock)
  if (form.options.includes('start') && start > most) refuseForms('form.start', { most })
}

/** What is kept of an order beside its form and things. */
export function optionsOf({ style, widthMm, paper, stock, start, copies, format }: Order): PrintOptions {
  return {
    ...(style !== undefined && { style }),
    ...(widthMm !== undefined && { widthMm }),
    paper,
    stock,
    start,
    copies,
    format,
  }
}

/** The day and the name that a form carries: the archive room's own day. */
export async function printingFor(reads: Reads, actor: Actor, now: Date): Promise<Printing> {
  const fonds = await reads.selectFrom('fonds').select('timezone').orderBy('code').limit(1).executeTakeFirst()
  return { on: dayIn(fonds?.timezone ?? 'Asia/Shanghai', now), by: actor.name }
}
