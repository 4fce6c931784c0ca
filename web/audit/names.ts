import { useMemo } from 'react'
import type { Wording } from '../language.ts'
import { useEveryone } from '../organisation/people.ts'
import { useUnits } from '../organisation/units.ts'
import type { Entry } from './trail.ts'

/** Names of what the trail knows only by id, as they are today. */
export interface Names {
  readonly person: (id: string) => string | undefined
  readonly unit: (id: string) => string | undefined
  /** Every id that has a name, for choosing one. */
  readonly people: ReadonlyMap<string, string>
  readonly units: ReadonlyMap<string, string>
}

/** The names of people and units; of archives there are none here. */
export function useNames(): Names {
  const { people } = useEveryone()
  const units = useUnits()
  return useMemo(() => {
    const nameOfPerson = new Map(people.map(({ id, name }) => [id, name]))
    const nameOfUnit = new Map(units.map(({ id, name }) => [id, name]))
    return {
      person: id => nameOfPerson.get(id),
      unit: id => nameOfUnit.get(id),
      people: new Map(people.map(({ id, name, login }) => [id, login ? `${name} ${login}` : name])),
      units: nameOfUnit,
    }
  }, [people, units])
}

/** Whether an entry tells of a person, and not of the system or a stranger. */
export const isByPerson = ({ actorId, event }: Pick<Entry, 'actorId' | 'event'>): boolean =>
  actorId !== null || event === 'session.opened' || event === 'setup.completed'

/** Who acted. A sign-in is acted by whom it lets in, though nobody was signed in before. */
export function whoOf(entry: Entry, names: Names): Wording {
  const { actorName, subject } = entry
  const name = actorName || (isByPerson(entry) ? names.person(subject) : undefined)
  if (name === '系统') return { zh: '系统', en: 'the system' }
  return name ? { zh: name, en: name } : { zh: '未登录的人', en: 'somebody unknown' }
}

const things: Readonly<Record<string, Wording>> = {
  item: { zh: '件', en: 'Item' },
  volume: { zh: '案卷', en: 'Volume' },
  bond: { zh: '联系', en: 'Tie' },
  check: { zh: '检测', en: 'Check' },
  box: { zh: '盒', en: 'Box' },
  fonds: { zh: '全宗', en: 'Fonds' },
  line: { zh: '登记', en: 'Line' },
  token: { zh: '令牌', en: 'Token' },
  comp: { zh: '电子文件', en: 'File' },
  upload: { zh: '上传', en: 'Upload' },
  job: { zh: '任务', en: 'Job' },
  take: { zh: '盘点', en: 'Stock-take' },
  visit: { zh: '进库', en: 'Visit' },
  loc: { zh: '库位', en: 'Place' },
  post: { zh: '岗位', en: 'Post' },
  session: { zh: '会话', en: 'Session' },
}

const fixed: Readonly<Record<string, Wording>> = {
  audit: { zh: '审计链', en: 'The trail' },
  separation: { zh: '三员模式', en: 'Separation of duties' },
  system: { zh: '系统', en: 'The system' },
  store: { zh: '存储库', en: 'The store' },
}

const shortened = 6

/** What was acted on: a name where there is one, the archival code where the entry tells it, else the end of its id. */
export function objectOf({ subject, data }: Pick<Entry, 'subject' | 'data'>, names: Names): Wording {
  const name = names.person(subject) ?? names.unit(subject) ?? codeIn(data)
  if (name) return { zh: name, en: name }
  const fixedName = Object.hasOwn(fixed, subject) ? fixed[subject] : undefined
  if (fixedName) return fixedName
  const [, prefix = '', id = ''] = /^([a-z]+)_([0-9a-z]+)$/.exec(subject) ?? []
  const thing = Object.hasOwn(things, prefix) ? things[prefix] : undefined
  return thing
    ? { zh: `${thing.zh} …${id.slice(-shortened)}`, en: `${thing.en} …${id.slice(-shortened)}` }
    : { zh: subject, en: subject }
}

const codeIn = (data: unknown): string | undefined =>
  typeof data === 'object' && data !== null && 'code' in data && typeof data.code === 'string' ? data.code : undefined
