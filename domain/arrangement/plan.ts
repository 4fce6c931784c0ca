import { refuseVolume } from '../holdings/volumes/refusals.ts'

/** How far arranging a fonds goes (S13.2): each wider scope allows what the narrower ones do. */
export const planScopes = {
  order: {
    title: '只排序编目',
    titleEn: 'Order and catalogue only',
    zh: '保留原有案卷，只调整次序、著录、编号。',
    en: 'Volumes stay as they are; order, description and numbers may change.',
  },
  adjust: {
    title: '局部调整',
    titleEn: 'Partial adjustment',
    zh: '保留可用的案卷，可以放入、取出个别文件，也可以立新卷。',
    en: 'Usable volumes stay; papers may be put in or taken out, and new volumes begun.',
  },
  whole: {
    title: '全过程整理',
    titleEn: 'The whole process',
    zh: '从组卷到编目全部重做，可以拆卷。',
    en: 'All of it is done anew; volumes may be taken apart.',
  },
} as const

export type PlanScope = keyof typeof planScopes
export const planScopeCodes = Object.keys(planScopes) as [PlanScope, ...PlanScope[]]

/** What changes existing volumes, from the slightest. */
export type ArrangingAct = 'reorder' | 'rebind' | 'dissolve'

const allowed: Readonly<Record<PlanScope, readonly ArrangingAct[]>> = {
  order: ['reorder'],
  adjust: ['reorder', 'rebind'],
  whole: ['reorder', 'rebind', 'dissolve'],
}

/** Whether a plan lets volumes be changed in this way. */
export const planAllows = (scope: PlanScope, act: ArrangingAct): boolean => allowed[scope].includes(act)

/** Refuses what goes further than the plan of the fonds (S13.2). */
export function assertPlanAllows(scope: PlanScope, act: ArrangingAct): void {
  if (!planAllows(scope, act))
    refuseVolume('plan.not-allowed', { scope: { zh: planScopes[scope].title, en: planScopes[scope].titleEn } })
}
