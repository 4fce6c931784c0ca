import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { client, type Output } from '../../client/client.ts'
import { momentOf } from '../dates.ts'
import { useLanguage } from '../language.ts'
import { ActDialog } from '../organisation/act-dialog.tsx'
import { TextField } from '../organisation/text-field.tsx'
import { Empty } from '../pieces/empty.tsx'
import { FormField } from '../pieces/form-field.tsx'
import { useKeyset } from '../pieces/keyset.ts'
import { KeysetTable } from '../pieces/keyset-table.tsx'
import type { Column } from '../pieces/table-column.ts'
import { roomsQuery } from './queries.ts'

type Visit = Output<'visit.list'>['visits'][number]

/** Who was in the store in a month; entering and leaving are noted here. */
export function Visits({ month }: { month: string }) {
  const { t } = useLanguage()
  const [entering, setEntering] = useState(false)
  const list = useKeyset<Visit>({
    key: ['visit.list', month],
    load: async after => {
      const page = await client.ask('visit.list', { month, limit: 100, ...(after && { after }) })
      return { rows: page.visits, next: page.next }
    },
  })
  const enter = (
    <button type="button" className="button" onClick={() => setEntering(true)}>
      {t({ zh: '进库登记', en: 'Note a visitor' })}
    </button>
  )
  return (
    <>
      <KeysetTable
        name="visits"
        caption={t({ zh: '进库人员', en: 'Visitors' })}
        columns={useColumns()}
        list={list}
        rowId={({ id }) => id}
        rowName={({ name }) => name}
        measure="person"
        tools={enter}
        brief={row => (
          <>
            <b>{row.name}</b> {row.organisation} {row.purpose}
            <br />
            <span className="small faint tabular">
              {momentOf(row.enteredAt)} – <Left visit={row} />
            </span>
          </>
        )}
        empty={
          <Empty
            title={t({ zh: '这个月没有人进库', en: 'Nobody was there in this month' })}
            hint={t({
              zh: '外来人员进库先登记，离开时点“离库”。',
              en: 'Note visitors as they enter, and press Left when they go.',
            })}
          />
        }
      />
      {entering && <EnterDialog onClose={() => setEntering(false)} />}
    </>
  )
}

/** When somebody left, or the button that says so. */
function Left({ visit }: { visit: Visit }) {
  const { t } = useLanguage()
  const queryClient = useQueryClient()
  if (visit.leftAt) return <>{momentOf(visit.leftAt)}</>
  const leave = async () => {
    await client.tell('visit.leave', { visitId: visit.id })
    await queryClient.invalidateQueries({ queryKey: ['visit.list'] })
  }
  return (
    <button
      type="button"
      className="button-link"
      aria-label={t({ zh: `${visit.name} 离库`, en: `${visit.name} left` })}
      onClick={() => void leave()}
    >
      {t({ zh: '离库', en: 'Left' })}
    </button>
  )
}

function useColumns(): readonly Column<Visit>[] {
  const { t, language } = useLanguage()
  // biome-ignore lint/correctness/useExhaustiveDependencies: t speaks the language that is listed
  return useMemo(
    () => [
      { key: 'entered', title: t({ zh: '进库', en: 'Entered' }), width: 150, cell: row => momentOf(row.enteredAt) },
      { key: 'room', title: t({ zh: '库房', en: 'Room' }), width: 70, cell: row => row.room },
      { key: 'name', title: t({ zh: '姓名', en: 'Name' }), width: 110, cell: row => row.name },
      { key: 'organisation', title: t({ zh: '单位', en: 'From' }), cell: row => row.organisation },
      { key: 'purpose', title: t({ zh: '事由', en: 'Purpose' }), cell: row => row.purpose },
      { key: 'companion', title: t({ zh: '陪同人', en: 'With' }), width: 110, cell: row => row.companion },
      { key: 'left', title: t({ zh: '离库', en: 'Left' }), width: 150, cell: row => <Left visit={row} /> },
    ],
    [language],
  )
}

const blank = { name: '', organisation: '', purpose: '', companion: '' }

function EnterDialog({ onClose }: { onClose: () => void }) {
  const { t } = useLanguage()
  const queryClient = useQueryClient()
  const rooms = useQuery(roomsQuery).data ?? []
  const [chosen, setChosen] = useState('')
  const [visit, setVisit] = useState(blank)
  const locationId = chosen || (rooms[0]?.id ?? '')
  const field = (key: keyof typeof blank, label: string, required = false) => (
    <TextField
      label={label}
      required={required}
      maxLength={100}
      value={visit[key]}
      onChange={typed => setVisit({ ...visit, [key]: typed })}
    />
  )
  return (
    <ActDialog
      title={t({ zh: '进库登记', en: 'Note a visitor' })}
      act={t({ zh: '登记', en: 'Note it' })}
      ready={locationId !== '' && visit.name.trim() !== '' && visit.purpose.trim() !== ''}
      onClose={onClose}
      onAct={async () => {
        await client.tell('visit.enter', { locationId, ...visit })
        await queryClient.invalidateQueries({ queryKey: ['visit.list'] })
      }}
    >
      {() => (
        <>
          <FormField label={t({ zh: '库房', en: 'Room' })} required>
            {control => (
              <select
                {...control}
                className="input"
                value={locationId}
                onChange={event => setChosen(event.target.value)}
              >
                {rooms.map(({ id, code, name }) => (
                  <option key={id} value={id}>
                    {code} {name}
                  </option>
                ))}
              </select>
            )}
          </FormField>
          {field('name', t({ zh: '姓名', en: 'Name' }), true)}
          {field('organisation', t({ zh: '单位', en: 'From' }))}
          {field('purpose', t({ zh: '事由', en: 'Purpose' }), true)}
          {field('companion', t({ zh: '陪同人', en: 'With' }))}
        </>
      )}
    </ActDialog>
  )
}
