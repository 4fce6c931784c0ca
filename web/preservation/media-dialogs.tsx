import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { client } from '../../client/client.ts'
import {
  type CheckResult,
  checkResultCodes,
  checkResults,
  type MediumKind,
  mediumKindCodes,
  mediumKinds,
} from '../../domain/preservation/media.ts'
import { today } from '../dates.ts'
import { useLanguage } from '../language.ts'
import { ActDialog } from '../organisation/act-dialog.tsx'
import { TextField } from '../organisation/text-field.tsx'
import { FormField } from '../pieces/form-field.tsx'
import { fondsQuery } from '../search/classification.ts'
import { type Medium, numberOf } from './media.ts'

const blank = { kind: 'optical' as MediumKind, capacity: '', content: '', place: '', madeOn: today() }

interface ChoiceProps {
  label: string
  value: string
  options: readonly (readonly [value: string, title: string])[]
  onChange: (value: string) => void
}

function Choice({ label, value, options, onChange }: ChoiceProps) {
  return (
    <FormField label={label} required>
      {control => (
        <select {...control} className="input" value={value} onChange={event => onChange(event.target.value)}>
          {options.map(([code, title]) => (
            <option key={code} value={code}>
              {title}
            </option>
          ))}
        </select>
      )}
    </FormField>
  )
}

function DayField({ label, value, onChange }: { label: string; value: string; onChange: (day: string) => void }) {
  return (
    <FormField label={label} required>
      {control => (
        <input
          {...control}
          type="date"
          className="input"
          max={today()}
          value={value}
          onChange={event => onChange(event.target.value)}
        />
      )}
    </FormField>
  )
}

/** Takes a medium into the register. */
export function RegisterMedium({ onClose }: { onClose: () => void }) {
  const { t } = useLanguage()
  const queryClient = useQueryClient()
  const fonds = useQuery(fondsQuery).data?.fonds ?? []
  const [chosen, setChosen] = useState('')
  const [medium, setMedium] = useState(blank)
  const fondsId = chosen || (fonds[0]?.id ?? '')
  const set = (change: Partial<typeof blank>) => setMedium({ ...medium, ...change })
  return (
    <ActDialog
      title={t({ zh: '登记载体', en: 'Register a medium' })}
      act={t({ zh: '登记', en: 'Register' })}
      ready={fondsId !== '' && medium.capacity.trim() !== '' && medium.content.trim() !== '' && medium.madeOn !== ''}
      onClose={onClose}
      onAct={async () => {
        await client.tell('medium.register', { fondsId, ...medium })
        await queryClient.invalidateQueries({ queryKey: ['medium.list'] })
      }}
    >
      {() => (
        <>
          <Choice
            label={t({ zh: '全宗', en: 'Fonds' })}
            value={fondsId}
            options={fonds.map(({ id, code, name }) => [id, `${code} ${name}`])}
            onChange={setChosen}
          />
          <Choice
            label={t({ zh: '种类', en: 'Kind' })}
            value={medium.kind}
            options={mediumKindCodes.map(code => [
              code,
              t({ zh: mediumKinds[code].title, en: mediumKinds[code].titleEn }),
            ])}
            onChange={kind => set({ kind: kind as MediumKind })}
          />
          <TextField
            label={t({ zh: '容量', en: 'Capacity' })}
            required
            maxLength={40}
            placeholder="25 GB"
            value={medium.capacity}
            onChange={capacity => set({ capacity })}
          />
          <TextField
            label={t({ zh: '内容', en: 'Content' })}
            required
            maxLength={500}
            value={medium.content}
            onChange={content => set({ content })}
          />
          <TextField
            label={t({ zh: '存放位置', en: 'Place' })}
            maxLength={100}
            value={medium.place}
            onChange={place => set({ place })}
          />
          <DayField
            label={t({ zh: '制作日期', en: 'Made on' })}
            value={medium.madeOn}
            onChange={madeOn => set({ madeOn })}
          />
        </>
      )}
    </ActDialog>
  )
}

/** Enters the result of a check. */
export function CheckMedium({ medium, onClose }: { medium: Medium; onClose: () => void }) {
  const { t } = useLanguage()
  const queryClient = useQueryClient()
  const [check, setCheck] = useState({ checkedOn: today(), result: 'sound' as CheckResult, note: '' })
  const needsNote = check.result === 'faulty'
  return (
    <ActDialog
      title={t({ zh: `检查 ${numberOf(medium)}`, en: `Check ${numberOf(medium)}` })}
      act={t({ zh: '登记结果', en: 'Enter the result' })}
      ready={check.checkedOn !== '' && (!needsNote || check.note.trim() !== '')}
      onClose={onClose}
      onAct={async () => {
        await client.tell('medium.check', { mediumId: medium.id, ...check })
        await queryClient.invalidateQueries({ queryKey: ['medium.list'] })
      }}
    >
      {() => (
        <>
          <p>{medium.content}</p>
          <DayField
            label={t({ zh: '检查日期', en: 'Checked on' })}
            value={check.checkedOn}
            onChange={checkedOn => setCheck({ ...check, checkedOn })}
          />
          <Choice
            label={t({ zh: '结果', en: 'Result' })}
            value={check.result}
            options={checkResultCodes.map(code => [
              code,
              t({ zh: checkResults[code].title, en: checkResults[code].titleEn }),
            ])}
            onChange={result => setCheck({ ...check, result: result as CheckResult })}
          />
          <TextField
            label={t({ zh: '说明', en: 'Note' })}
            required={needsNote}
            maxLength={300}
            value={check.note}
            onChange={note => setCheck({ ...check, note })}
          />
        </>
      )}
    </ActDialog>
  )
}
