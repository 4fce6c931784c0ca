import { type Permission, permissionTitles } from '../../domain/access/permissions.ts'
import { useLanguage } from '../language.ts'
import { Empty } from '../pieces/empty.tsx'
import { RuleLink } from './rule-link.tsx'

/** Stands where a page may not be read by the person at the screen: nothing is asked of the server, so nothing is refused and noted. */
export function NotPermitted({ permission }: { permission: Permission }) {
  const { t } = useLanguage()
  const { title, titleEn } = permissionTitles[permission]
  return (
    <Empty
      title={t({ zh: `您没有“${title}”的权限`, en: `You may not see this: ${titleEn}` })}
      hint={
        <>
          {t({
            zh: '工作需要时，请联系安全保密员授予岗位。',
            en: 'Ask the security officer for a post if you need it.',
          })}
          <RuleLink rule="S17.4" />
        </>
      }
    />
  )
}
