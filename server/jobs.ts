import { checkItems } from './arrangement/check-items.ts'
import { sealHourly } from './audit/seal-trail.ts'
import { drawRun } from './forms/draw-run.ts'
import { sweepPrints } from './forms/sweep-prints.ts'
import { readText } from './holdings/read-text.ts'
import { reindex } from './holdings/reindex.ts'
import { storeBox } from './holdings/store-box.ts'
import { storeItem } from './holdings/store-item.ts'
import { storeVolume } from './holdings/store-volume.ts'
import { sweepLeftovers } from './holdings/sweep-leftovers.ts'
import { tryRows } from './import/check-import.ts'
import { readSpreadsheet } from './import/open-import.ts'
import { registerRows } from './import/run-import.ts'
import type { AnyJob } from './platform/jobs.ts'
import { checkFixity, checkFixityDaily } from './preservation/check-fixity.ts'
import { recognizePages } from './preservation/recognize-pages.ts'
import { makeSample } from './sample/make-sample.ts'
import { sweepPlatform } from './upkeep/sweep-platform.ts'

/** Every job the workers can do. */
export const jobs: readonly AnyJob[] = [
  readText,
  reindex,
  recognizePages,
  checkFixity,
  checkFixityDaily,
  storeItem,
  storeVolume,
  storeBox,
  checkItems,
  makeSample,
  sealHourly,
  sweepLeftovers,
  sweepPlatform,
  drawRun,
  sweepPrints,
  readSpreadsheet,
  tryRows,
  registerRows,
]

/** What runs by the clock, each as its job and when, in the form of cron. */
export const schedule = [
  { task: sealHourly.name, match: '0 * * * *' },
  { task: sweepPrints.name, match: '40 * * * *' },
  { task: sweepPlatform.name, match: '10 4 * * *' },
  { task: sweepLeftovers.name, match: '20 4 * * *' },
  { task: checkFixityDaily.name, match: '30 1 * * *' },
]
