import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { client } from '../../client/client.ts'
import { mostSlots, slotsUnder } from '../../domain/repository/levels.ts'
import { useLanguage } from '../language.ts'
import { ActDialog } from '../organisation/act-dialog.tsx'
import { issueOf } from '../organisation/field-issue.ts'
import { TextField } from '../organisation/text-field.tsx'
import { notify } from '../pieces/notices.tsx'
import { lengthOf } from './fullness.ts'
import { NumberField } from './number-field.tsx'
import { refreshPlaces } from './queries.ts'

const usual = { rows: 6, bays: 5, shelves: 6, slots: 1, sides: 1, slotMm: 900 }
type Shape = typeof usual

/** Builds a room by its numbers, and says before it does how much that makes. */
export function BuildRoom({ onClose }: { onClose: () => void }) {
  const { t } = useLanguage()
  const queryClient = useQueryClient()
  const [code, setCode] = useState('')
  const [name, setName] = useState('')
  const [shape, setShape] = useState<Shape>(usual)
  const sides = shape.sides === 2 ? 2 : 1
  const slots = slotsUnder('room', { ...shape, sides })
  const whole = Object.values(shape).every(Number.isInteger)
  const length = lengthOf(slots * shape.slotMm)
  return (
    <ActDialog
      title={t({ zh: '建库房', en: 'Build a room' })}
      act={t({ zh: '建库房', en: 'Build the room' })}
      ready={code.trim() !== '' && name.trim() !== '' && whole && slots <= mostSlots}
      fields={['code', 'name']}
      onClose={onClose}
      onAct={async () => {
        await client.tell('location.build', { ...shape, sides, code, name })
        notify(t({ zh: `已建库房 ${code}，${slots} 格`, en: `Built the room ${code} with ${slots} slots` }))
        await refreshPlaces(queryClient)
      }}
    >
      {error => (
        <>
          <div className="field-pair">
            <TextField
              label={t({ zh: '库房代号', en: 'Code of the room' })}
              required
              maxLength={4}
              value={code}
              onChange={typed => setCode(typed.toUpperCase())}
              error={issueOf(error, 'code')}
              hint={t({ zh: '写在每个库位编号的最前面', en: 'It stands first in the code of each place' })}
            />
            <TextField
              label={t({ zh: '名称', en: 'Name' })}
              required
              maxLength={40}
              value={name}
              onChange={setName}
              error={issueOf(error, 'name')}
            />
          </div>
          <ShapeFields shape={shape} onChange={setShape} />
          <p className="small tabular" role="status">
            {whole &&
              t({
                zh: `共 ${slots} 格、${length.zh}。编号如 ${code || '1'}-01-01-01-01（库房-列-节-层-格）。`,
                en: `${slots} slots, ${length.en} in all. Codes read ${code || '1'}-01-01-01-01 (room-row-bay-shelf-slot).`,
              })}
            {whole &&
              slots > mostSlots &&
              t({ zh: ` 一次最多 ${mostSlots} 格。`, en: ` One step builds ${mostSlots} at most.` })}
          </p>
        </>
      )}
    </ActDialog>
  )
}

function ShapeFields({ shape, onChange }: { shape: Shape; onChange: (shape: Shape) => void }) {
  const { t } = useLanguage()
  const field = (key: keyof Shape, label: string, most: number) => (
    <NumberField
      label={label}
      min={1}
      max={most}
      value={shape[key]}
      onChange={value => onChange({ ...shape, [key]: value })}
    />
  )
  return (
    <div className="field-triple">
      {field('rows', t({ zh: '列数', en: 'Rows' }), 99)}
      {field('bays', t({ zh: '每列节数', en: 'Bays in a row' }), 99)}
      {field('shelves', t({ zh: '每节层数', en: 'Shelves in a bay' }), 20)}
      {field('slots', t({ zh: '每层格数', en: 'Slots on a shelf' }), 50)}
      {field('sides', t({ zh: '面数（1 或 2）', en: 'Sides (1 or 2)' }), 2)}
      {field('slotMm', t({ zh: '每格长度（毫米）', en: 'Length of a slot (mm)' }), 5000)}
    </div>
  )
}
