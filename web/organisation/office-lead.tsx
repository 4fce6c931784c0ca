import { useLanguage, type Wording } from '../language.ts'
import { useMayAny } from '../session.ts'

const both: Wording = {
  zh: '您既管账号和机构，也管岗位和知悉范围；不能给自己授权。',
  en: 'You look after accounts and units and also grant posts and clearance, but nothing to yourself.',
}
const accounts: Wording = {
  zh: '您管账号和机构；岗位和知悉范围由安全保密员授予，谁也不能一个人既建账号又放行。',
  en: 'You look after accounts and units; posts and clearance are granted by the security officer, so that nobody opens a door alone.',
}
const rights: Wording = {
  zh: '您管岗位和知悉范围；账号和机构由系统管理员来建，谁也不能一个人既建账号又放行。',
  en: 'You grant posts and clearance; accounts and units are created by the system administrator, so that nobody opens a door alone.',
}
const looking: Wording = {
  zh: '您在这里只能看。账号由系统管理员建，岗位和知悉范围由安全保密员授予。',
  en: 'You may look here. Accounts are created by the system administrator, posts and clearance granted by the security officer.',
}

/** What the person at the screen may do here, who does the other half, and why they are two. */
export function OfficeLead() {
  const { t } = useLanguage()
  const mayAny = useMayAny()
  const [hasAccounts, hasRights] = [mayAny(['person.create']), mayAny(['post.grant'])]
  if (hasAccounts) return t(hasRights ? both : accounts)
  return t(hasRights ? rights : looking)
}
