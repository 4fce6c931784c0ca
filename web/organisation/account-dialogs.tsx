import { useState } from 'react'
import { client } from '../../client/client.ts'
import { useLanguage } from '../language.ts'
import { notify } from '../pieces/notices.tsx'
import { ActDialog } from './act-dialog.tsx'
import { issueOf } from './field-issue.ts'
import { type FirstPassword, loginHint } from './new-person-panel.tsx'
import { type Person, useRefreshPeople } from './people.ts'
import { TextField } from './text-field.tsx'

interface AccountDialogProps {
  person: Person
  onClose: () => void
}

/** Edits a name or a login 修改人员; what stood there before stays in the trail. */
export function EditPerson({ person, onClose }: AccountDialogProps) {
  const { t } = useLanguage()
  const refresh = useRefreshPeople()
  const [name, setName] = useState(person.name)
  const [login, setLogin] = useState(person.login ?? '')
  const changed = name.trim() !== person.name || login !== (person.login ?? '')
  return (
    <ActDialog
      title={t({ zh: `修改 ${person.name}`, en: `Edit ${person.name}` })}
      act={t({ zh: '保存', en: 'Save' })}
      ready={name.trim() !== '' && changed}
      fields={['name', 'login']}
      onClose={onClose}
      onAct={async () => {
        await client.tell('person.edit', { personId: person.id, name: name.trim(), login: login || null })
        await refresh()
        notify(t({ zh: '已保存', en: 'Saved' }))
      }}
    >
      {error => (
        <>
          <TextField
            label={t({ zh: '姓名', en: 'Name' })}
            required
            maxLength={60}
            value={name}
            onChange={setName}
            error={issueOf(error, 'name')}
          />
          <TextField
            label={t({ zh: '登录名', en: 'Login' })}
            maxLength={32}
            value={login}
            onChange={typed => setLogin(typed.toLowerCase().trim())}
            error={issueOf(error, 'login')}
            hint={
              person.login === null && login
                ? t({
                    zh: '保存后再“重置口令”，才能登录',
                    en: 'Reset the password afterwards, so that one can sign in',
                  })
                : t(loginHint)
            }
          />
        </>
      )}
    </ActDialog>
  )
}

interface ResetPasswordProps extends AccountDialogProps {
  onGiven: (given: FirstPassword) => void
}

/** Resets a password 重置口令: a one-time password, and every session ends. */
export function ResetPassword({ person, onGiven, onClose }: ResetPasswordProps) {
  const { t } = useLanguage()
  return (
    <ActDialog
      title={t({ zh: `重置 ${person.name} 的口令`, en: `Reset the password of ${person.name}` })}
      act={t({ zh: '重置口令', en: 'Reset password' })}
      onClose={onClose}
      onAct={async () => {
        const { personId, firstPassword } = await client.tell('password.reset', { personId: person.id })
        onGiven({ personId, password: firstPassword })
      }}
    >
      {() => (
        <p>
          {t({
            zh: `${person.name} 会立刻从所有设备上退出，原口令作废。您得到一个首次登录口令，只显示一次。`,
            en: `${person.name} is signed out everywhere at once and the old password ends. You get a one-time password, shown once.`,
          })}
        </p>
      )}
    </ActDialog>
  )
}

/** Disables an account 停用账号 at once; posts stay, and it can be enabled again. */
export function DisableAccount({ person, onClose }: AccountDialogProps) {
  const { t } = useLanguage()
  const refresh = useRefreshPeople()
  const [reason, setReason] = useState('')
  return (
    <ActDialog
      title={t({ zh: `停用 ${person.name} 的账号`, en: `Disable the account of ${person.name}` })}
      act={t({ zh: '停用', en: 'Disable' })}
      ready={reason.trim().length >= 2}
      fields={['reason']}
      onClose={onClose}
      onAct={async () => {
        await client.tell('person.disable', { personId: person.id, reason: reason.trim() })
        await refresh()
        notify(t({ zh: `已停用 ${person.name}`, en: `Disabled ${person.name}` }))
      }}
    >
      {error => (
        <>
          <p>
            {t({
              zh: `${person.name} 会立刻退出，登录和令牌都不能再用。岗位保留，经办的档案和记录不变，可以再启用。`,
              en: `${person.name} is signed out at once; neither login nor tokens work. Posts, records and what was done stay, and the account can be enabled again.`,
            })}
          </p>
          <TextField
            label={t({ zh: '原因', en: 'Reason' })}
            required
            maxLength={300}
            value={reason}
            onChange={setReason}
            error={issueOf(error, 'reason')}
            placeholder={t({ zh: '如：2026-11-30 离职', en: 'e.g. left on 2026-11-30' })}
          />
        </>
      )}
    </ActDialog>
  )
}
