import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { client } from '../../client/client.ts'
import { roles } from '../../domain/access/roles.ts'
import { useLanguage } from '../language.ts'
import { DateText } from '../pieces/date-text.tsx'
import { notify } from '../pieces/notices.tsx'
import { RefusalNotice } from '../pieces/refusal-notice.tsx'
import { useMayAny, useMe } from '../session.ts'
import { DisableAccount, EditPerson, ResetPassword } from './account-dialogs.tsx'
import type { FirstPassword } from './new-person-panel.tsx'
import { lastIn } from './officers.ts'
import { type Person, type useEveryone, useRefreshPeople } from './people.ts'
import { RuleLink } from './rule-link.tsx'
import { PanelPart } from './side-panel.tsx'

interface PersonAccountProps {
  person: Person
  everyone: ReturnType<typeof useEveryone>
  onGiven: (given: FirstPassword) => void
}

type Open = 'edit' | 'reset' | 'disable' | null

/** The account 账号: name, login, password and whether it may be used; the system administrator looks after it. */
export function PersonAccount({ person, everyone, onGiven }: PersonAccountProps) {
  const { t } = useLanguage()
  const mayAny = useMayAny()
  const [open, setOpen] = useState<Open>(null)
  const close = () => setOpen(null)
  return (
    <PanelPart title={t({ zh: '账号', en: 'Account' })}>
      {person.disabledAt !== null && (
        <p>
          {t({ zh: '已停用，自', en: 'Disabled since' })} <DateText date={person.disabledAt} />
        </p>
      )}
      {mayAny(['person.edit']) ? (
        <AccountActs person={person} everyone={everyone} onOpen={setOpen} />
      ) : (
        <p className="small faint">
          {t({
            zh: '新建、改名、重置口令、停用由系统管理员来做。',
            en: 'Creating, renaming, resetting passwords and disabling is the system administrator’s to do.',
          })}
        </p>
      )}
      {open === 'edit' && <EditPerson person={person} onClose={close} />}
      {open === 'reset' && <ResetPassword person={person} onGiven={onGiven} onClose={close} />}
      {open === 'disable' && <DisableAccount person={person} onClose={close} />}
    </PanelPart>
  )
}

interface AccountActsProps extends Omit<PersonAccountProps, 'onGiven'> {
  onOpen: (open: Open) => void
}

function AccountActs({ person, everyone, onOpen }: AccountActsProps) {
  const { t } = useLanguage()
  const { personId } = useMe()
  const last = lastIn(everyone.people, person).map(role => t({ zh: roles[role].title, en: roles[role].titleEn }))
  const oneself = person.id === personId
  return (
    <>
      <div className="panel-acts">
        <button type="button" className="button" onClick={() => onOpen('edit')}>
          {t({ zh: '改姓名、登录名', en: 'Edit name, login' })}
        </button>
        {person.login && !oneself && (
          <button type="button" className="button" onClick={() => onOpen('reset')}>
            {t({ zh: '重置口令', en: 'Reset password' })}
          </button>
        )}
        {person.disabledAt === null ? (
          !oneself &&
          last.length === 0 && (
            <button type="button" className="button" onClick={() => onOpen('disable')}>
              {t({ zh: '停用', en: 'Disable' })}
            </button>
          )
        ) : (
          <Enable person={person} />
        )}
      </div>
      {last.length > 0 && !oneself && (
        <p className="small faint">
          {t({
            zh: `最后一名能登录的${last.join('、')}，不能停用；先让别人接任。`,
            en: `The last ${last.join(' and ')} who can sign in; not to be disabled before somebody else takes over.`,
          })}
          <RuleLink rule="S17.4" />
        </p>
      )}
    </>
  )
}

function Enable({ person }: { person: Person }) {
  const { t } = useLanguage()
  const refresh = useRefreshPeople()
  const enable = useMutation({
    mutationFn: () => client.tell('person.enable', { personId: person.id }),
    async onSuccess() {
      await refresh()
      notify(
        t({
          zh: `已启用 ${person.name}，原来的岗位还在`,
          en: `Enabled ${person.name} with the posts held before`,
        }),
      )
    },
  })
  return (
    <>
      <button type="button" className="button" disabled={enable.isPending} onClick={() => enable.mutate()}>
        {t({ zh: '启用', en: 'Enable' })}
      </button>
      <RefusalNotice error={enable.error} />
    </>
  )
}
