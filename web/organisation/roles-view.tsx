import { useLanguage } from '../language.ts'
import { useNarrow } from '../pieces/narrow.ts'
import { PermissionsByRole } from './permissions-by-role.tsx'
import { PermissionsTable } from './permissions-table.tsx'
import { ReadsTable } from './reads-table.tsx'
import './roles-view.css'

/** What each role 角色 may read and do, as the product itself judges; nothing is allowed that is not in these tables (S17.4). */
export function RolesView() {
  const { t } = useLanguage()
  const narrow = useNarrow()
  return (
    <div className="roles">
      <p className="page-lead">
        {t({
          zh: '岗位是在一个机构里担任一个角色；一人可有几个岗位，权限相加。表里没有的，一律不许。角色随系统而定，这里不能改。',
          en: 'A post is a role held in a unit; one may hold several, and their rights add up. What is not in these tables is not allowed. Roles come with the product and cannot be changed here.',
        })}
      </p>
      <section>
        <h2>{t({ zh: '能看到什么', en: 'What each may read' })}</h2>
        <ReadsTable />
      </section>
      <section>
        <h2>{t({ zh: '能做什么', en: 'What each may do' })}</h2>
        {narrow ? <PermissionsByRole /> : <PermissionsTable />}
      </section>
    </div>
  )
}
