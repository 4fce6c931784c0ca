import { type Permission, permissions, permissionTitles } from '../../domain/access/permissions.ts'
import { type RoleCode, roleCodes, roles } from '../../domain/access/roles.ts'
import { nounTitle } from '../api/nouns.ts'
import { useLanguage } from '../language.ts'
import { Icon } from '../pieces/icon.tsx'
import { useMe } from '../session.ts'
import { ScrollPane } from './scroll-pane.tsx'

const nounOf = (permission: Permission): string => permission.split('.')[0] ?? permission
const byNoun = Map.groupBy(permissions, nounOf)

/** Every permission 权限 against every role: a mark where the role has it. */
export function PermissionsTable() {
  const { t } = useLanguage()
  const own = new Set(useMe().posts.map(({ role }) => role))
  return (
    <ScrollPane label={t({ zh: '能做什么', en: 'What each may do' })}>
      <table className="table permissions-table">
        <thead>
          <tr>
            <th scope="col" colSpan={2}>
              {t({ zh: '权限', en: 'Permission' })}
            </th>
            {roleCodes.map(code => (
              <th key={code} scope="col" data-own={own.has(code) || undefined}>
                {t({ zh: roles[code].title, en: roles[code].titleEn })}
                {own.has(code) && <span className="roles-own">{t({ zh: '您的', en: 'yours' })}</span>}
              </th>
            ))}
          </tr>
        </thead>
        {[...byNoun].map(([noun, its]) => (
          <tbody key={noun}>
            {its.map((permission, at) => (
              <tr key={permission}>
                {at === 0 && (
                  <th scope="rowgroup" rowSpan={its.length} className="permissions-noun">
                    {t(nounTitle(noun))}
                  </th>
                )}
                <th scope="row" title={permission}>
                  {t({ zh: permissionTitles[permission].title, en: permissionTitles[permission].titleEn })}
                </th>
                {roleCodes.map(code => (
                  <Mark key={code} role={code} permission={permission} own={own.has(code)} />
                ))}
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </ScrollPane>
  )
}

function Mark({ role, permission, own }: { role: RoleCode; permission: Permission; own: boolean }) {
  const { t } = useLanguage()
  const held: readonly Permission[] = roles[role].permissions
  return (
    <td data-own={own || undefined}>
      {held.includes(permission) && (
        <>
          <Icon name="check" size={14} />
          <span className="aside-from-sight">{t({ zh: '可以', en: 'may' })}</span>
        </>
      )}
    </td>
  )
}
