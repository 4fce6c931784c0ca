import { useQueryClient } from '@tanstack/react-query'
import type { Output } from '../../../client/client.ts'
import { counted, useLanguage } from '../../language.ts'
import { CopyButton } from '../../pieces/code-cell.tsx'
import { Icon } from '../../pieces/icon.tsx'
import { notify } from '../../pieces/notices.tsx'
import { explain } from '../../pieces/refusal-notice.tsx'
import { sizeOf } from './file-size.ts'
import { ticketQuery } from './ticket.ts'

export type Component = Output<'item.show'>['components'][number]

interface ComponentListProps {
  components: readonly Component[]
  looking: string | undefined
  onLook: (componentId: string) => void
  onDetach?: ((component: Component) => void) | undefined
}

/** The files of an item in their order: name, pages, size, type, digest, and what can be done with each. */
export function ComponentList({ components, looking, onLook, onDetach }: ComponentListProps) {
  const { t } = useLanguage()
  const queryClient = useQueryClient()
  const save = async ({ id, name }: Component) => {
    try {
      const { url } = await queryClient.fetchQuery(ticketQuery(id))
      const link = document.createElement('a')
      link.href = `${url}?download`
      link.download = name
      link.click()
    } catch (error) {
      notify(explain(error))
    }
  }
  return (
    <ol className="component-list">
      {components.map(component => (
        <li key={component.id} aria-current={component.id === looking || undefined}>
          <button type="button" className="component-name" onClick={() => onLook(component.id)} title={component.name}>
            <span className="tabular faint">{component.ordinal}</span>
            <span>{component.name}</span>
          </button>
          <span className="component-facts tabular">
            {component.pages !== null && `${counted(component.pages, 'page')} · `}
            {sizeOf(component.size)} · {typeName(component)}
          </span>
          <span className="component-digest small" title={`SHA-256 ${component.sha256}`}>
            <CopyButton text={component.sha256} alone>
              {component.sha256.slice(0, 8)}
            </CopyButton>
          </span>
          <button
            type="button"
            className="view-button"
            aria-label={t({ zh: `下载 ${component.name}`, en: `Save ${component.name}` })}
            title={t({ zh: '下载', en: 'Save' })}
            onClick={() => void save(component)}
          >
            <Icon name="download" size={16} />
          </button>
          {onDetach && (
            <button
              type="button"
              className="view-button"
              aria-label={t({ zh: `移除 ${component.name}`, en: `Detach ${component.name}` })}
              title={t({ zh: '移除', en: 'Detach' })}
              onClick={() => onDetach(component)}
            >
              <Icon name="cross" size={14} />
            </button>
          )}
        </li>
      ))}
    </ol>
  )
}

/** A type as people call it: the extension, or the last part of the media type. */
const typeName = ({ name, mime }: Component): string =>
  (/\.([a-z0-9]{1,5})$/i.exec(name)?.[1] ?? mime.split('/').at(-1) ?? '').toUpperCase()
