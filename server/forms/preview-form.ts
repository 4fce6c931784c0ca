import { z } from 'zod'
import { forms, mostPreviewed } from '../../domain/forms/forms.ts'
import { formsRefusals, refuseForms } from '../../domain/forms/refusals.ts'
import { Refusal } from '../../domain/shared/refusal.ts'
import { fileQuery } from '../platform/operation.ts'
import { drawnForms } from './drawn-forms.ts'
import { assertOptions, optionsOf, order, printingFor, thingsOf } from './order.ts'

/** Preview a form 预览表单: the first of the things chosen on the very form, marked as a preview at its edge. */
export const previewForm = fileQuery({
  name: 'form.preview',
  title: '预览表单',
  titleEn: 'Preview a form',
  permission: 'form.preview',
  rules: ['S1.3', 'S5.6'],
  limit: { per: 'person', max: 120, seconds: 60 },
  input: z.strictObject(order),
  async run({ tx, actor, now }, wanted) {
    assertOptions(wanted)
    const ids = (await thingsOf(tx, actor, wanted)).slice(0, mostPreviewed)
    const printing = { ...(await printingFor(tx, actor, now)), preview: true }
    const options = { ...optionsOf(wanted), format: 'pdf' as const }
    const { body, refused } = await drawnForms[wanted.form]({ reads: tx, actor, ids, options, printing })
    if (body === null) return refuseFirst(refused)
    return { name: `${forms[wanted.form].title}.pdf`, mime: 'application/pdf', body, inline: true }
  },
})

/** Nothing could be drawn: says the first reason, or that there is nothing. */
function refuseFirst(refused: readonly { readonly code: string; readonly label: string }[]): never {
  const [first] = refused
  if (!first) return refuseForms('form.nothing', { thing: '表单' })
  const text = formsRefusals[first.code as keyof typeof formsRefusals]
  throw new Refusal(first.code, text, { params: { label: first.label } })
}
