import { accessRefusals } from '../domain/access/refusals.ts'
import { holdingsRefusals } from '../domain/holdings/refusals.ts'
import { volumeRefusals } from '../domain/holdings/volumes/refusals.ts'
import { importRefusals } from '../domain/import/refusals.ts'
import { preservationRefusals } from '../domain/preservation/refusals.ts'
import { registryRefusals } from '../domain/registry/refusals.ts'
import { repositoryRefusals } from '../domain/repository/refusals.ts'

const access = (code: keyof typeof accessRefusals) => ({ code, text: accessRefusals[code] })
const holdings = (code: keyof typeof holdingsRefusals) => ({ code, text: holdingsRefusals[code] })
const volumes = (code: keyof typeof volumeRefusals) => ({ code, text: volumeRefusals[code] })
const registry = (code: keyof typeof registryRefusals) => ({ code, text: registryRefusals[code] })
const preservation = (code: keyof typeof preservationRefusals) => ({ code, text: preservationRefusals[code] })
const repository = (code: keyof typeof repositoryRefusals) => ({ code, text: repositoryRefusals[code] })

/** The pairs of a guarantee and its message: a constraint that a concurrent act breaks reads like the rule it stands for. */
export const constraintRefusals = {
  person_login_once: access('person.login-taken'),
  unit_code_once: access('unit.code-taken'),
  post_once: access('post.held'),
  fonds_code_once: holdings('fonds.code-taken'),
  filing_scope_place_once: holdings('scope.changed'),
  kind_version_pkey: holdings('kind.version-taken'),
  saved_search_name_once: holdings('search.name-taken'),
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
  location_code_once: repository('location.code-taken'),
  location_order_once: repository('location.code-taken'),
  stocktake_one_open: repository('stocktake.already-open'),
  stocktake_closed_for_ever: repository('stocktake.closed'),
  climate_reading_once: repository('climate.known'),
  climate_reading_stays: repository('climate.reading-stays'),
  store_visit_stays: repository('visit.stays'),
  location_closed_empty: repository('location.not-empty'),
  location_holds: repository('place.taken-meanwhile'),
  placement_one_place: repository('place.placed-meanwhile'),
  placement_position_once: repository('place.placed-meanwhile'),
  placement_loose_only: repository('place.stands-alone'),
  placement_history_stays: repository('place.history-stays'),
  placement_box_id_fkey: repository('place.history-stays'),
  placement_volume_id_fkey: repository('place.history-stays'),
  placement_item_id_fkey: repository('place.history-stays'),
  register_number_once: registry('line.number-stays'),
  register_line_for_ever: registry('line.number-stays'),
  register_unit_number_once: registry('line.unit-number-taken'),
  register_link_once: registry('link.twice'),
  register_link_of_two: registry('link.oneself'),
  fixity_run_one_open: preservation('fixity.under-way'),
  medium_number_once: preservation('medium.stays'),
  medium_stays: preservation('medium.stays'),
  import_mapping_name_once: { code: 'mapping.name-taken', text: importRefusals['mapping.name-taken'] },
} as const
