import { readText } from './holdings/read-text.ts'
import { storeItem } from './holdings/store-item.ts'
import type { Job } from './platform/jobs.ts'
import { makeSample } from './sample/make-sample.ts'

/** Every job the workers can do. */
export const jobs: readonly Job<never>[] = [readText, storeItem, makeSample] as unknown as Job<never>[]

/** What runs by the clock, in the form of cron. */
export const crontab = ''
