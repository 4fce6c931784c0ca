import { saveScope, showScope } from '../holdings/filing-scope.ts'
import { registerMedium } from '../preservation/media.ts'
import { recordClimate } from '../repository/climate.ts'
import { actAs } from './act-as.ts'
import { daysAfter, draw } from './draw.ts'
import { archivists, type Farm } from './fill-archive.ts'

const daysOfClimate = 14
const times = ['09:00', '16:00'] as const

/** Notes the climate of the store room 温湿度 twice a day for two weeks; one afternoon was too damp, and something was done about it. */
export async function noteClimate({ runtime, cast }: Farm, locationId: string): Promise<void> {
  const by = { runtime, actor: archivists(cast)[0]!.actor }
  const today = runtime.clock().toISOString().slice(0, 10)
  for (let ago = daysOfClimate; ago >= 1; ago--) {
    const day = daysAfter(today, -ago)
    for (const time of times) {
      const damp = ago === 5 && time === '16:00'
      const reading = {
        locationId,
        takenAt: `${day}T${time}:00+08:00`,
        temperature: 19 + draw(`${day} temperature`, 10) / 10,
        humidity: damp ? 63 : 51 + draw(`${day} humidity`, 20) / 10,
        measure: damp ? '开除湿机两小时，复测 54%。' : '',
      }
      await actAs({ ...by, key: `sample-climate-${day}-${time}` }, recordClimate, reading)
    }
  }
}

const media = [
  {
    kind: 'disk',
    madeOn: '2024-11-08',
    capacity: '2 TB',
    content: '2019—2023 年数字化成果备份',
    place: '一号库房防磁柜',
  },
  { kind: 'optical', madeOn: '2023-06-12', capacity: '25 GB', content: '2022 年会计电子账套', place: '一号库房防磁柜' },
  {
    kind: 'usb',
    madeOn: '2026-03-20',
    capacity: '128 GB',
    content: '2025 年归档文件目录与封存链',
    place: '档案室保险柜',
  },
] as const

/** Registers the media 载体 that copies lie on; the oldest is due to be checked. */
export async function registerMedia({ runtime, cast, fondsId }: Farm): Promise<void> {
  const by = { runtime, actor: archivists(cast).at(-1)!.actor }
  for (const medium of media)
    await actAs({ ...by, key: `sample-medium-${medium.madeOn}` }, registerMedium, { ...medium, fondsId })
}

const scope = [
  {
    matter: '动物防疫计划、总结、监测报告',
    keywords: '防疫、监测',
    kind: 'document',
    retention: 'D30',
    due: '次年第一季度',
    basis: '养殖档案，牛保存二十年',
  },
  { matter: '诊疗与用药记录', keywords: '诊疗、用药', kind: 'document', retention: 'D30', due: '每季度' },
  { matter: '消毒记录', keywords: '消毒', kind: 'document', retention: 'D30', due: '每季度' },
  { matter: '兽药采购合同', keywords: '兽药、合同', kind: 'contract', retention: 'D30', due: '签订后十日' },
] as const

/** Writes the table of filing scope 归档范围表 of the veterinary group (S5.4). */
export async function writeScope({ runtime, cast, units }: Farm): Promise<void> {
  const by = { runtime, actor: archivists(cast).at(-1)!.actor }
  const unitId = units.get('SYZ') ?? null
  const { rows, mark } = await actAs(by, showScope, { unitId })
  if (rows.length > 0) return
  await actAs({ ...by, key: 'sample-scope' }, saveScope, { unitId, mark, rows: [...scope] })
}
