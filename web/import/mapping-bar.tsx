import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { client } from '../../client/client.ts'
import { useLanguage } from '../language.ts'
import { notify } from '../pieces/notices.tsx'
import { RefusalNotice } from '../pieces/refusal-notice.tsx'
import { mappingsQuery } from './import-queries.ts'
import type { PlanDraft } from './plan-draft.ts'

interface MappingBarProps {
  plan: PlanDraft
  signature: string
  onChoose: (plan: PlanDraft) => void
}

/** Keeps what each column is about under a name, and offers what was kept for the same heads. */
export function MappingBar({ plan, signature, onChoose }: MappingBarProps) {
  const { t } = useLanguage()
  const queries = useQueryClient()
  const saved = useQuery(mappingsQuery(signature))
  const [name, setName] = useState('')
  const save = useMutation({
    mutationFn: () => {
      const { kind, columns, constants } = plan
      return client.tell('mapping.save', { name, kind, signature, columns, constants })
    },
    async onSuccess() {
      await queries.invalidateQueries({ queryKey: mappingsQuery(signature).queryKey })
      notify(t({ zh: `已保存“${name}”，下次同样的表头自动用它`, en: `Saved “${name}”; the same heads will use it` }))
      setName('')
    },
  })
  const mappings = saved.data?.mappings ?? []
  if (signature === '') return null
  return (
    <div className="import-mappings">
      {mappings.length > 0 && (
        <label>
          <span>{t({ zh: '用保存过的对应', en: 'Use a saved mapping' })}</span>
          <select
            className="input"
            value=""
            onChange={event => {
              const mapping = mappings.find(({ id }) => id === event.target.value)
              if (mapping)
                onChoose({ ...plan, ...{ kind: mapping.kind, columns: mapping.columns, constants: mapping.constants } })
            }}
          >
            <option value="">{t({ zh: '选一个', en: 'Choose' })}</option>
            {mappings.map(mapping => (
              <option key={mapping.id} value={mapping.id}>
                {mapping.name}
              </option>
            ))}
          </select>
        </label>
      )}
      <form
        onSubmit={event => {
          event.preventDefault()
          if (name.trim()) save.mutate()
        }}
      >
        <input
          className="input"
          aria-label={t({ zh: '对应的名称', en: 'Name of the mapping' })}
          placeholder={t({ zh: '给这套对应起个名字', en: 'Name this mapping' })}
          maxLength={50}
          value={name}
          onChange={event => setName(event.target.value)}
        />
        <button type="submit" className="button" disabled={!name.trim() || save.isPending}>
          {t({ zh: '保存对应', en: 'Save mapping' })}
        </button>
      </form>
      <RefusalNotice error={save.error} />
    </div>
  )
}
