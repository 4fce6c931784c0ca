import { counted, useLanguage } from '../language.ts'
import { FormField } from '../pieces/form-field.tsx'
import { titleOf } from './register-draft.ts'
import type { useRegister } from './use-register.ts'

type FileTitlesProps = Pick<ReturnType<typeof useRegister>, 'uploads' | 'draft' | 'checks'>

/** The titles of files that become an item each, read out of their names and open to correction. */
export function FileTitles({ uploads, draft, checks }: FileTitlesProps) {
  const { t } = useLanguage()
  const { titles } = draft.value
  return (
    <div className="description-form-wide file-titles">
      <p className="small faint">
        {t({
          zh: '下面各项每件相同；题名、页数各件不同，文号登记后再填。',
          en: 'What follows is the same for each; titles and pages are their own, document numbers come later.',
        })}
      </p>
      {uploads.all.map((upload, index) => (
        <FormField
          key={upload.key}
          label={t({ zh: `题名 ${index + 1}`, en: `Title ${index + 1}` })}
          required
          hint={`${upload.name}${typeof upload.pages === 'number' ? ` · ${counted(upload.pages, 'page')}` : ''}`}
          error={checks.errorAt(`titles.${upload.key}`)}
        >
          {control => (
            <input
              {...control}
              className="input"
              data-path={`titles.${upload.key}`}
              autoComplete="off"
              value={titleOf(upload, titles)}
              onChange={event => draft.change({ titles: { ...titles, [upload.key]: event.target.value } })}
            />
          )}
        </FormField>
      ))}
    </div>
  )
}
