import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { client } from '../../client/client.ts'
import { passwordProblems } from '../../domain/access/password.ts'
import { useLanguage, type Wording } from '../language.ts'
import { DeskForm, focusFirstWrong } from '../pieces/desk-form.tsx'
import { FormField } from '../pieces/form-field.tsx'
import { notify } from '../pieces/notices.tsx'
import { Page } from '../pieces/page.tsx'
import { PasswordInput } from '../pieces/password-input.tsx'
import { PasswordStrength } from '../pieces/password-strength.tsx'
import { RefusalNotice } from '../pieces/refusal-notice.tsx'
import { meQuery, useMe } from '../session.ts'
import './person.css'

const empty = { current: '', password: '', again: '' }

/** Change one's own password 修改口令, by wish or because the first one must be replaced. */
export function PasswordPage() {
  const { t } = useLanguage()
  const me = useMe()
  const owner = { login: me.login ?? '', name: me.name }
  const [typed, setTyped] = useState(empty)
  const [sent, setSent] = useState(false)
  const change = useChangePassword(() => {
    setTyped(empty)
    setSent(false)
  })
  const wrong = issuesOf(typed, owner)
  const errorOf = (field: keyof typeof empty) => (sent && wrong[field] ? t(wrong[field]) : undefined)
  const send = () => {
    setSent(true)
    if (Object.keys(wrong).length > 0) focusFirstWrong()
    else change.mutate({ current: typed.current, password: typed.password })
  }
  return (
    <Page
      title={t({ zh: '修改口令', en: 'Change password' })}
      lead={
        me.mustChangePassword
          ? t({
              zh: '您用的是管理员给的口令，请先换成自己的。',
              en: 'You signed in with a password the administrator gave you; choose your own first.',
            })
          : t({ zh: '改好后，其他设备上的登录都会退出。', en: 'Afterwards you are signed out on all other devices.' })
      }
    >
      <DeskForm className="person-form" onSend={send}>
        <FormField label={t({ zh: '当前口令', en: 'Current password' })} required error={errorOf('current')}>
          {control => (
            <PasswordInput
              control={control}
              use="current-password"
              value={typed.current}
              onChange={current => setTyped({ ...typed, current })}
            />
          )}
        </FormField>
        <FormField
          label={t({ zh: '新口令', en: 'New password' })}
          required
          error={errorOf('password')}
          hint={<PasswordStrength password={typed.password} owner={owner} />}
        >
          {control => (
            <PasswordInput
              control={control}
              use="new-password"
              value={typed.password}
              onChange={password => setTyped({ ...typed, password })}
            />
          )}
        </FormField>
        <FormField label={t({ zh: '再输一次', en: 'New password again' })} required error={errorOf('again')}>
          {control => (
            <PasswordInput
              control={control}
              use="new-password"
              value={typed.again}
              onChange={again => setTyped({ ...typed, again })}
            />
          )}
        </FormField>
        <RefusalNotice error={change.error} />
        <button type="submit" className="button button-seal" disabled={change.isPending}>
          {t({ zh: '修改', en: 'Change' })}
        </button>
      </DeskForm>
    </Page>
  )
}

function useChangePassword(onDone: () => void) {
  const { t } = useLanguage()
  const queryClient = useQueryClient()
  const navigate = useNavigate()
  return useMutation({
    mutationFn: (input: { current: string; password: string }) => client.tell('password.change', input),
    async onSuccess() {
      onDone()
      notify(t({ zh: '口令已修改', en: 'Password changed' }))
      await queryClient.invalidateQueries({ queryKey: meQuery.queryKey })
      await navigate({ to: '/' })
    },
  })
}

function issuesOf(
  { current, password, again }: typeof empty,
  owner: { login: string; name: string },
): { [Field in keyof typeof empty]?: Wording } {
  const [problem] = passwordProblems(password, owner)
  return {
    ...(!current && { current: { zh: '请填写当前口令', en: 'Give the current password' } }),
    ...(problem && { password: problem }),
    ...(!problem && password !== again && { again: { zh: '两次口令不一样', en: 'The two passwords differ' } }),
  }
}
