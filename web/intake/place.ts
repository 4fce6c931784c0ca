import { today } from '../dates.ts'
import { recall, remember } from '../device.ts'
import { type FormChoices, kindsOf } from '../item/form/form-choices.ts'
import { emptyForm, type ItemForm } from '../item/form/item-form.ts'
import type { YearChoice } from '../item/form/year-choice.ts'

/** Where the documents of one sitting go, kept from one to the next. */
type Place = Pick<ItemForm, 'fondsId' | 'kind' | 'unitId' | 'retention' | 'secrecy' | 'year'>

const nameFor = (personId: string) => `intake-place.${personId}`

/** The year to go by where a document's own dates say nothing. */
export const yearAtHand = (): string => today().slice(0, 4)

/** An empty form for the next document, in the place of the last one as far as that place still exists. */
export function nextForm(personId: string, choices: FormChoices): ItemForm {
  const kept = recall<Place>(nameFor(personId))
  const fonds = choices.fonds.find(({ id }) => id === kept?.fondsId) ?? choices.fonds[0]
  const kinds = kindsOf(choices, fonds?.id ?? '')
  const kind =
    kinds.find(({ code }) => code === kept?.kind) ?? kinds.find(({ code }) => code === 'document') ?? kinds[0]
  const unit =
    choices.units.find(({ id }) => id === kept?.unitId) ??
    (kept && choices.unitOptional ? undefined : choices.units.find(({ own }) => own))
  const same = kept !== undefined && kept.kind === kind?.code
  return {
    ...emptyForm,
    fondsId: fonds?.id ?? '',
    kind: kind?.code ?? '',
    unitId: unit?.id ?? '',
    retention: (same ? kept.retention : kind?.retention?.code) ?? '',
    secrecy: (same ? kept.secrecy : kind?.secrecy) ?? emptyForm.secrecy,
    year: kept?.year ?? '',
  }
}

/** Keeps the place of a document just registered; its year only where somebody chose it and no date proposed it. */
export function rememberPlace(personId: string, form: ItemForm, { proposal }: YearChoice): void {
  const { fondsId, kind, unitId, retention, secrecy, year } = form
  remember(nameFor(personId), { fondsId, kind, unitId, retention, secrecy, year: proposal ? '' : year } satisfies Place)
}

const previousName = (personId: string) => `intake-previous.${personId}`

/** The document registered last on this device, whose entries Ctrl+D repeats. */
export const previousForm = (personId: string): ItemForm | undefined => recall<ItemForm>(previousName(personId))

/** Keeps a document as the one before the next. */
export const rememberPrevious = (personId: string, form: ItemForm): void => remember(previousName(personId), form)
