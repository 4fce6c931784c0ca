import { useMutation } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { client } from '../../client/client.ts'
import { permissionTitles } from '../../domain/access/permissions.ts'
import { type RoleCode, roleCodes, roles, type SeparationGroup } from '../../domain/access/roles.ts'
import { type DutyGroup, groupAfter } from '../../domain/access/separation.ts'
import { useLanguage } from '../language.ts'
import { DeskForm } from '../pieces/desk-form.tsx'
import { FormField } from '../pieces/form-field.tsx'
import { notify } from '../pieces/notices.tsx'
import { RefusalNotice } from '../pieces/refusal-notice.tsx'
import { useMe } from '../session.ts'
import { type Person, useRefreshPeople } from './people.ts'
import { groupWords, readsOfRole } from './role-words.ts'
import { RuleLink } from './rule-link.tsx'
import { flat, growUnits } from './unit-tree.ts'
import { useUnits } from './units.ts'

interface GrantFormProps {
  person: Person
  onDone: () => void
  onCancel?: () => void
}

/** Grants a post 授予岗位: a role in a unit; what the separation of duties forbids cannot be chosen, and says why. */
export function GrantForm({ person, onDone, onCancel }: GrantFormProps) {
  const { t } = useLanguage()
  const { unit } = useSearch({ from: '/shell/settings/organisation' })
  const [role, setRole] = useState<RoleCode | ''>('')
  const [unitId, setUnitId] = useState(unit ?? person.posts[0]?.unitId ?? '')
  const grant = useGrant(person, onDone)
  return (
    <DeskForm className="grant-form" onSend={() => role && unitId && grant.mutate({ role, unitId })}>
      <RoleChoice person={person} role={role} onChange={setRole} />
      <UnitField unitId={unitId} onChange={setUnitId} />
      {role && <RoleSummary role={role} />}
      <RefusalNotice error={grant.error} />
      <div className="panel-acts">
        {onCancel && (
          <button type="button" className="button" onClick={onCancel}>
            {t({ zh: '先不', en: 'Not now' })}
          </button>
        )}
        <button type="submit" className="button button-seal" disabled={!role || !unitId || grant.isPending}>
          {t({ zh: '授予岗位', en: 'Grant the post' })}
        </button>
      </div>
    </DeskForm>
  )
}

function useGrant(person: Person, onDone: () => void) {
  const { t } = useLanguage()
  const refresh = useRefreshPeople()
  const takeBack = useMutation({
    mutationFn: (postId: string) => client.tell('post.revoke', { postId }),
    onSettled: refresh,
    onError: error => notify(error.message),
  })
  return useMutation({
    mutationFn: (post: { role: RoleCode; unitId: string }) =>
      client.tell('post.grant', { personId: person.id, ...post }),
    async onSuccess({ postId }, { role }) {
      await refresh()
      const { title, titleEn } = roles[role]
      notify({
        text: t({ zh: `已授予 ${person.name}：${title}`, en: `Granted to ${person.name}: ${titleEn}` }),
        act: { label: t({ zh: '撤回', en: 'Undo' }), run: () => takeBack.mutate(postId) },
      })
      onDone()
    },
  })
}

interface RoleChoiceProps {
  person: Person
  role: RoleCode | ''
  onChange: (role: RoleCode | '') => void
}

const groups: readonly SeparationGroup[] = ['business', 'admin', 'audit']

function RoleChoice({ person, role, onChange }: RoleChoiceProps) {
  const { t } = useLanguage()
  const { separation } = useMe()
  const current = person.posts.length > 0 ? (person.dutyGroup as DutyGroup | null) : null
  const forbids = (code: RoleCode) => groupAfter(current, code, separation) === null
  return (
    <FormField
      label={t({ zh: '角色', en: 'Role' })}
      required
      hint={
        current !== null &&
        roleCodes.some(forbids) && (
          <>
            {t({
              zh: `三员分立：${person.name} 已有${groupWords[current].zh}岗位，灰色的不能由同一人担任。`,
              en: `Separation of duties: ${person.name} holds a post of ${groupWords[current].en.toLowerCase()}; the greyed ones cannot be held with it.`,
            })}
            <RuleLink rule="S17.4" />
          </>
        )
      }
    >
      {control => (
        <select
          {...control}
          className="input"
          value={role}
          onChange={({ target: { value } }) => onChange(roleCodes.find(code => code === value) ?? '')}
        >
          <option value="">{t({ zh: '请选择', en: 'Choose' })}</option>
          {groups.map(group => (
            <optgroup key={group} label={t(groupWords[group])}>
              {roleCodes
                .filter(code => roles[code].group === group)
                .map(code => (
                  <option key={code} value={code} disabled={forbids(code)}>
                    {t({ zh: roles[code].title, en: roles[code].titleEn })}
                  </option>
                ))}
            </optgroup>
          ))}
        </select>
      )}
    </FormField>
  )
}

function UnitField({ unitId, onChange }: { unitId: string; onChange: (unitId: string) => void }) {
  const lines = flat(growUnits(useUnits()))
  const { t } = useLanguage()
  return (
    <FormField label={t({ zh: '在哪个机构', en: 'In which unit' })} required>
      {control => (
        <select {...control} className="input" value={unitId} onChange={event => onChange(event.target.value)}>
          <option value="">{t({ zh: '请选择', en: 'Choose' })}</option>
          {lines.map(({ unit, depth }) => (
            <option key={unit.id} value={unit.id}>
              {'　'.repeat(depth)}
              {unit.name}
            </option>
          ))}
        </select>
      )}
    </FormField>
  )
}

/** What the role would let its holder do and read, said before it is granted. */
function RoleSummary({ role }: { role: RoleCode }) {
  const { t, language } = useLanguage()
  const comma = language === 'zh' ? '、' : ', '
  const may = roles[role].permissions.map(code => {
    const { title, titleEn } = permissionTitles[code]
    return t({ zh: title, en: titleEn })
  })
  const reads = readsOfRole(role).map(({ units, kinds, states, secrecy }) =>
    [units, kinds, states, secrecy].map(words => t(words)).join(' · '),
  )
  return (
    <dl className="role-summary small">
      <dt>{t({ zh: '能看', en: 'Reads' })}</dt>
      <dd>{reads.join(language === 'zh' ? '；' : '; ') || t({ zh: '不看档案内容', en: 'no archives' })}</dd>
      <dt>{t({ zh: '能做', en: 'May' })}</dt>
      <dd>{may.join(comma)}</dd>
    </dl>
  )
}
