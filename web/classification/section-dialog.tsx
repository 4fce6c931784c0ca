import { useState } from 'react'
import type { KindDefinition } from '../../domain/kinds/index.ts'
import { useLanguage } from '../language.ts'
import { ActDialog } from '../organisation/act-dialog.tsx'
import { TextField } from '../organisation/text-field.tsx'
import { freeCode } from './kind-draft.ts'

interface SectionDialogProps {
  kind: KindDefinition
  onChange: (kind: KindDefinition) => void
  onClose: () => void
}

/** A new section 栏目 that fields are put under. */
export function SectionDialog({ kind, onChange, onClose }: SectionDialogProps) {
  const { t } = useLanguage()
  const [title, setTitle] = useState('')
  const [titleEn, setTitleEn] = useState('')
  const sections = kind.sections ?? {}
  return (
    <ActDialog
      title={t({ zh: '加栏目', en: 'New section' })}
      act={t({ zh: '好', en: 'OK' })}
      ready={title.trim() !== ''}
      onClose={onClose}
      onAct={async () => {
        const named = { title: title.trim(), ...(titleEn.trim() && { titleEn: titleEn.trim() }) }
        onChange({ ...kind, sections: { ...sections, [freeCode('section', sections)]: named } })
      }}
    >
      {() => (
        <>
          <TextField label={t({ zh: '名称', en: 'Name' })} required maxLength={50} value={title} onChange={setTitle} />
          <TextField
            label={t({ zh: '英文名称', en: 'English name' })}
            maxLength={80}
            value={titleEn}
            onChange={setTitleEn}
          />
        </>
      )}
    </ActDialog>
  )
}
