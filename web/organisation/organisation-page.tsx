import { useSearch } from '@tanstack/react-router'
import { useLanguage } from '../language.ts'
import { Page } from '../pieces/page.tsx'
import { useMayAny } from '../session.ts'
import { NotPermitted } from './not-permitted.tsx'
import { OfficeLead } from './office-lead.tsx'
import { PeopleView } from './people-view.tsx'
import { RolesView } from './roles-view.tsx'
import { SeparationView } from './separation-view.tsx'
import { ViewTabs, viewOf } from './view-tabs.tsx'
import './organisation.css'

const views = { people: PeopleView, roles: RolesView, separation: SeparationView }

/** Units 机构, people 人员 and their posts 岗位, with what each administrator may do about them kept apart (S17.4). */
export function OrganisationPage() {
  const { t } = useLanguage()
  const mayAny = useMayAny()
  const view = viewOf(useSearch({ from: '/shell/settings/organisation' }).tab)
  const View = views[view]
  const title = t({ zh: '机构与人员', en: 'Units and people' })
  if (!mayAny(['person.list']))
    return (
      <Page title={title}>
        <NotPermitted permission="person.list" />
      </Page>
    )
  return (
    <Page title={title} lead={<OfficeLead />} filled={view === 'people'}>
      <ViewTabs current={view} />
      <View />
    </Page>
  )
}
