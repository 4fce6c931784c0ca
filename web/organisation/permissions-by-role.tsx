import { permissionTitles } from '../../domain/access/permissions.ts'
import { roleCodes, roles } from '../../domain/access/roles.ts'
import { useLanguage } from '../language.ts'
import { useMe } from '../session.ts'

/** What each role may do, one role under another: the table of permissions for a phone. */
export function PermissionsByRole() {
  const { t, language } = useLanguage()
  const own = new Set(useMe().posts.map(({ role }) => role))
  return roleCodes.map(code => {
    const titles = roles[code].permissions.map(permission => {
      const { title, titleEn } = permissionTitles[permission]
      return t({ zh: title, en: titleEn })
    })
    return (
      <details key={code} className="permissions-role" open={own.has(code)}>
        <summary>
          {t({ zh: roles[code].title, en: roles[code].titleEn })}
          <span className="faint small tabular">{t({ zh: `${titles.length} 项`, en: `${titles.length}` })}</span>
        </summary>
        <p className="small">{titles.join(language === 'zh' ? '、' : ', ')}</p>
      </details>
    )
  })
}
