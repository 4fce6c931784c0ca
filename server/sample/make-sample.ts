import { z } from 'zod'
import { fillIn, Refusal } from '../../domain/shared/refusal.ts'
import { type JobContext, job } from '../platform/jobs.ts'
import { endProgress, readProgress, reportProgress } from '../platform/progress.ts'
import { bindAccounts } from './bind-volumes.ts'
import { accountYears, drawAccounts } from './draw-accounts.ts'
import { sampleItems } from './draw-items.ts'
import { sampleYears } from './draw-occurrences.ts'
import { routineYears } from './draw-routine.ts'
import { correctMistakes, fillYear, onlyFonds } from './fill-archive.ts'
import { fillBoxes } from './fill-boxes.ts'
import { importRoutine } from './import-routine.ts'
import { keepRegister } from './keep-register.ts'
import { noteClimate, registerMedia, writeScope } from './keep-storeroom.ts'
import { firstAdministrator, grantRights, makePeople, makeUnits } from './people.ts'
import { shelveBoxes } from './shelve-boxes.ts'

/** Makes the sample farm 示范奶牛场 through the product's own commands, with people in every role; run again, it goes on where it was. */
export const makeSample = job({
  name: 'setup.make-sample',
  payload: z.strictObject({ jobId: z.string(), passwordHash: z.string() }),
  async run(context, { jobId, passwordHash }) {
    const { db } = context.runtime
    if ((await readProgress(db, jobId))?.state === 'finished') return
    try {
      let done = 0
      for await (const step of farmInSteps(context, passwordHash)) {
        const goOn = await reportProgress(db, jobId, { done: done++, total: stepCount, ...step })
        if (!goOn) return await endProgress(db, jobId, 'cancelled')
      }
      await reportProgress(db, jobId, { done, total: stepCount })
      await endProgress(db, jobId, 'finished')
    } catch (error) {
      await endProgress(db, jobId, 'failed', reasonOf(error))
      throw error
    }
  },
})

const reasonOf = (error: unknown): string =>
  error instanceof Refusal ? fillIn(error.text, error.params, 'zh') : String(error)

interface Step {
  readonly label: string
  readonly labelEn: string
}

const stepCount = sampleYears.length + routineYears.length + 8
const lastYear = sampleYears.at(-1) ?? 0

/** Does the work, and says before each step what it is. */
async function* farmInSteps(context: JobContext, passwordHash: string): AsyncGenerator<Step> {
  const { runtime } = context
  yield { label: '正在设立部门和班组', labelEn: 'Setting up units' }
  const administrator = await firstAdministrator(runtime.db)
  const units = await makeUnits(runtime, administrator)

  yield { label: '正在录入人员', labelEn: 'Adding people' }
  const people = await makePeople(context, { administrator, passwordHash })

  yield { label: '正在授予岗位和知悉范围', labelEn: 'Granting posts and clearances' }
  const cast = await grantRights(runtime, { administrator, units, people })

  const farm = { runtime, units, cast, fondsId: await onlyFonds(runtime, cast) }
  const items = sampleItems()
  const registered = []
  for (const year of sampleYears) {
    yield { label: `正在登记、编号、归档 ${year} 年的档案`, labelEn: `Registering, numbering and filing ${year}` }
    const ofYear = items.filter(({ words }) => words.year === year)
    registered.push(...(await fillYear(farm, ofYear)))
  }

  for (const year of routineYears) {
    yield { label: `正在导入 ${year} 年的日常记录`, labelEn: `Importing the routine papers of ${year}` }
    await importRoutine(farm, year)
  }

  yield { label: '正在立卷：会计档案', labelEn: 'Binding the accounts into volumes' }
  for (const year of accountYears) {
    const volumes = drawAccounts(year)
    await bindAccounts(farm, volumes, year < lastYear)
  }

  yield { label: '正在装盒', labelEn: 'Filling boxes' }
  const boxIds = await fillBoxes(
    farm,
    accountYears.filter(year => year < lastYear),
  )

  yield { label: '正在上架', labelEn: 'Shelving the boxes' }
  const roomId = await shelveBoxes(farm, boxIds)
  await noteClimate(farm, roomId)
  await registerMedia(farm)

  yield { label: '正在登记收发文', labelEn: 'Keeping the register' }
  await keepRegister(farm)
  await writeScope(farm)

  yield { label: '正在更正著录', labelEn: 'Correcting descriptions' }
  await correctMistakes(farm, registered)
}
