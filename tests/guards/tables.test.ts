import { expect, test } from 'vitest'
import { isTest, sources } from './sources.ts'

// Which area owns a table; only it writes there, so that a table's rules are found in one folder.
const owners: Readonly<Record<string, readonly string[]>> = {
  platform: ['audit_event', 'audit_head', 'idempotency', 'job_progress', 'migration', 'rate_limit'],
  access: ['api_token', 'person', 'post', 'session', 'setting', 'sign_in_failure', 'unit'],
  registry: ['register_counter', 'register_forward', 'register_line', 'register_link'],
  arrangement: ['arrangement_plan', 'quality_fault', 'quality_run'],
  holdings: [
    'attachment',
    'blob',
    'bond',
    'box',
    'code_counter',
    'component',
    'content_ticket',
    'favourite',
    'filing_fault',
    'filing_scope',
    'fonds',
    'item',
    'item_search',
    'kind_version',
    'saved_search',
    'series',
    'series_tally',
    'upload',
    'volume',
  ],
  preservation: ['blob_page', 'fixity_finding', 'fixity_run', 'medium', 'medium_check', 'recognition'],
  forms: ['print_file', 'print_run'],
  import: ['import', 'import_issue', 'import_mapping', 'import_marked'],
  repository: [
    'climate_reading',
    'location',
    'placement',
    'room_climate',
    'stocktake',
    'stocktake_entry',
    'store_visit',
  ],
}
const ownerOf = new Map(Object.entries(owners).flatMap(([area, tables]) => tables.map(table => [table, area] as const)))

// What stands above every area: the first run, restoring and rebuilding, and the trail's seal.
const above = /^server\/(setup|maintenance|sample|audit|upkeep)\//

const product = sources().filter(({ path }) => path.startsWith('server/') && !isTest(path) && !above.test(path))

test('only the area that owns a table writes to it', () => {
  const foreign = product.flatMap(({ path, text }) =>
    [...text.matchAll(/\b(?:insertInto|updateTable|deleteFrom)\('(\w+)/g)]
      .filter(([, table]) => ownerOf.get(table ?? '') !== path.split('/')[1])
      .map(([, table]) => `${path} writes ${table}`),
  )
  expect(foreign).toEqual([])
})

// These read items without the visibility predicate, each for a reason: the index, the record for the storage root, the job that writes it,
// the count of what a box hides,
// and rows already reached through the predicate.
const unsafe = [
  'server/forms/boxes.sql.ts',
  'server/holdings/index-item.ts',
  'server/holdings/item-record.ts',
  'server/holdings/show-item.ts',
]

test('S17.4 every read of items starts from the one visibility predicate; the ways round it are listed', () => {
  const reading = product.filter(({ text }) => /(selectFrom|innerJoin|leftJoin)\('item'/.test(text))
  const round = reading.filter(({ text }) => !/where\(visibleItems\(/.test(text)).map(({ path }) => path)
  expect(round.sort()).toEqual(unsafe)
})
