import { accessRefusals } from '../domain/access/refusals.ts'
import { holdingsRefusals } from '../domain/holdings/refusals.ts'
import { volumeRefusals } from '../domain/holdings/volumes/refusals.ts'

const access = (code: keyof typeof accessRefusals) => ({ code, text: accessRefusals[code] })
const holdings = (code: keyof typeof holdingsRefusals) => ({ code, text: holdingsRefusals[code] })
const volumes = (code: keyof typeof volumeRefusals) => ({ code, text: volumeRefusals[code] })

/** The pairs of a guarantee and its message: a constraint that a concurrent act breaks reads like the rule it stands for. */
export const constraintRefusals = {
  person_login_once: access('person.login-taken'),
  unit_code_once: access('unit.code-taken'),
  post_once: access('post.held'),
  fonds_code_once: holdings('fonds.code-taken'),
  item_code_once: holdings('item.code-taken'),
  item_number_once: holdings('item.code-taken'),
  item_filed_for_ever: holdings('item.filed'),
  component_filed_for_ever: holdings('item.filed'),
  volume_code_once: volumes('volume.code-taken'),
  volume_number_once: volumes('volume.code-taken'),
  volume_filed_for_ever: volumes('volume.filed'),
  bond_once: volumes('bond.known'),
  bond_not_itself: volumes('bond.itself'),
  item_boxed_once: volumes('item.boxed'),
} as const
