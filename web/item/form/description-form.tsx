import type { ReactNode } from 'react'
import { rankOf, secrecyCodes } from '../../../domain/access/secrecy.ts'
import type { KindDefinition } from '../../../domain/kinds/index.ts'
import { recall, remember } from '../../device.ts'
import { useLanguage } from '../../language.ts'
import { useMe } from '../../session.ts'
import { Disclosure } from './disclosure.tsx'
import type { FormChecks } from './form-checks.ts'
import type { FormChoices } from './form-choices.ts'
import { type Entry, entryAt, type ItemForm, type Path, withEntry } from './item-form.ts'
import { columnPart, dateTwins, kindSections, type Part } from './item-parts.ts'
import { PartField, type PartFieldProps } from './part-field.tsx'
import { PlaceFields } from './place-fields.tsx'
import { withRetention } from './retention-choice.ts'
import { RetentionField } from './retention-field.tsx'
import { TitleField } from './title-field.tsx'
import type { YearChoice } from './year-choice.ts'
import { YearField } from './year-field.tsx'
import './description-form.css'

export interface DescriptionFormProps {
  form: ItemForm
  change: (part: Partial<ItemForm>) => void
  checks: FormChecks
  kind: KindDefinition
  choices: FormChoices
  year: YearChoice
  /** A draft's place is open, a numbered item's stands in its code, a filed item's is not spoken of any more. */
  place: 'open' | 'numbered' | 'filed'
  /** The document before this one, whose entries Ctrl+D repeats. */
  previous?: ItemForm | undefined
  /** Pages counted in the electronic files, where that was possible. */
  filePages?: number | null
  /** Stands instead of title, document number and pages where each file becomes an item of its own. */
  titles?: ReactNode
  /** What the filing scope says of the title, right below it. */
  scope?: ReactNode
}

/** Everything that is written about an item: place and common columns by hand, the kind's own fields from its data. */
export function DescriptionForm(props: DescriptionFormProps) {
  const { form, change, checks, kind, choices, year, place, previous, filePages = null, titles, scope } = props
  const { t } = useLanguage()
  const { clearance } = useMe()
  const twins = dateTwins(kind)
  const set = (path: Path, entry: Entry) => {
    const part = withEntry(form, path, entry, twins)
    change(place === 'open' && path.startsWith('fields.') ? withRetention(form, part, kind) : part)
  }
  const draw = (part: Part, more: Partial<Pick<PartFieldProps, 'hint' | 'wide' | 'likely'>> = {}) => (
    <PartField key={part.path} part={part} form={form} checks={checks} set={set} {...more} />
  )
  const asked = ({ path, field }: Part) => !field.retired || entryAt(form, path).length > 0
  const column = (name: Parameters<typeof columnPart>[1]) => columnPart(kind, name, form.retention)
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: hears Ctrl+D of the controls it holds
    <div
      className="description-form"
      onKeyDown={event => {
        if (!previous || event.key !== 'd' || !(event.ctrlKey || event.metaKey)) return
        const path = event.target instanceof HTMLElement ? event.target.dataset['path'] : undefined
        if (!path || path.startsWith('titles.')) return
        event.preventDefault()
        set(path as Path, entryAt(previous, path as Path))
      }}
    >
      {place !== 'filed' && <PlaceFields {...{ form, change, checks, choices, closed: place === 'numbered' }} />}
      {titles || <TitleField {...{ form, change, checks, part: column('title') }} />}
      {scope}
      {!titles && draw(column('documentNo'))}
      {draw(column('creator'), { likely: ownNames(form, choices) })}
      {draw(column('date'))}
      {place !== 'filed' && <YearField {...{ form, change, checks, year, disabled: place === 'numbered' }} />}
      {place !== 'filed' && (
        <RetentionField {...{ kind, form, checks, set, part: column('retention'), disabled: place === 'numbered' }} />
      )}
      {draw(within(clearance, column('secrecy')))}
      {!titles && draw(column('pages'), { hint: <PagesHint pages={form.pages} filePages={filePages} set={set} /> })}
      {draw(column('copies'))}
      {kindSections(kind).map(({ key, title, parts }) => (
        <FoldedSection key={key} name={`${kind.code}.${key}`} title={t(title)} parts={parts} checks={checks}>
          {parts
            .filter(asked)
            .map(part => draw(part, { wide: part.field.type === 'longtext' || part.field.type === 'choices' }))}
        </FoldedSection>
      ))}
      <FoldedSection
        name="other"
        title={t({ zh: '其他', en: 'Other' })}
        parts={[column('openness'), column('note')]}
        checks={checks}
      >
        {draw(column('openness'))}
        {draw(column('note'), { wide: true })}
      </FoldedSection>
    </div>
  )
}

/** Nobody gives a secrecy that they could not read themselves (S17.4). */
function within(clearance: string, part: Part): Part {
  if (part.field.type !== 'choice') return part
  const most = secrecyCodes.find(code => code === clearance) ?? 'public'
  const options = Object.entries(part.field.options).filter(
    ([code]) => rankOf(secrecyCodes.find(one => one === code) ?? 'core-secret') <= rankOf(most),
  )
  return { ...part, field: { ...part.field, options: Object.fromEntries(options) } }
}

/** Whoever wrote a document of one's own: the organisation, and the unit it is for. */
const ownNames = ({ fondsId, unitId }: ItemForm, { fonds, unitName }: FormChoices): string[] => [
  ...fonds.filter(({ id }) => id === fondsId).map(({ name }) => name),
  ...(unitId ? [unitName(unitId)] : []),
]

interface FoldedSectionProps {
  name: string
  title: string
  parts: readonly Part[]
  checks: FormChecks
  children: ReactNode
}

/** A section that can be folded away where somebody never fills it in; what is required or wrong in it stays in sight. */
function FoldedSection({ name, title, parts, checks, children }: FoldedSectionProps) {
  const needed = parts.some(
    ({ path, field }) => (path.startsWith('fields.') && field.required) || checks.errorAt(path) !== undefined,
  )
  return (
    <Disclosure
      title={title}
      open={recall<boolean>(`form-section.${name}`) !== false}
      held={needed}
      onToggle={open => remember(`form-section.${name}`, open)}
    >
      <div className="description-form-section">{children}</div>
    </Disclosure>
  )
}

interface PagesHintProps {
  pages: string
  filePages: number | null
  set: (path: Path, entry: Entry) => void
}

/** The pages of the electronic files beside those written down, so that a difference is seen (S14.2). */
function PagesHint({ pages, filePages, set }: PagesHintProps) {
  const { t } = useLanguage()
  if (!filePages) return null
  const counted = t({ zh: `电子文件共 ${filePages} 页`, en: `The files have ${filePages} pages` })
  if (pages.trim() === String(filePages)) return counted
  return (
    <>
      {counted}{' '}
      <button type="button" className="button-link" onClick={() => set('pages', String(filePages))}>
        {t({ zh: '照填', en: 'Use it' })}
      </button>
    </>
  )
}
