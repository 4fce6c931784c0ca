import type { Permission } from '../../domain/access/permissions.ts'
import { useLanguage, type Wording } from '../language.ts'
import { useMayAny } from '../session.ts'

interface Office {
  readonly anyOf: readonly Permission[]
  readonly says: Wording
  /** Who does this half, said to somebody who may not. */
  readonly others: Wording
}

const offices: readonly Office[] = [
  {
    anyOf: ['person.create'],
    says: {
      zh: '您管账号：新建人员和机构、重置口令、停用。',
      en: 'You look after accounts: create people and units, reset passwords, disable.',
    },
    others: { zh: '账号由系统管理员建。', en: 'Accounts are the system administrator’s to create.' },
  },
  {
    anyOf: ['post.grant'],
    says: {
      zh: '您管授权：授予、撤销岗位，设定知悉范围。',
      en: 'You grant rights: posts and clearance.',
    },
    others: {
      zh: '岗位和知悉范围由安全保密员授予；建账号的人不授权，授权的人不建账号。',
      en: 'Posts and clearance are the security officer’s to grant: who creates accounts grants no rights, and the reverse.',
    },
  },
]

/** What the person at the screen may do here, and who does the other half. */
export function OfficeLead() {
  const { t } = useLanguage()
  const mayAny = useMayAny()
  const [own, others] = [offices.filter(({ anyOf }) => mayAny(anyOf)), offices.filter(({ anyOf }) => !mayAny(anyOf))]
  if (own.length === 0)
    return t({
      zh: '您在这里只能看。账号由系统管理员建，岗位和知悉范围由安全保密员授予。',
      en: 'You may look here, not change. Accounts are created by the system administrator, posts and clearance granted by the security officer.',
    })
  return [...own.map(({ says }) => t(says)), ...others.map(office => t(office.others))].join(t({ zh: '', en: ' ' }))
}
