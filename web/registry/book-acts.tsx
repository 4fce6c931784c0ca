import { useState } from 'react'
import type { Output } from '../../client/client.ts'
import { counted, useLanguage } from '../language.ts'
import { ActDialog } from '../organisation/act-dialog.tsx'
import { FormField } from '../pieces/form-field.tsx'
import { useMayAny } from '../session.ts'
import type { LineActs } from './use-line-acts.tsx'

interface BookActsProps {
  ids: readonly string[]
  acts: LineActs
  units: readonly Output<'unit.list'>['units'][number][]
}

/** The acts on all lines that are selected, each with how many of them it is possible for. */
export function BookActs({ ids, acts, units }: BookActsProps) {
  const { t } = useLanguage()
  const mayAny = useMayAny()
  const [asked, setAsked] = useState<'finish' | 'assign' | null>(null)
  const finished = acts.possible('line.finish', ids)
  const assigned = acts.possible('line.assign', ids)
  const itemised = acts.possible('line.itemise', ids)
  return (
    <>
      {mayAny(['line.assign']) && assigned.length > 0 && (
        <button type="button" className="button" disabled={acts.busy} onClick={() => setAsked('assign')}>
          {t({ zh: '交办', en: 'Assign' })} {counted(assigned.length, 'entry')}
        </button>
      )}
      {mayAny(['line.finish']) && finished.length > 0 && (
        <button type="button" className="button" disabled={acts.busy} onClick={() => setAsked('finish')}>
          {t({ zh: '办结', en: 'Finish' })} {counted(finished.length, 'entry')}
        </button>
      )}
      {mayAny(['line.itemise']) && itemised.length > 0 && (
        <button
          type="button"
          className="button button-seal"
          disabled={acts.busy}
          onClick={() => acts.itemise(itemised)}
        >
          {t({ zh: '立件', en: 'Make items' })} {counted(itemised.length, 'entry')}
        </button>
      )}
      {asked === 'finish' && (
        <FinishDialog
          count={finished.length}
          onFinish={said => acts.finish(finished, said)}
          onClose={() => setAsked(null)}
        />
      )}
      {asked === 'assign' && (
        <AssignDialog
          units={units}
          count={assigned.length}
          onAssign={unitId => acts.assign(assigned, unitId)}
          onClose={() => setAsked(null)}
        />
      )}
    </>
  )
}

interface FinishDialogProps {
  count: number
  /** What the line says already. */
  outcome?: string
  onFinish: (outcome: string) => void
  onClose: () => void
}

/** Asks for the outcome 办理结果 once, for one line or for many. */
export function FinishDialog({ count, outcome = '', onFinish, onClose }: FinishDialogProps) {
  const { t } = useLanguage()
  const [said, setSaid] = useState(outcome)
  return (
    <ActDialog
      title={t({ zh: `办结 ${counted(count, 'entry')}`, en: `Finish ${counted(count, 'entry')}` })}
      act={t({ zh: '办结', en: 'Finish' })}
      onAct={async () => onFinish(said)}
      onClose={onClose}
    >
      {() => (
        <FormField
          label={t({ zh: '办理结果', en: 'Outcome' })}
          hint={t({ zh: '留空就保留各条原有的。', en: 'Left empty, each keeps what it says.' })}
        >
          {control => (
            <textarea
              {...control}
              className="input"
              rows={3}
              value={said}
              onChange={event => setSaid(event.target.value)}
            />
          )}
        </FormField>
      )}
    </ActDialog>
  )
}

interface AssignDialogProps extends Pick<BookActsProps, 'units'> {
  count: number
  onAssign: (unitId: string) => void
  onClose: () => void
}

function AssignDialog({ units, count, onAssign, onClose }: AssignDialogProps) {
  const { t } = useLanguage()
  const [unitId, setUnitId] = useState('')
  return (
    <ActDialog
      title={t({ zh: `交办 ${counted(count, 'entry')}`, en: `Assign ${counted(count, 'entry')}` })}
      act={t({ zh: '交办', en: 'Assign' })}
      ready={unitId !== ''}
      onAct={async () => onAssign(unitId)}
      onClose={onClose}
    >
      {() => (
        <FormField label={t({ zh: '承办部门', en: 'Responsible unit' })} required>
          {control => (
            <select {...control} className="input" value={unitId} onChange={event => setUnitId(event.target.value)}>
              <option value="" />
              {units.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          )}
        </FormField>
      )}
    </ActDialog>
  )
}
