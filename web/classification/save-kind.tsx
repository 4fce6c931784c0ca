import { client } from '../../client/client.ts'
import { extensionChanges, type KindDefinition } from '../../domain/kinds/index.ts'
import { counted, useLanguage, type Wording } from '../language.ts'
import { ActDialog } from '../organisation/act-dialog.tsx'
import { notify } from '../pieces/notices.tsx'
import { type ShownKind, useRefreshKinds } from './kinds.ts'

interface SaveKindProps {
  kind: KindDefinition
  version: number
  shown: ShownKind | undefined
  onSaved: (version: number) => void
  onClose: () => void
}

/** Says before a kind is saved what will change and how many items it touches. */
export function SaveKind({ kind, version, shown, onSaved, onClose }: SaveKindProps) {
  const { t } = useLanguage()
  const refresh = useRefreshKinds()
  const name = t({ zh: kind.title, en: kind.titleEn ?? kind.title })
  const save = () =>
    shown ? client.tell('kind.extend', { version, definition: kind }) : client.tell('kind.define', { definition: kind })
  return (
    <ActDialog
      title={
        shown
          ? t({ zh: `${name}：保存为第 ${version + 1} 版`, en: `${name}: save as version ${version + 1}` })
          : t({ zh: `新增门类 ${name}`, en: `Add the kind ${name}` })
      }
      act={t({ zh: '保存', en: 'Save' })}
      onClose={onClose}
      onAct={async () => {
        const answer = await save()
        notify(t({ zh: `已保存 ${name}`, en: `Saved ${name}` }))
        await refresh()
        onSaved(answer.version)
      }}
    >
      {() => (
        <>
          {shown ? <Changes before={shown.kind} after={kind} /> : <Settled />}
          {shown && <Affected shown={shown} after={kind} />}
        </>
      )}
    </ActDialog>
  )
}

function Settled() {
  const { t } = useLanguage()
  return (
    <p>
      {t({
        zh: '保存以后，代码、门类代码和整理方式不能再改；著录项可以加、可以停用，不能删除。',
        en: 'Once it is saved, its code, category and method are settled; fields may be added and retired, never removed.',
      })}
    </p>
  )
}

function Changes({ before, after }: { before: KindDefinition; after: KindDefinition }) {
  const { t } = useLanguage()
  const { added, retired, changed } = extensionChanges(before, after)
  const named = (names: readonly string[]) =>
    names
      .map(name => after.fields[name])
      .map(field => t({ zh: field?.title ?? '', en: field?.titleEn ?? field?.title ?? '' }))
  const newPapers = (after.checklist?.length ?? 0) - (before.checklist?.length ?? 0)
  const newSections = Object.keys(after.sections ?? {}).length - Object.keys(before.sections ?? {}).length
  const lines: readonly (readonly [Wording, string])[] = [
    [{ zh: '新增著录项', en: 'New fields' }, named(added).join(t({ zh: '、', en: ', ' }))],
    [{ zh: '停用', en: 'Retired' }, named(retired).join(t({ zh: '、', en: ', ' }))],
    [{ zh: '改动', en: 'Changed' }, named(changed).join(t({ zh: '、', en: ', ' }))],
    [{ zh: '新增栏目', en: 'New sections' }, newSections > 0 ? String(newSections) : ''],
    [{ zh: '新增应有材料', en: 'New papers' }, newPapers > 0 ? String(newPapers) : ''],
  ]
  return (
    <ul className="save-kind">
      {lines
        .filter(([, what]) => what !== '')
        .map(([title, what]) => (
          <li key={title.en}>
            {t(title)}
            {t({ zh: '：', en: ': ' })}
            {what}
          </li>
        ))}
    </ul>
  )
}

function Affected({ shown: { kind, items }, after }: { shown: ShownKind; after: KindDefinition }) {
  const { t } = useLanguage()
  const many = counted(items, 'item')
  const newlyRequired = Object.entries(after.fields).some(
    ([name, field]) => field.required && !field.retired && !kind.fields[name]?.required,
  )
  return (
    <p>
      {items === 0
        ? t({ zh: '现在还没有这个门类的档案。', en: 'There are no items of this kind yet.' })
        : t({
            zh: `现有 ${many}，保持原来的样子，归档的不受影响；草稿再著录时按新版本。`,
            en: `${many} described already stay as they are; a draft follows the new version when it is described again.`,
          })}
      {items > 0 &&
        newlyRequired &&
        t({ zh: '再著录时要补上新的必填项。', en: ' The new required fields have to be filled in then.' })}
    </p>
  )
}
