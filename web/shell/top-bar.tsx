import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate, useRouterState } from '@tanstack/react-router'
import { client } from '../../client/client.ts'
import { type Language, useLanguage } from '../language.ts'
import { LanguageSwitch } from '../pieces/language-switch.tsx'
import { SearchBox } from '../pieces/search-box.tsx'
import { useMayAny } from '../session.ts'
import { PersonMenu } from './person-menu.tsx'

/** Always there: one search box over everything, the language, the person. */
export function TopBar() {
  const { t } = useLanguage()
  const mayAny = useMayAny()
  const navigate = useNavigate()
  const queryClient = useQueryClient()
  const keep = useMutation({
    mutationFn: (language: Language) => client.tell('language.choose', { language }),
    // The server words titles and messages in the person's language, so all of it is asked for anew.
    onSettled: () => queryClient.invalidateQueries(),
  })
  const asked = useRouterState({
    select: ({ location }) =>
      location.pathname === '/search' && 'q' in location.search ? String(location.search.q) : '',
  })
  return (
    <header className="top">
      {mayAny(['item.search']) && (
        <SearchBox
          asked={asked}
          onSearch={q => void navigate({ to: '/search', search: q ? { q } : {} })}
          name={t({ zh: '检索全部档案', en: 'Search all records' })}
          placeholder={t({
            zh: '题名、档号、文号、责任者，或拼音首字母',
            en: 'Title, code, document number, author, or pinyin initials',
          })}
          shortcut
        />
      )}
      <div className="top-end">
        <LanguageSwitch onSwitch={language => keep.mutate(language)} />
        <PersonMenu />
      </div>
    </header>
  )
}
