import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { client } from '../../client/client.ts'
import { useLanguage } from '../language.ts'
import { FormField } from '../pieces/form-field.tsx'
import { notify } from '../pieces/notices.tsx'
import { ActDialog } from './act-dialog.tsx'
import { issueOf } from './field-issue.ts'
import { useRefreshPeople } from './people.ts'
import { TextField } from './text-field.tsx'
import { flat, growUnits, type Unit } from './unit-tree.ts'
import { unitsQuery } from './units.ts'

interface CreateUnitProps {
  units: readonly Unit[]
  /** The unit the new one is proposed to lie under. */
  under: Unit | null
  onClose: () => void
}

/** A new unit 机构: its name, the code that archival codes will carry, and where it belongs. */
export function CreateUnit({ units, under, onClose }: CreateUnitProps) {
  const { t } = useLanguage()
  const queryClient = useQueryClient()
  const [name, setName] = useState('')
  const [code, setCode] = useState('')
  const [parentId, setParentId] = useState(under?.id ?? '')
  return (
    <ActDialog
      title={t({ zh: '新建机构', en: 'New unit' })}
      act={t({ zh: '新建', en: 'Create' })}
      ready={name.trim() !== '' && code.trim() !== ''}
      fields={['name', 'code']}
      onClose={onClose}
      onAct={async () => {
        await client.tell('unit.create', { name: name.trim(), code: code.trim(), parentId: parentId || null })
        notify(t({ zh: `已新建 ${name.trim()}`, en: `Created ${name.trim()}` }))
        await queryClient.invalidateQueries(unitsQuery)
      }}
    >
      {error => (
        <>
          <TextField
            label={t({ zh: '名称', en: 'Name' })}
            required
            maxLength={60}
            value={name}
            onChange={setName}
            error={issueOf(error, 'name')}
          />
          <TextField
            label={t({ zh: '代码', en: 'Code' })}
            required
            maxLength={8}
            value={code}
            onChange={typed => setCode(typed.toUpperCase())}
            error={issueOf(error, 'code')}
            hint={t({
              zh: '1 到 8 位大写字母、数字或汉字；写进档号，以后不能改',
              en: '1 to 8 capitals, digits or Chinese characters; it stands in archival codes and cannot be changed',
            })}
          />
          <ParentField units={units} parentId={parentId} onChange={setParentId} />
        </>
      )}
    </ActDialog>
  )
}

interface ParentFieldProps {
  units: readonly Unit[]
  parentId: string
  onChange: (parentId: string) => void
}

function ParentField({ units, parentId, onChange }: ParentFieldProps) {
  const { t } = useLanguage()
  return (
    <FormField label={t({ zh: '上级', en: 'Under' })}>
      {control => (
        <select {...control} className="input" value={parentId} onChange={event => onChange(event.target.value)}>
          <option value="">{t({ zh: '没有上级', en: 'Nothing above' })}</option>
          {flat(growUnits(units)).map(({ unit, depth }) => (
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

/** A unit’s new name 机构更名; its code stays, since codes already given carry it. */
export function RenameUnit({ unit, onClose }: { unit: Unit; onClose: () => void }) {
  const { t } = useLanguage()
  const queryClient = useQueryClient()
  const refreshPeople = useRefreshPeople()
  const [name, setName] = useState(unit.name)
  const rename = (to: string) =>
    client
      .tell('unit.rename', { unitId: unit.id, name: to })
      .then(() => Promise.all([queryClient.invalidateQueries(unitsQuery), refreshPeople()]))
  return (
    <ActDialog
      title={t({ zh: `${unit.name} 更名`, en: `Rename ${unit.name}` })}
      act={t({ zh: '更名', en: 'Rename' })}
      ready={name.trim() !== '' && name.trim() !== unit.name}
      fields={['name']}
      onClose={onClose}
      onAct={async () => {
        await rename(name.trim())
        notify({
          text: t({ zh: `${unit.name} 已更名为 ${name.trim()}`, en: `${unit.name} is now ${name.trim()}` }),
          act: { label: t({ zh: '撤回', en: 'Undo' }), run: () => void rename(unit.name) },
        })
      }}
    >
      {error => (
        <TextField
          label={t({ zh: '新名称', en: 'New name' })}
          required
          maxLength={60}
          value={name}
          onChange={setName}
          error={issueOf(error, 'name')}
          hint={t({
            zh: `代码 ${unit.code} 不变；已归档的不受影响，原名留在审计里。`,
            en: `The code ${unit.code} stays; what is filed is untouched and the old name stays in the trail.`,
          })}
        />
      )}
    </ActDialog>
  )
}
