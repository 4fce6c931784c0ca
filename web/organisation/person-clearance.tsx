import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { client } from '../../client/client.ts'
import { type Secrecy, secrecyCodes, secrecyLevels } from '../../domain/access/secrecy.ts'
import { useLanguage } from '../language.ts'
import { notify } from '../pieces/notices.tsx'
import { RefusalNotice } from '../pieces/refusal-notice.tsx'
import { SecrecyTag } from '../pieces/secrecy-tag.tsx'
import { useMayAny, useMe } from '../session.ts'
import { type Person, useRefreshPeople } from './people.ts'
import { PanelPart } from './side-panel.tsx'

/** How secret a thing a person may read 知悉范围; the security officer sets it, for others only. */
export function PersonClearance({ person }: { person: Person }) {
  const { t } = useLanguage()
  const mayAny = useMayAny()
  const { personId } = useMe()
  return (
    <PanelPart title={t({ zh: '知悉范围', en: 'Clearance' })}>
      {mayAny(['clearance.set']) && person.id !== personId ? (
        <SetClearance key={person.clearance} person={person} />
      ) : (
        <p>
          <SecrecyTag secrecy={person.clearance} />
        </p>
      )}
      <p className="small faint">
        {t({
          zh: '看得到的，是岗位管到、密级又不高于此的档案。',
          en: 'What can be read is what a post covers and is no more secret than this.',
        })}
      </p>
    </PanelPart>
  )
}

interface Change {
  readonly from: Secrecy
  readonly to: Secrecy
}

function SetClearance({ person }: { person: Person }) {
  const { t } = useLanguage()
  const refresh = useRefreshPeople()
  const [chosen, setChosen] = useState<Secrecy>(person.clearance)
  const titleOf = (secrecy: Secrecy) => t({ zh: secrecyLevels[secrecy].title, en: secrecyLevels[secrecy].titleEn })
  const set = useMutation({
    mutationFn: ({ to }: Change) => client.tell('clearance.set', { personId: person.id, clearance: to }),
    async onSuccess(_done, { from, to }) {
      await refresh()
      notify({
        text: t({
          zh: `${person.name} 的知悉范围：${titleOf(from)} → ${titleOf(to)}`,
          en: `Clearance of ${person.name}: ${titleOf(from)} → ${titleOf(to)}`,
        }),
        act: { label: t({ zh: '撤回', en: 'Undo' }), run: () => set.mutate({ from: to, to: from }) },
      })
    },
  })
  return (
    <>
      <div className="clearance-choice">
        <select
          className="input"
          aria-label={t({ zh: '知悉范围', en: 'Clearance' })}
          value={chosen}
          onChange={({ target: { value } }) => setChosen(secrecyCodes.find(code => code === value) ?? person.clearance)}
        >
          {secrecyCodes.map(secrecy => (
            <option key={secrecy} value={secrecy}>
              {titleOf(secrecy)}
            </option>
          ))}
        </select>
        <button
          type="button"
          className="button"
          disabled={chosen === person.clearance || set.isPending}
          onClick={() => set.mutate({ from: person.clearance, to: chosen })}
        >
          {t({ zh: '设定', en: 'Set' })}
        </button>
      </div>
      <RefusalNotice error={set.error} />
    </>
  )
}
