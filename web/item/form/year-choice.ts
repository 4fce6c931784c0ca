import { type Nature, natures, proposeYear, type YearProposal, yearProfiles } from '../../../domain/holdings/year.ts'
import type { KindDefinition } from '../../../domain/kinds/index.ts'
import { today } from '../../dates.ts'
import { entryAt, type ItemForm } from './item-form.ts'
import { readTypedDate } from './typed-date.ts'

/** The year an item gets, and the proposal with its reason where the dates allow one. */
export interface YearChoice {
  readonly year: string
  readonly proposal: YearProposal | undefined
  /** Somebody wrote another year than the proposed one. */
  readonly differs: boolean
}

/** Chooses the year 年度 (S14.5): what was typed, else what the dates propose by the kind's way of arranging, else the one given. */
export function chooseYear(form: ItemForm, kind: KindDefinition, otherwise: string): YearChoice {
  const profile = yearProfiles[kind.unit === 'volume' ? 'by-volume' : 'by-item']
  const date = (path: 'date' | 'fields.receivedOn') => {
    // Understood while it is typed, so that the year does not change under the hand that goes on to it.
    const typed = readTypedDate(String(entryAt(form, path)), today())
    return /^\d{4}-\d{2}-\d{2}$/.test(typed) ? typed : undefined
  }
  const [signedOn, receivedOn] = [date('date'), date('fields.receivedOn')]
  const proposal = proposeYear(profile, {
    nature: natureOf(form.fields['genre']),
    ...(signedOn && { signedOn }),
    ...(receivedOn && { receivedOn }),
  })
  const proposed = proposal && String(proposal.year)
  const typed = form.year.trim()
  return { year: typed || proposed || otherwise, proposal, differs: Boolean(proposed && typed && typed !== proposed) }
}

const isNature = (code: string): code is Nature => Object.hasOwn(natures, code)

const natureOf = (genre: unknown): Nature => (typeof genre === 'string' && isNature(genre) ? genre : 'ordinary')
