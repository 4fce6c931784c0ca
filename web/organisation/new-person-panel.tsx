import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { client } from '../../client/client.ts'
import { useLanguage, type Wording } from '../language.ts'
import { DeskForm, focusFirstWrong } from '../pieces/desk-form.tsx'
import { useDraft } from '../pieces/draft.ts'
import { notify } from '../pieces/notices.tsx'
import { RefusalNotice } from '../pieces/refusal-notice.tsx'
import { useMe } from '../session.ts'
import { issueOf, unplaced } from './field-issue.ts'
import { useRefreshPeople } from './people.ts'
import { SidePanel } from './side-panel.tsx'
import './person-panel.css'
import { TextField } from './text-field.tsx'

/** A one-time password 首次口令 that is shown to the administrator once and nowhere kept. */
export interface FirstPassword {
  readonly personId: string
  readonly password: string
}

interface NewPersonPanelProps {
  onCreated: (given: FirstPassword) => void
  onClose: () => void
}

const empty = { name: '', login: '' }

export const loginHint: Wording = {
  zh: '2 到 32 位小写字母、数字、点、横线，常用姓名全拼',
  en: '2 to 32 lower-case letters, digits, dots or dashes',
}
const loginForm = /^[a-z0-9][a-z0-9._-]{1,31}$/

/** Creates an account 新建人员: a name and a login; what its owner may do is not decided here (S17.4). */
export function NewPersonPanel({ onCreated, onClose }: NewPersonPanelProps) {
  const { t } = useLanguage()
  const { personId } = useMe()
  const draft = useDraft(`${personId}.new-person`, empty)
  const [left, setLeft] = useState(false)
  const { name, login } = draft.value
  const create = useCreate(created => {
    draft.discard(empty)
    onCreated(created)
  })
  const loginIsWrong = login !== '' && !loginForm.test(login)
  const wrongLogin =
    left && loginIsWrong
      ? t({ zh: '不能用这个登录名', en: 'This login cannot be used' })
      : issueOf(create.error, 'login')
  const send = () => {
    setLeft(true)
    if (loginIsWrong) focusFirstWrong()
    else create.mutate({ name: name.trim(), login: login || null })
  }
  return (
    <SidePanel title={t({ zh: '新建人员', en: 'New person' })} onClose={onClose} takesFocus>
      <DeskForm className="person-form-fields" onSend={send}>
        <TextField
          label={t({ zh: '姓名', en: 'Name' })}
          required
          maxLength={60}
          value={name}
          onChange={typed => draft.change({ name: typed })}
          error={issueOf(create.error, 'name')}
        />
        <TextField
          label={t({ zh: '登录名', en: 'Login' })}
          maxLength={32}
          value={login}
          onChange={typed => draft.change({ login: typed.toLowerCase().trim() })}
          onLeave={() => setLeft(true)}
          error={wrongLogin}
          hint={t({
            zh: `${loginHint.zh}。不登录系统的人可以不填`,
            en: `${loginHint.en}. Leave empty for somebody who does not sign in`,
          })}
        />
        <RefusalNotice error={unplaced(create.error, ['name', 'login'])} />
        <div className="panel-acts">
          <button type="submit" className="button button-seal" disabled={create.isPending}>
            {t({ zh: '新建', en: 'Create' })}
          </button>
        </div>
      </DeskForm>
      <p className="small faint">
        {t({
          zh: '建好后给出一个首次登录口令，请当面告知本人。账号建好时没有任何权限，由安全保密员授予岗位后才能看到东西。',
          en: 'You then get a one-time password to hand over in person. A new account may do nothing until the security officer grants it a post.',
        })}
      </p>
    </SidePanel>
  )
}

function useCreate(onCreated: (given: FirstPassword) => void) {
  const { t } = useLanguage()
  const refresh = useRefreshPeople()
  return useMutation({
    mutationFn: (input: { name: string; login: string | null }) => client.tell('person.create', input),
    onError: focusFirstWrong,
    async onSuccess({ personId, firstPassword }, { name }) {
      await refresh()
      notify(t({ zh: `已新建 ${name}`, en: `Created ${name}` }))
      onCreated({ personId, password: firstPassword ?? '' })
    },
  })
}
