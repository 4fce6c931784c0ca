import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { client } from '../../client/client.ts'
import { permissionTitles } from '../../domain/access/permissions.ts'
import { useLanguage } from '../language.ts'
import { DeskForm } from '../pieces/desk-form.tsx'
import { FormField } from '../pieces/form-field.tsx'
import { RefusalNotice } from '../pieces/refusal-notice.tsx'
import { useMe } from '../session.ts'

const lifetimes = [30, 90, 180, 365] as const

/** Makes a token: its name, how long it lasts, and all of one's rights or only some. */
export function TokenForm({ onCreated }: { onCreated: (secret: string) => void }) {
  const { t } = useLanguage()
  const [name, setName] = useState('')
  const [days, setDays] = useState<number>(90)
  const [only, setOnly] = useState<readonly string[] | null>(null)
  const create = useMutation({
    mutationFn: () => client.tell('token.create', { name: name.trim(), days, permissions: only && [...only] }),
    onSuccess({ secret }) {
      setName('')
      onCreated(secret)
    },
  })
  return (
    <DeskForm className="token-form" onSend={() => name.trim() && create.mutate()}>
      <FormField label={t({ zh: '给谁用', en: 'For what' })} required>
        {control => (
          <input
            {...control}
            className="input"
            maxLength={100}
            placeholder={t({ zh: '例如：扫描仪上传', en: 'e.g. scanner uploads' })}
            value={name}
            onChange={event => setName(event.target.value)}
          />
        )}
      </FormField>
      <FormField label={t({ zh: '有效期', en: 'Lasts' })}>
        {control => (
          <select {...control} className="input" value={days} onChange={event => setDays(Number(event.target.value))}>
            {lifetimes.map(lifetime => (
              <option key={lifetime} value={lifetime}>
                {t({ zh: `${lifetime} 天`, en: `${lifetime} days` })}
              </option>
            ))}
          </select>
        )}
      </FormField>
      <button type="submit" className="button button-seal" disabled={create.isPending || !name.trim()}>
        {t({ zh: '建令牌', en: 'Create' })}
      </button>
      <Rights only={only} onChange={setOnly} />
      <RefusalNotice error={create.error} />
    </DeskForm>
  )
}

interface RightsProps {
  /** Null: all of one's own rights. */
  only: readonly string[] | null
  onChange: (only: readonly string[] | null) => void
}

function Rights({ only, onChange }: RightsProps) {
  const { t } = useLanguage()
  const { permissions } = useMe()
  return (
    <>
      <label className="token-all">
        <input type="checkbox" checked={only !== null} onChange={event => onChange(event.target.checked ? [] : null)} />{' '}
        {t({ zh: '只给部分权限', en: 'Only some of my rights' })}
      </label>
      {only && (
        <fieldset className="token-permissions">
          <legend className="aside-from-sight">{t({ zh: '权限', en: 'Permissions' })}</legend>
          {permissions.map(permission => (
            <label key={permission}>
              <input
                type="checkbox"
                checked={only.includes(permission)}
                onChange={event =>
                  onChange(event.target.checked ? [...only, permission] : only.filter(one => one !== permission))
                }
              />{' '}
              {t(titleOf(permission))}
            </label>
          ))}
        </fieldset>
      )}
    </>
  )
}

/** What a permission lets one do, in words; an unknown one stands under its own name. */
function titleOf(permission: string): { zh: string; en: string } {
  const named = Object.entries(permissionTitles).find(([code]) => code === permission)?.[1]
  return named ? { zh: named.title, en: named.titleEn } : { zh: permission, en: permission }
}
