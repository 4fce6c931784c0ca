import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { describeField } from '../../domain/kinds/index.ts'
import { momentOf } from '../dates.ts'
import { useLanguage } from '../language.ts'
import { Dialog } from '../pieces/dialog.tsx'
import { readEntry } from './changes.ts'
import type { FormChoices } from './form/form-choices.ts'
import { entryAt, formOf, type ItemForm, type Path } from './form/item-form.ts'
import type { Part } from './form/item-parts.ts'
import { historyQuery, type ShownItem } from './item-queries.ts'
import { type Meeting, meet, partsAt, takeOver } from './merge.ts'

interface MeetingDialogProps {
  base: ItemForm
  mine: ItemForm
  theirs: ShownItem
  choices: FormChoices
  onMerged: (form: ItemForm) => void
  onClose: () => void
}

/** Two people on one item: what the other changed stands beside what one typed, and each difference is decided before anything is saved. */
export function MeetingDialog({ base, mine, theirs, choices, onMerged, onClose }: MeetingDialogProps) {
  const { t } = useLanguage()
  const saved = formOf(theirs)
  const meeting = meet(base, saved, mine)
  const [taken, setTaken] = useState<ReadonlySet<Path>>(new Set())
  const choose = (path: Path, take: boolean) =>
    setTaken(before => new Set(take ? [...before, path] : [...before].filter(other => other !== path)))
  return (
    <Dialog
      title={t({ zh: '别人刚改过这件档案', en: 'Somebody else has just changed this item' })}
      onClose={onClose}
      acts={
        <>
          <button type="button" className="button" onClick={onClose}>
            {t({ zh: '先不', en: 'Not now' })}
          </button>
          <button
            type="button"
            className="button button-seal"
            onClick={() => onMerged(takeOver(mine, saved, [...meeting.theirs, ...taken]))}
          >
            {t({ zh: '合并，回到表单', en: 'Merge and go back' })}
          </button>
        </>
      }
    >
      <ByWhom itemId={theirs.item.id} />
      <Differences {...{ meeting, base, mine, taken, choices }} theirs={saved} kind={theirs.kind} onTake={choose} />
      {meeting.both.length + meeting.theirs.length === 0 && (
        <p>
          {t({
            zh: '对方的改动和您的不冲突（编号、电子文件等），您填的都还在。',
            en: 'Their change (a number, a file) does not touch what you typed.',
          })}
        </p>
      )}
    </Dialog>
  )
}

interface DifferencesProps {
  meeting: Meeting
  base: ItemForm
  mine: ItemForm
  theirs: ItemForm
  kind: ShownItem['kind']
  choices: FormChoices
  taken: ReadonlySet<Path>
  onTake: (path: Path, take: boolean) => void
}

/** What both changed, to be decided one by one, and what the other alone changed, which is taken over. */
function Differences({ meeting, base, mine, theirs, kind, choices, taken, onTake }: DifferencesProps) {
  const { t } = useLanguage()
  const read = useReader(choices)
  const sides = { base, mine, theirs, read }
  return (
    <>
      {meeting.both.length > 0 && (
        <fieldset className="meeting">
          <legend>{t({ zh: '两人都改了，用哪个？', en: 'Both of you changed these. Which one stays?' })}</legend>
          {partsAt(meeting.both, kind).map(part => (
            <Both
              key={part.path}
              part={part}
              {...sides}
              takes={taken.has(part.path)}
              onTake={take => onTake(part.path, take)}
            />
          ))}
        </fieldset>
      )}
      {meeting.theirs.length > 0 && (
        <section className="meeting">
          <h3>{t({ zh: '只有对方改了，照收', en: 'Changed by them alone, taken over' })}</h3>
          <ul className="change-list">
            {partsAt(meeting.theirs, kind).map(part => (
              <li key={part.path}>
                <PartTitle part={part} />
                {read(part, base)} → <ins>{read(part, theirs)}</ins>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}

type Reader = (part: Part, form: ItemForm) => string

/** Reads what a form holds, units and kinds by their names. */
function useReader({ kinds, unitName }: FormChoices): Reader {
  const { language, t } = useLanguage()
  return (part, form) => {
    const entry = entryAt(form, part.path)
    if (part.path === 'unitId') return entry ? unitName(String(entry)) : t({ zh: '不分机构', en: 'No unit' })
    const kind = part.path === 'kind' && kinds.find(({ code }) => code === entry)
    if (kind) return t({ zh: kind.title, en: kind.titleEn ?? kind.title })
    return readEntry(part, entry, language) || t({ zh: '（空）', en: '(empty)' })
  }
}

function PartTitle({ part }: { part: Part }) {
  const { language } = useLanguage()
  return <span className="change-title">{describeField(part.field, language).title}</span>
}

interface BothProps {
  part: Part
  base: ItemForm
  mine: ItemForm
  theirs: ItemForm
  read: Reader
  takes: boolean
  onTake: (take: boolean) => void
}

function Both({ part, base, mine, theirs, read, takes, onTake }: BothProps) {
  const { t } = useLanguage()
  return (
    <div className="meeting-both">
      <PartTitle part={part} />
      <label>
        <input type="radio" name={part.path} checked={!takes} onChange={() => onTake(false)} />
        <span className="faint">{t({ zh: '我填的', en: 'Mine' })}</span> {read(part, mine)}
      </label>
      <label>
        <input type="radio" name={part.path} checked={takes} onChange={() => onTake(true)} />
        <span className="faint">{t({ zh: '对方的', en: 'Theirs' })}</span> {read(part, theirs)}
      </label>
      <p className="faint small">
        {t({ zh: '原来：', en: 'Before: ' })}
        {read(part, base)}
      </p>
    </div>
  )
}

/** Who changed it last, and when. */
function ByWhom({ itemId }: { itemId: string }) {
  const { t } = useLanguage()
  const { data } = useQuery({ ...historyQuery(itemId), staleTime: 0 })
  const last = data?.findLast(({ event }) => event.startsWith('item.') && event !== 'item.stored')
  if (!last) return null
  return (
    <p>
      {t({
        zh: `${last.actorName} ${momentOf(last.at)} 保存了改动。您填的都还在，还没有覆盖任何内容。`,
        en: `${last.actorName} saved a change at ${momentOf(last.at)}. What you typed is kept; nothing has been overwritten.`,
      })}
    </p>
  )
}
