import { useState } from 'react'
import type { FieldType, KindDefinition } from '../../domain/kinds/index.ts'
import { useLanguage } from '../language.ts'
import { ActDialog } from '../organisation/act-dialog.tsx'
import { TextField } from '../organisation/text-field.tsx'
import { FormField } from '../pieces/form-field.tsx'
import { type FieldForm, fieldForm, fieldOf, withField, withOptions } from './kind-draft.ts'
import { fieldTypes } from './kind-words.ts'
import { Tick } from './tick.tsx'

interface FieldDialogProps {
  kind: KindDefinition
  /** Name of the field; none for a new one. */
  name?: string | undefined
  /** Whether the field stands in the version that is in use, so that its name and type are settled. */
  saved: boolean
  onChange: (kind: KindDefinition) => void
  onClose: () => void
}

/** A field 著录项 of a kind: what it is called, what it takes, and whether it is asked for. */
export function FieldDialog({ kind, name, saved, onChange, onClose }: FieldDialogProps) {
  const { t } = useLanguage()
  const before = name === undefined ? undefined : kind.fields[name]
  const [form, setForm] = useState(() => fieldForm(kind, name))
  const set = (part: Partial<FieldForm>) => setForm(now => ({ ...now, ...part }))
  const chooses = form.type === 'choice' || form.type === 'choices'
  const options = before && 'options' in before ? before.options : {}
  const nameTaken = form.name !== name && Object.hasOwn(kind.fields, form.name)
  const nameGood = /^[a-z][A-Za-z0-9]{0,39}$/.test(form.name) && !nameTaken
  const ready =
    form.title.trim() !== '' && nameGood && (!chooses || Object.keys(withOptions(options, form.newOptions)).length > 0)
  return (
    <ActDialog
      title={before ? before.title : t({ zh: '加著录项', en: 'New field' })}
      act={t({ zh: '好', en: 'OK' })}
      ready={ready}
      onClose={onClose}
      onAct={async () => {
        const kept = before && form.type === before.type ? before : undefined
        onChange(withField(kind, form.name, fieldOf(form, kept)))
      }}
    >
      {() => (
        <>
          <TextField
            label={t({ zh: '名称', en: 'Name' })}
            required
            maxLength={50}
            value={form.title}
            onChange={title => set({ title })}
          />
          <TextField
            label={t({ zh: '英文名称', en: 'English name' })}
            maxLength={80}
            value={form.titleEn}
            onChange={titleEn => set({ titleEn })}
          />
          {!before && <NameField form={form} set={set} wrong={!nameGood} taken={nameTaken} />}
          <FormField label={t({ zh: '类型', en: 'Type' })} required>
            {control => (
              <select
                {...control}
                className="input"
                disabled={saved}
                value={form.type}
                onChange={event => set({ type: event.target.value as FieldType })}
              >
                {Object.entries(fieldTypes).map(([type, title]) => (
                  <option key={type} value={type}>
                    {t(title)}
                  </option>
                ))}
              </select>
            )}
          </FormField>
          {chooses && <OptionsField options={options} form={form} set={set} />}
          {form.type === 'number' && (
            <TextField
              label={t({ zh: '计量单位', en: 'Unit of measure' })}
              maxLength={10}
              value={form.unit}
              onChange={unit => set({ unit })}
            />
          )}
          <SectionField kind={kind} form={form} set={set} />
          <TextField
            label={t({ zh: '填写提示', en: 'Hint' })}
            maxLength={100}
            value={form.hint}
            onChange={hint => set({ hint })}
          />
          <Tick checked={form.required} onChange={required => set({ required })}>
            {t({ zh: '必填', en: 'Required' })}
          </Tick>
          {saved && (
            <Tick checked={form.retired} onChange={retired => set({ retired })}>
              {t({
                zh: '停用：不再填写，已填的照常显示',
                en: 'Retired: no longer asked for; what was written stays and is shown',
              })}
            </Tick>
          )}
        </>
      )}
    </ActDialog>
  )
}

interface PartProps {
  form: FieldForm
  set: (part: Partial<FieldForm>) => void
}

function NameField({ form, set, wrong, taken }: PartProps & { wrong: boolean; taken: boolean }) {
  const { t } = useLanguage()
  return (
    <TextField
      label={t({ zh: '代码', en: 'Code' })}
      required
      maxLength={40}
      value={form.name}
      onChange={name => set({ name: name.trim() })}
      error={
        taken
          ? t({ zh: '这个代码已经用过', en: 'This code is taken' })
          : wrong
            ? t({ zh: '小写字母开头，只用字母和数字', en: 'begins with a small letter; letters and digits only' })
            : undefined
      }
      hint={t({
        zh: '接口和表格里用，以后不能改；日期用 expiresOn 就会提醒到期',
        en: 'used in sheets and the API, for good; a date called expiresOn is reminded of',
      })}
    />
  )
}

function OptionsField({ options, form, set }: PartProps & { options: Readonly<Record<string, string>> }) {
  const { t } = useLanguage()
  const titles = Object.values(options)
  return (
    <FormField
      label={t({ zh: '增加选项', en: 'Choices to add' })}
      required={titles.length === 0}
      hint={
        titles.length > 0 &&
        t({
          zh: `已有：${titles.join('、')}。选项不能删除。`,
          en: `There are: ${titles.join(', ')}. None can be removed.`,
        })
      }
    >
      {control => (
        <textarea
          {...control}
          className="input"
          rows={3}
          placeholder={t({ zh: '每行一个', en: 'one on each line' })}
          value={form.newOptions}
          onChange={event => set({ newOptions: event.target.value })}
        />
      )}
    </FormField>
  )
}

function SectionField({ kind, form, set }: PartProps & { kind: KindDefinition }) {
  const { t } = useLanguage()
  return (
    <FormField label={t({ zh: '栏目', en: 'Section' })}>
      {control => (
        <select
          {...control}
          className="input"
          value={form.section}
          onChange={event => set({ section: event.target.value })}
        >
          <option value="">{t({ zh: '不分栏目', en: 'None' })}</option>
          {Object.entries(kind.sections ?? {}).map(([code, { title, titleEn }]) => (
            <option key={code} value={code}>
              {t({ zh: title, en: titleEn ?? title })}
            </option>
          ))}
        </select>
      )}
    </FormField>
  )
}
